using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Quy trình dừng lại: dossiers whose route met a missing fact, and the two ways to let it go on.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class HeldRoutesModel(HeldRoutesQuery query, RetryRoute retry, CurrentActor current, PageWords<HeldRoutesModel> words) : PageModel
{
    public IReadOnlyList<HeldDossier> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await query.ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, int revision, bool empty, CancellationToken cancel)
    {
        var result = await retry.DoAsync(new RetryRouteRequest(id, revision, empty), await current.GetAsync(cancel), cancel);
        if (result.Done)
        {
            Flash.Good(TempData, words["Done", result.Dossier!.Code ?? HiddenApplicant.NoCode]);
            return Redirect("/quan-tri/quy-trinh-dung");
        }

        FormRefusals.Add(ModelState, result.Refusals);
        Response.StatusCode = result.Refusals.Any(refusal => refusal.IsLostRace) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        Rows = await query.ReadAsync(cancel);
        return Page();
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Thông báo chưa gửi được: what failed, why, and when it is tried again.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class NoticesModel(
    FailedNoticesQuery query,
    SendNoticesAgain again,
    AccountChoicesQuery choices,
    CurrentActor current,
    PageWords<NoticesModel> words
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public IReadOnlyList<FailedNotice> Rows { get; private set; } = [];

    public string? More => Rows.Count == FailedNoticesQuery.Size ? QueryString.Create("after", Rows[^1].Id.ToString()).ToString() : null;

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await query.ReadAsync(After, cancel);

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        var sent = await again.DoAsync(id, await current.GetAsync(cancel), cancel);
        if (sent.Refusals.Count > 0)
        {
            FormRefusals.Add(ModelState, sent.Refusals);
            Response.StatusCode = FormRefusals.StatusOf(sent.Refusals);
            Rows = await query.ReadAsync(After, cancel);
            return Page();
        }

        Flash.Good(TempData, words["Tried", sent.Tried]);
        return Redirect("/quan-tri/thong-bao");
    }

    public string To(FailedNotice row) => row.Agency is { } agency ? choices.UnitName(agency) : row.To ?? "";

    public static string Say(Instant moment) => VietnameseDate.Print(OfficeClock.ToLocal(moment));
}

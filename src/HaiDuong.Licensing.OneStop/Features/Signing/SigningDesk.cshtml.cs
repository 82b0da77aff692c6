using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Signing;

/// <summary>The leader's list: read one and sign it, or tick several and sign them together.</summary>
[ForRoles(StaffRole.Leader)]
public sealed class SigningDeskModel(DeskListQuery list, CurrentActor current, OfficeClock clock) : PageModel
{
    public IReadOnlyList<DeskListRow> Rows { get; private set; } = [];

    public Instant Now => clock.Now;

    /// <summary>What may be done to the ticked ones.</summary>
    public BatchBar Batch => new([BatchKind.Sign], Request.Path);

    /// <summary>The same work as a list of dossiers, to be narrowed, taken along and read to its end.</summary>
    public static string WholeList =>
        new DossierFilter
        {
            Group = ListGroup.All,
            Holder = DossierFilter.Mine,
            Step = StepKind.SignResult,
        }.Href();

    /// <summary>The page of a row, which leads back to the row that follows.</summary>
    public string From(int index) => ListPlace.Href($"/ky/{Rows[index].DossierId}", Request, Rows, row => row.DossierId, index);

    public async Task OnGetAsync() =>
        Rows = await list.ReadAsync(await current.GetAsync(HttpContext.RequestAborted), StaffRole.Leader, StepKind.SignResult, HttpContext.RequestAborted);
}

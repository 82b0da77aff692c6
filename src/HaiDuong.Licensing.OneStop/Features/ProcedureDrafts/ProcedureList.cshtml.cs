using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>Every procedure: what holds, what is drafted and how much is wrong with the draft.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class ProcedureListModel(ProcedureDraftsQuery query) : PageModel
{
    public const string Address = "/quan-tri/thu-tuc";

    public IReadOnlyList<ProcedureRow> Rows { get; private set; } = [];

    public static string AddressOf(string slug, string page = "") => $"{Address}/{slug}{page}";

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await query.ListAsync(cancel);
}

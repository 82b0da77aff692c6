using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Who may do what, to read.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class AccountsModel(AccountsQuery query, AccountChoicesQuery choices) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public string? More => AccountsQuery.IsFull(Rows) ? QueryString.Create("after", Rows[^1].UserName.ToUpperInvariant()).ToString() : null;

    public async Task OnGetAsync() => Rows = await query.ReadAsync(After, HttpContext.RequestAborted);

    public string UnitName(string key) => choices.UnitName(key);
}

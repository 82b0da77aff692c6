using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Administration;

/// <summary>Who may do what, to read.</summary>
public sealed class AccountsModel(AccountsQuery query, ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public string? More => AccountsQuery.IsFull(Rows) ? QueryString.Create("after", Rows[^1].UserName.ToUpperInvariant()).ToString() : null;

    public async Task OnGetAsync() => Rows = await query.ReadAsync(After, HttpContext.RequestAborted);

    /// <summary>A unit of the office or an agency that is asked for its opinion.</summary>
    public string UnitName(string key) =>
        catalogue.Office(clock.Today).Units.FirstOrDefault(unit => unit.Key == key)?.Name
        ?? catalogue.All(clock.Today).SelectMany(procedure => procedure.ConsultedAgencies).FirstOrDefault(agency => agency.Key == key)?.Name
        ?? key;
}

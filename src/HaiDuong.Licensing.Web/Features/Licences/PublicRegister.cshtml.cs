using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Licences;

/// <summary>
/// Tra cứu giấy phép for everybody: number, kind, holder, days and state, nothing else. A person's licence is found by its number alone, so that
/// nobody lists what a person holds.
/// </summary>
[EnableRateLimiting(LookupLimits.Policy)]
public sealed class PublicRegisterModel(LicencesQuery query, ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    private const int Shortest = 3;
    private const int Most = 20;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Wanted { get; set; }

    public IReadOnlyList<LicenceRow>? Rows { get; private set; }

    public bool IsTooShort { get; private set; }

    public LocalDate Day => clock.Today;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Wanted))
            return;
        IsTooShort = Wanted.Trim().Length < Shortest;
        if (IsTooShort)
            return;
        var key = LicenceNumber.Key(Wanted);
        var found = await query.ReadAsync(new LicenceFilter(Wanted, null, null, Day), null, LicencesQuery.Size, cancel);
        Rows = [.. found.Where(row => !row.OfPerson || LicenceNumber.Key(row.Number) == key).Take(Most)];
    }

    public string KindName(string kind) => catalogue.KindName(kind);
}

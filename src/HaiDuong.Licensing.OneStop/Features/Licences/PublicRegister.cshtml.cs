using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Licences;

/// <summary>
/// Tra cứu giấy phép for everybody: number, kind, days and state, and the holder where the law's data make it public.
/// </summary>
[EnableRateLimiting(LookupLimits.Policy)]
[AllowAnonymous]
public sealed class PublicRegisterModel(PublicLicencesQuery query, ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    private const int Shortest = 3;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Wanted { get; set; }

    public IReadOnlyList<PublicLicenceRow>? Rows { get; private set; }

    public bool IsTooShort { get; private set; }

    public LocalDate Day => clock.Today;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Wanted))
            return;
        IsTooShort = Wanted.Trim().Length < Shortest;
        if (IsTooShort)
            return;
        Rows = await query.ReadAsync(Wanted.Trim(), cancel);
    }

    public string KindName(string kind) => catalogue.KindName(kind);
}

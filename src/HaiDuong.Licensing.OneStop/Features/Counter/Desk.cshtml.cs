using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Bàn một cửa: what waits at the counter, by list, and one box for a code or a scan.</summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed class DeskModel(CounterDeskQuery query, ScannedCodeQuery scanned, CurrentActor current, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "muc")]
    public CounterList List { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    public IReadOnlyDictionary<CounterList, int> Counts { get; private set; } = new Dictionary<CounterList, int>();

    public CounterPage Waiting { get; private set; } = new([], null);

    /// <summary>What waits for an answer came online, all of it: a column would say nothing.</summary>
    public bool ShowsWay => List != CounterList.Online;

    public Instant Now => clock.Now;

    public string? More =>
        Waiting.Next is { } next
            ? QueryString.Create([KeyValuePair.Create<string, string?>("muc", List.ToString()), KeyValuePair.Create<string, string?>("sau", next)]).ToString()
            : null;

    /// <summary>A page of a row, which leads back to the row that follows.</summary>
    public string From(string href, int index) => ListPlace.Href(href, Request, Waiting.Rows, row => row.Id, index);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Code is { Length: > 0 } code)
            return Redirect(await scanned.HrefAsync(code, await current.GetAsync(cancel), cancel) ?? SitePaths.Search + QueryString.Create("q", code));
        Counts = await query.CountAsync(cancel);
        Waiting = await query.ReadAsync(List, After, cancel);
        return Page();
    }
}

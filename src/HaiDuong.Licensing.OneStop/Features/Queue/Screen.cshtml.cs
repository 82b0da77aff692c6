using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.Queue;

/// <summary>Màn hình gọi số: which number goes to which window, for everybody in the hall and at home; it names nobody.</summary>
[AllowAnonymous]
public sealed class ScreenModel(QueueQuery queue, ProcedureCatalogue catalogue) : PageModel
{
    public IReadOnlyList<CalledNumber> Called { get; private set; } = [];

    public int Waiting { get; private set; }

    public string CounterName { get; private set; } = "";

    /// <summary>Tells one call from the one before it.</summary>
    public string LastCall => Called.Count > 0 ? $"{Called[0].Number} {InstantPattern.ExtendedIso.Format(Called[0].CalledAt)}" : "";

    public static string Of(string counter) => $"/man-hinh-goi-so/{counter}";

    public async Task<IActionResult> OnGetAsync(string counter, CancellationToken cancel)
    {
        if (catalogue.Organisation.Find(counter) is not { } unit)
            return NotFound();
        CounterName = unit.Name;
        (Called, Waiting) = await queue.ScreenAsync(counter, cancel);
        return Page();
    }
}

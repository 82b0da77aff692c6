using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Queue;

/// <summary>Phiếu số thứ tự: printed by the device on a roll of 80 mm, which then shows the button again.</summary>
[AllowAnonymous]
public sealed class TicketModel(QueueDevice device, QueueQuery queue, ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    public int Number { get; private set; }

    public int Before { get; private set; }

    public string CounterName { get; private set; } = "";

    public LocalDateTime At => clock.Local;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (device.Actor is not { } opened || number < 1)
            return NotFound();
        var counter = QueueQuery.CounterOf(opened)!;
        (Number, Before, CounterName) = (number, await queue.BeforeAsync(counter, number, cancel), catalogue.Organisation.NameOf(counter));
        return Page();
    }
}

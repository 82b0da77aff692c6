using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Queue;

/// <summary>Lấy số thứ tự: one button, on a device that a clerk opened today; on any other it says how to come by a number.</summary>
[AllowAnonymous]
public sealed class DrawModel(QueueDevice device, DrawNumber draw, ProcedureCatalogue catalogue) : PageModel
{
    /// <summary>The counter of this device; null on any other.</summary>
    public string? CounterName => device.Actor is { } opened ? catalogue.Organisation.NameOf(QueueQuery.CounterOf(opened)!) : null;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (device.Actor is not { } opened)
            return Redirect(QueueDevice.Folder);
        var (number, _) = await draw.DoAsync(opened, cancel);
        return Redirect($"{QueueDevice.Folder}/{number}");
    }
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Queue;

/// <summary>Gọi số: who waits at the counter, and the next of them to this window.</summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed class CallModel(QueueQuery queue, CallVisitor call, QueueDevice device, LogIn logIn, CurrentActor current, OfficeClock clock) : PageModel
{
    public const string Address = "/mot-cua/goi-so";

    [BindProperty(SupportsGet = true, Name = "quay")]
    public int? Window { get; set; }

    [BindProperty]
    public int? Number { get; set; }

    public string Counter { get; private set; } = "";

    public QueueOfDay Day { get; private set; } = null!;

    /// <summary>How long somebody has waited (minutes).</summary>
    public int Waited(OneStop.Storage.QueueTicket ticket) => (int)(clock.Now - ticket.DrawnAt).TotalMinutes;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Window is < 1 or > CallVisitor.LastWindow)
            Window = null;
        await ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(QueueCall what, CancellationToken cancel)
    {
        var refusals = await call.DoAsync(new CallVisitorRequest(what, Window, Number), await current.GetAsync(cancel), cancel);
        if (refusals.Count == 0)
            return Redirect($"{Address}?quay={Window}");
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await ReadAsync(cancel);
        return Page();
    }

    /// <summary>Makes this browser the device on which numbers are drawn; the clerk is logged out of it.</summary>
    public async Task<IActionResult> OnPostDeviceAsync(CancellationToken cancel)
    {
        device.OpenFor(QueueQuery.CounterOf(await current.GetAsync(cancel))!);
        await logIn.LeaveAsync();
        return LocalRedirect(QueueDevice.Folder);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Counter = QueueQuery.CounterOf(await current.GetAsync(cancel))!;
        Day = await queue.OfWindowAsync(Counter, Window, cancel);
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Queue;

/// <summary>
/// Lấy số thứ tự: by the device that a clerk opened for a counter. A form that is sent twice draws one number. Refused: QueueNotYours.
/// </summary>
public sealed class DrawNumber(OfficeDbContext db, OncePerForm frame, NumberSeries series, OfficeClock clock)
{
    public Task<(int Number, IReadOnlyList<Refusal> Refusals)> DoAsync(Actor device, CancellationToken cancel) =>
        frame.DoAsync(device, () => DrawAsync(device, cancel), cancel);

    private async Task<(int, IReadOnlyList<Refusal>)> DrawAsync(Actor device, CancellationToken cancel)
    {
        if (QueueQuery.CounterOf(device) is not { } counter)
            return (0, [new Refusal(nameof(RefusalCode.QueueNotYours))]);
        var number = await series.NextQueueNumberAsync(counter, clock.Today, cancel);
        db.QueueTickets.Add(
            new QueueTicket
            {
                Id = Guid.CreateVersion7(),
                Counter = counter,
                Day = clock.Today,
                Number = number,
                DrawnAt = clock.Now,
            }
        );
        await db.SaveChangesAsync(cancel);
        return (number, []);
    }
}

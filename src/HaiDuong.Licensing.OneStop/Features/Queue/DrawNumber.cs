using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Queue;

/// <summary>Lấy số thứ tự: at the device that a clerk opened for a counter. A form that is sent twice draws one number.</summary>
public sealed class DrawNumber(OfficeDbContext db, OncePerForm frame, NumberSeries series, OfficeClock clock)
{
    public async Task<int> DoAsync(string counter, CancellationToken cancel) =>
        (await frame.DoAsync(Actor.System, () => DrawAsync(counter, cancel), cancel)).Made;

    private async Task<(int, IReadOnlyList<Refusal>)> DrawAsync(string counter, CancellationToken cancel)
    {
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

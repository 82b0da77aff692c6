using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>What a change would do to the dossiers now open: how many would get a later or an earlier date, and the first of them.</summary>
public sealed record CalendarEffect(int Open, int Later, int Earlier, IReadOnlyList<DueDateRow> First)
{
    public int Moved => Later + Earlier;
}

/// <summary>Looks ahead before anything is published.</summary>
public sealed class CalendarEffectQuery(OpenDueDatesQuery open, DueDateRowsQuery rows, OfficeCalendar calendar, OfficeClock clock)
{
    private const int Shown = 10;

    public async Task<CalendarEffect> ReadAsync(CalendarChange change, CancellationToken cancel)
    {
        var now = clock.Local;
        var changed = calendar.Trying(change.Publish(now, null, "", change.Unit is { } unit ? calendar.Of(unit) : calendar.Whole));
        var (seen, later, earlier) = (0, 0, 0);
        var first = new List<DueDateChange>();
        for (var after = Guid.Empty; ; )
        {
            var batch = await open.NextAsync(changed, now, after, cancel);
            if (batch.Read.Count == 0)
                return new CalendarEffect(seen, later, earlier, await rows.OfAsync(first, cancel));
            // What an earlier announcement already moves waits for the head by itself.
            var listed = (await open.NextAsync(calendar, now, after, cancel)).Moved.ToDictionary(
                move => move.DossierId,
                move => (move.NewStatutory, move.NewPromised)
            );
            var moved = batch
                .Moved.Where(move => !listed.TryGetValue(move.DossierId, out var known) || known != (move.NewStatutory, move.NewPromised))
                .ToList();
            seen += batch.Read.Count;
            later += moved.Count(IsLater);
            earlier += moved.Count(move => !IsLater(move));
            first.AddRange(moved.Take(Shown - first.Count));
            after = batch.Read[^1];
        }
    }

    private static bool IsLater(DueDateChange move) =>
        move.NewPromised == move.OldPromised ? move.NewStatutory > move.OldStatutory : move.NewPromised > move.OldPromised;
}

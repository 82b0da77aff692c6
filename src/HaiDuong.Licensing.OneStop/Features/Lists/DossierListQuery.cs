using System.Linq.Expressions;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>A page of the list; <see cref="Next"/> is the last dossier of it when more follow.</summary>
public sealed record DossierListPage(IReadOnlyList<DossierRow> Rows, Guid? Next);

/// <summary>Danh sách hồ sơ: what somebody finds, filtered and sorted; and how many there are in each group.</summary>
public sealed class DossierListQuery(
    OfficeDbContext db,
    ReadableRowsQuery readable,
    FigureSetsQuery figures,
    DoneStepsQuery doneSteps,
    ForecastsQuery forecasts,
    StaffDirectory staff,
    NotesQuery notes,
    MessagesQuery messages,
    Rulebooks rulebooks,
    OfficeClock clock
)
{
    /// <summary>What has ended is counted up to here; a list that is longer says "more than".</summary>
    public const int MostCounted = 1_000;

    public async Task<DossierListPage> ReadAsync(DossierFilter filter, Actor actor, Guid? after, int size, CancellationToken cancel)
    {
        var rows = (await OfAsync(filter, actor, cancel)).AsNoTracking();
        if (after is { } id && await db.DossierRows.AsNoTracking().SingleOrDefaultAsync(row => row.DossierId == id, cancel) is { } last)
            rows = After(rows, filter.SortedBy, last);
        var found = await Sorted(rows, filter.SortedBy).Take(size + 1).ToListAsync(cancel);
        return new DossierListPage([.. found.Take(size)], found.Count > size ? found[size - 1].DossierId : null);
    }

    /// <summary>Chưa nhập đủ: those of the rows that were taken in quickly and are not complete yet.</summary>
    public async Task<IReadOnlySet<Guid>> BriefAsync(IReadOnlyList<DossierRow> rows, CancellationToken cancel)
    {
        Guid[] ids = [.. rows.Select(row => row.DossierId)];
        return await db.Dossiers.Where(dossier => dossier.IsBrief && ids.Contains(dossier.Id)).Select(dossier => dossier.Id).ToHashSetAsync(cancel);
    }

    /// <summary>How many each group has under the same filter: what is in the office by one walk over it, what has ended up to a limit.</summary>
    public async Task<IReadOnlyDictionary<ListGroup, int>> CountAsync(DossierFilter filter, Actor actor, CancellationToken cancel)
    {
        var rows = await NarrowedAsync(filter, actor, cancel);
        var (open, overdue, stepLate) = (Of(ListGroup.Open), Of(ListGroup.Overdue), Of(ListGroup.StepLate));
        var (soon, waiting, ready, inTime) = (Of(ListGroup.Soon), Of(ListGroup.Waiting), Of(ListGroup.Ready), Of(ListGroup.InTime));
        var counted = await rows.Where(DossierRow.InTheOffice)
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Open = all.AsQueryable().Count(open),
                Overdue = all.AsQueryable().Count(overdue),
                StepLate = all.AsQueryable().Count(stepLate),
                Soon = all.AsQueryable().Count(soon),
                Waiting = all.AsQueryable().Count(waiting),
                Ready = all.AsQueryable().Count(ready),
                InTime = all.AsQueryable().Count(inTime),
            })
            .SingleOrDefaultAsync(cancel);
        return new Dictionary<ListGroup, int>
        {
            [ListGroup.Open] = counted?.Open ?? 0,
            [ListGroup.Overdue] = counted?.Overdue ?? 0,
            [ListGroup.StepLate] = counted?.StepLate ?? 0,
            [ListGroup.Soon] = counted?.Soon ?? 0,
            [ListGroup.InTime] = counted?.InTime ?? 0,
            [ListGroup.Waiting] = counted?.Waiting ?? 0,
            [ListGroup.Ready] = counted?.Ready ?? 0,
            [ListGroup.Ended] = await rows.Where(Of(ListGroup.Ended)).Take(MostCounted + 1).CountAsync(cancel),
            [ListGroup.All] = await rows.Take(MostCounted + 1).CountAsync(cancel),
        };
    }

    /// <summary>How many a figure counts, and how many of them the person finds: the rest hide their sender.</summary>
    public async Task<(int Counted, int Found)> CountFigureAsync(DossierFilter filter, Actor actor, CancellationToken cancel)
    {
        var counted = FigureOf(filter);
        return (await counted.CountAsync(cancel), await readable.Of(actor).CountAsync(row => counted.Any(one => one.DossierId == row.DossierId), cancel));
    }

    private async Task<IQueryable<DossierRow>> OfAsync(DossierFilter filter, Actor actor, CancellationToken cancel)
    {
        var rows = await NarrowedAsync(filter, actor, cancel);
        if (filter.Figure is not null || filter.Group == ListGroup.All)
            return rows;
        return (filter.Group == ListGroup.Ended ? rows : rows.Where(DossierRow.InTheOffice)).Where(Of(filter.Group));
    }

    /// <summary>Under every part of the filter but the group.</summary>
    private async Task<IQueryable<DossierRow>> NarrowedAsync(DossierFilter filter, Actor actor, CancellationToken cancel)
    {
        var rows = readable.Of(actor);
        if (filter.Figure is null)
            rows = InPeriodOf(RowConditions.InUnit(rows, filter.Unit, rulebooks.Catalogue.Organisation), filter);
        else
        {
            var counted = FigureOf(filter);
            rows = rows.Where(row => counted.Any(one => one.DossierId == row.DossierId));
        }

        rows = await HeldByAsync(rows, filter.Holder, actor, cancel);
        rows = RowConditions.AtStep(RowConditions.AtDesk(rows, filter.AtDesk), filter.AtStep);
        rows = About(rows, filter);
        if (filter.Status is { } status)
            rows = rows.Where(row => row.Status == status);
        if (filter.Channel is { } channel)
            rows = rows.Where(row => row.Channel == channel);
        if (filter.Step is { } kind)
        {
            string[] steps = [.. rulebooks.StepsOf(kind)];
            rows = rows.Where(row => db.WorkItems.Any(item => item.DossierId == row.DossierId && steps.Contains(item.StepId)));
        }

        if (filter.Outlook is { } outlook)
        {
            Guid[] forecast =
            [
                .. (await forecasts.ReadAsync(new DossierFilter(), actor, cancel)).Where(one => one.Outlook == outlook).Select(one => one.DossierId),
            ];
            rows = rows.Where(row => forecast.Contains(row.DossierId));
        }

        return Marked(rows, filter.Mark, actor);
    }

    /// <exception cref="InvalidOperationException">The filter has no figure or no period.</exception>
    private IQueryable<DossierRow> FigureOf(DossierFilter filter) =>
        filter is { Figure: { } figure, HasPeriod: true }
            ? About(figures.Of(figure, filter.Unit, filter.From!.Value, filter.To!.Value, filter.InSuccessors), filter)
            : throw new InvalidOperationException("A number of the statistics needs its period.");

    /// <summary>What a number of a report narrows by as well.</summary>
    private IQueryable<DossierRow> About(IQueryable<DossierRow> rows, DossierFilter filter) =>
        RowConditions.LateBecause(RowConditions.About(rows, filter.Procedure, filter.Field, rulebooks.Catalogue), filter.LateReason, db.DossierRows);

    private Expression<Func<DossierRow, bool>> Of(ListGroup group) => RowConditions.Of(group, clock.Local);

    private IQueryable<DossierRow> InPeriodOf(IQueryable<DossierRow> rows, DossierFilter filter)
    {
        if (filter.DoneStep is not { } step)
            return InPeriod(rows, filter);
        var done = doneSteps.Of([step], filter.From, filter.To);
        return rows.Where(row => done.Any(line => line.DossierId == row.DossierId));
    }

    private static IQueryable<DossierRow> InPeriod(IQueryable<DossierRow> rows, DossierFilter filter)
    {
        var (from, to) = (filter.From?.AtMidnight(), filter.To?.PlusDays(1).AtMidnight());
        return filter.Day switch
        {
            ListDay.Accepted => rows.Where(row => (from == null || row.AcceptedAt >= from) && (to == null || row.AcceptedAt < to)),
            ListDay.Finished => rows.Where(row => (from == null || row.FinishedAt >= from) && (to == null || row.FinishedAt < to)),
            _ => rows.Where(row => (from == null || row.SubmittedAt >= from) && (to == null || row.SubmittedAt < to)),
        };
    }

    /// <summary>What waits on somebody's desk, as their own list of work has it: assigned to them, or to nobody yet in a role that they hold.</summary>
    private async Task<IQueryable<DossierRow>> HeldByAsync(IQueryable<DossierRow> rows, string? holder, Actor actor, CancellationToken cancel)
    {
        if (holder is null)
            return rows;
        if (holder == DossierFilter.Nobody)
            return rows.Where(row => db.WorkItems.Any(item => item.DossierId == row.DossierId && item.AssigneeId == null && item.Role != StaffRole.Applicant));
        var person =
            holder == DossierFilter.Mine ? actor
            : Guid.TryParse(holder, out var id) && (await staff.MembersAsync(cancel)).FirstOrDefault(member => member.AccountId == id) is { } found
                ? new Actor(id, found.Name, found.Reach)
            : null;
        if (person is null)
            return rows.Where(row => false);
        var desk = OpenWork.Of(person, null, db);
        return rows.Where(row => desk.Any(item => item.DossierId == row.DossierId));
    }

    private IQueryable<DossierRow> Marked(IQueryable<DossierRow> rows, ListMark? mark, Actor actor)
    {
        var today = clock.Today.AtMidnight();
        return mark switch
        {
            ListMark.New => rows.Where(row => row.StepSince >= today),
            ListMark.SentBack => rows.Where(row => row.SentBack != null),
            ListMark.Supplied => rows.Where(row => row.IsSupplied),
            ListMark.AwaitsOpinion => rows.Where(row => row.AwaitsOpinion),
            ListMark.Brief => rows.Where(row => db.Dossiers.Any(dossier => dossier.IsBrief && dossier.Id == row.DossierId)),
            ListMark.Noted => notes.Noted(rows, actor),
            ListMark.Written => messages.Written(rows, actor),
            _ => rows,
        };
    }

    private static IQueryable<DossierRow> Sorted(IQueryable<DossierRow> rows, ListOrder order) =>
        order switch
        {
            ListOrder.Newest => rows.OrderByDescending(row => row.DossierId),
            ListOrder.Oldest => rows.OrderBy(row => row.DossierId),
            ListOrder.LongestAtStep => rows.OrderBy(row => row.StepSince).ThenBy(row => row.DossierId),
            ListOrder.Applicant => rows.OrderBy(row => row.ApplicantFold).ThenBy(row => row.DossierId),
            _ => rows.OrderBy(row => row.Moment).ThenBy(row => row.DossierId),
        };

    /// <summary>What comes after a row; a value that there is not comes last, as the database sorts it.</summary>
    private static IQueryable<DossierRow> After(IQueryable<DossierRow> rows, ListOrder order, DossierRow last)
    {
        var id = last.DossierId;
        return order switch
        {
            ListOrder.Newest => rows.Where(row => row.DossierId < id),
            ListOrder.Oldest => rows.Where(row => row.DossierId > id),
            ListOrder.LongestAtStep when last.StepSince is { } since => rows.Where(row =>
                row.StepSince == null || EF.Functions.GreaterThan(ValueTuple.Create(row.StepSince, row.DossierId), ValueTuple.Create(since, id))
            ),
            ListOrder.LongestAtStep => rows.Where(row => row.StepSince == null && row.DossierId > id),
            ListOrder.Applicant when last.ApplicantFold is { } name => rows.Where(row =>
                row.ApplicantFold == null || EF.Functions.GreaterThan(ValueTuple.Create(row.ApplicantFold, row.DossierId), ValueTuple.Create(name, id))
            ),
            ListOrder.Applicant => rows.Where(row => row.ApplicantFold == null && row.DossierId > id),
            _ => rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Moment, row.DossierId), ValueTuple.Create(last.Moment, id))),
        };
    }
}

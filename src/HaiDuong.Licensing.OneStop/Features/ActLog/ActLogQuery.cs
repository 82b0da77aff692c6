using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.ActLog;

/// <summary>What is looked for in the log; null means all.</summary>
/// <param name="Person">Who did it.</param>
/// <param name="Role">In which role, where no person is named: the system, or applicants.</param>
/// <param name="Code">The whole code or reference of a dossier.</param>
/// <param name="Act">What was done.</param>
/// <param name="From">From this moment on.</param>
/// <param name="Until">Before this moment.</param>
public sealed record ActLogFilter(Guid? Person, StaffRole? Role, TypedCode? Code, DossierAct? Act, Instant? From, Instant? Until);

/// <summary>A line of the log: what was done, and to which dossier.</summary>
public sealed record ActLogLine(HistoryLine Line, string? Code, bool HidesSender);

/// <summary>Somebody whose acts may be looked for.</summary>
public sealed record ActLogPerson(Guid Id, string Name);

/// <summary>
/// Nhật ký tác nghiệp: what was done to the dossiers that somebody finds (<see cref="ReadableRowsQuery"/>), the newest first, a page at a time.
/// </summary>
public sealed class ActLogQuery(OfficeDbContext db, ReadableRowsQuery readable)
{
    public async Task<IReadOnlyList<ActLogLine>> ReadAsync(ActLogFilter filter, Actor actor, long? before, int size, CancellationToken cancel)
    {
        var lines = Of(filter);
        if (before is { } id && await db.History.AsNoTracking().SingleOrDefaultAsync(line => line.Id == id, cancel) is { } last)
            lines = lines.Where(line => line.At <= last.At && (line.At < last.At || line.Id < last.Id));
        var rows = readable.Of(actor);
        return await lines
            .Join(rows, line => line.DossierId, row => row.DossierId, (line, row) => new { Line = line, Row = row })
            .OrderByDescending(one => one.Line.At)
            .ThenByDescending(one => one.Line.Id)
            .Take(size)
            .Select(one => new ActLogLine(one.Line, one.Row.Code, one.Row.HidesApplicant))
            .ToListAsync(cancel);
    }

    /// <summary>Everybody who holds or held a role, by name.</summary>
    public async Task<IReadOnlyList<ActLogPerson>> PeopleAsync(CancellationToken cancel) =>
        await db
            .Users.Where(account => db.RoleAssignments.Any(held => held.AccountId == account.Id))
            .OrderBy(account => account.DisplayName)
            .ThenBy(account => account.Id)
            .Select(account => new ActLogPerson(account.Id, account.DisplayName))
            .ToListAsync(cancel);

    private IQueryable<HistoryLine> Of(ActLogFilter filter)
    {
        var lines = db.History.AsNoTracking();
        if (filter.Person is { } person)
            lines = lines.Where(line => line.ActorId == person);
        else if (filter.Role is { } role)
            lines = lines.Where(line => line.ActorRole == role);
        if (filter.Code is { } code)
        {
            var meant = db.DossiersOf(code).Select(dossier => dossier.Id);
            lines = lines.Where(line => meant.Contains(line.DossierId));
        }

        if (filter.Act is { } act)
            lines = lines.Where(line => line.Act == act);
        if (filter.From is { } from)
            lines = lines.Where(line => line.At >= from);
        return filter.Until is { } until ? lines.Where(line => line.At < until) : lines;
    }
}

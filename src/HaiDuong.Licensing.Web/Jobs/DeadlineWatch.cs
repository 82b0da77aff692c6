using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>
/// Looks at every open dossier and tells whoever must act, and their head, when it is due soon, overdue, or not answered in time, and an
/// agency when its opinion is. A new due date, and the next point of warning, warn anew.
/// </summary>
public sealed partial class DeadlineWatch(
    OfficeDbContext db, Rulebooks rulebooks, StaffDirectory staff, OwedNotices notices, OfficeClock clock, ILogger<DeadlineWatch> log)
{
    private const int Batch = 200;
    private static readonly DossierStatus[] Running = [DossierStatus.AwaitingAcceptance, DossierStatus.Accepted, DossierStatus.InProcess];
    private readonly Dictionary<(StaffRole Role, string Unit), IReadOnlyList<Assignee>> holders = [];

    /// <summary>Gives how many notices are newly owed.</summary>
    public async Task<int> WatchAsync(CancellationToken cancel)
    {
        var owed = 0;
        var after = Guid.Empty;
        while (await NextAsync(after, cancel) is { Count: > 0 } dossiers)
        {
            foreach (var dossier in dossiers)
                owed += await LookAtAsync(dossier, cancel);
            after = dossiers[^1].Id;
        }

        return owed;
    }

    private async Task<int> LookAtAsync(Dossier dossier, CancellationToken cancel)
    {
        try
        {
            return await WarnAsync(dossier, cancel) + await RemindAgenciesAsync(dossier, cancel);
        }
#pragma warning disable CA1031 // A dossier that cannot be counted must not keep the others from being warned.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(dossier.Id, failure);
            return 0;
        }
    }

    private Task<List<Dossier>> NextAsync(Guid after, CancellationToken cancel) =>
        db.Dossiers.AsNoTracking().Include(dossier => dossier.Work)
            .Where(dossier => Running.Contains(dossier.Status) && dossier.Id > after)
            .OrderBy(dossier => dossier.Id).Take(Batch).ToListAsync(cancel);

    private async Task<int> WarnAsync(Dossier dossier, CancellationToken cancel)
    {
        if (Find(dossier) is not { } found)
            return 0;
        var owed = 0;
        foreach (var (person, step) in await PeopleAsync(dossier, cancel))
            owed += await OweAsync(dossier, found.Kind, found.Due, new Addressee(AccountId: person), step, Say(found.Point), cancel);
        return owed;
    }

    /// <summary>An agency is reminded on the last working day before it should answer, unless it was only asked then.</summary>
    private async Task<int> RemindAgenciesAsync(Dossier dossier, CancellationToken cancel)
    {
        var now = clock.Local;
        var owed = 0;
        foreach (var item in dossier.Work.Where(item => item.Role == StaffRole.ConsultedAgency && item.WarnFrom > item.Since && item.Due.ClassAt(now) == DueClass.Soon))
            owed += await OweAsync(dossier, NoticeKind.OpinionDueSoon, item.DueAt!.Value, new Addressee(Unit: item.Unit), item.Title, item.StepId, cancel);

        return owed;
    }

    /// <summary>What there is to say about a dossier now: the last point of warning that has passed, or that it is late; null when it is in good time.</summary>
    private (NoticeKind Kind, LocalDateTime Due, LocalDateTime Point)? Find(Dossier dossier)
    {
        var (now, due) = (clock.Local, dossier.Due);
        return due.ClassAt(now) switch
        {
            DueClass.Overdue when dossier.IsAccepted => (NoticeKind.Overdue, due.FirstDue!.Value, due.FirstDue.Value),
            DueClass.Overdue => (NoticeKind.AcceptanceLate, due.FirstDue!.Value, due.FirstDue.Value),
            DueClass.Soon when dossier.IsAccepted => (NoticeKind.DueSoon, due.FirstDue!.Value, due.PointPassed(now)!.Value),
            _ => null,
        };
    }

    private async Task<IReadOnlyList<(Guid Person, string Step)>> PeopleAsync(Dossier dossier, CancellationToken cancel)
    {
        var people = new Dictionary<Guid, string>();
        foreach (var item in dossier.Work.Where(item => item.Role != StaffRole.Applicant))
        {
            if (item.AssigneeId is { } assignee)
                people.TryAdd(assignee, item.Title);
            else
                await AddAsync(people, item.Role, item.Unit, item.Title, cancel);
        }

        var (role, unit) = dossier.IsAccepted ? (StaffRole.DivisionHead, dossier.DivisionKey) : (StaffRole.CentreLeader, rulebooks.Catalogue.Organisation.DeskOf(StaffRole.CentreLeader, dossier.DivisionKey, clock.Today) ?? "");
        await AddAsync(people, role, unit, string.Join("; ", dossier.Work.Select(item => item.Title).Distinct()), cancel);
        return [.. people.Where(person => !dossier.ShutOut.Contains(person.Key)).Select(person => (person.Key, person.Value))];
    }

    private async Task AddAsync(Dictionary<Guid, string> people, StaffRole role, string unit, string step, CancellationToken cancel)
    {
        if (!holders.TryGetValue((role, unit), out var found))
            holders[(role, unit)] = found = await staff.HoldersAsync(role, unit, cancel);
        foreach (var holder in found)
            people.TryAdd(holder.AccountId, step);
    }

    private Task<int> OweAsync(Dossier dossier, NoticeKind kind, LocalDateTime due, Addressee to, string step, string occasion, CancellationToken cancel)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["step"] = step,
            ["due"] = due.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture),
        };
        return notices.OweAsync(dossier, kind, $"{Say(due)}/{occasion}", to, facts, cancel);
    }

    private static string Say(LocalDateTime moment) => moment.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Error, Message = "The deadlines of dossier {Id} could not be looked at")]
    private partial void LogFailed(Guid id, Exception failure);
}

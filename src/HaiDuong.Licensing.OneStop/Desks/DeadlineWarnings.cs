using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>
/// What somebody is to be told of a dossier's time: of which date, since when, and for which occasion, so that a new date or point of warning warns anew.
/// </summary>
public sealed record DeadlineWarning(NoticeKind Kind, LocalDateTime Due, LocalDateTime Since, string Occasion, Addressee To, string Step)
{
    public string KeyOf(Dossier dossier) => Notice.KeyOf(dossier.Id, Kind, Occasion, To);
}

/// <summary>
/// Cảnh báo hạn: whoever must act, or stands in for them today, and their head, is told when a dossier is due soon, overdue, or not answered in
/// time, and an agency when its opinion is. The watch owes these notices, and the check of the data looks whether they were owed.
/// </summary>
public sealed class DeadlineWarnings(Rulebooks rulebooks, StaffDirectory staff, OfficeClock clock)
{
    private readonly Dictionary<(StaffRole Role, string Unit), IReadOnlyList<Assignee>> holders = [];
    private IReadOnlyList<StandIn>? away;

    /// <summary>The statuses in which time presses the office.</summary>
    public static IReadOnlyList<DossierStatus> Running { get; } = [DossierStatus.AwaitingAcceptance, DossierStatus.Accepted, DossierStatus.InProcess];

    /// <summary>All that is owed now for a dossier with its work.</summary>
    public async Task<IReadOnlyList<DeadlineWarning>> OfAsync(Dossier dossier, CancellationToken cancel)
    {
        if (!Running.Contains(dossier.Status))
            return [];
        var warnings = OfAgencies(dossier).ToList();
        if (Find(dossier) is var (kind, due, point))
            warnings.AddRange(
                (await PeopleAsync(dossier, cancel)).Select(one => new DeadlineWarning(
                    kind,
                    due,
                    point,
                    $"{Say(due)}/{Say(point)}",
                    new Addressee(AccountId: one.Person),
                    one.Step
                ))
            );
        return warnings;
    }

    /// <summary>An agency is reminded on the last working day before it should answer, unless it was only asked then.</summary>
    private IEnumerable<DeadlineWarning> OfAgencies(Dossier dossier)
    {
        var now = clock.Local;
        return dossier
            .Work.Where(item => item.Role == StaffRole.ConsultedAgency && item.WarnFrom > item.Since && item.Due.ClassAt(now) == DueClass.Soon)
            .Select(item => (Item: item, Link: dossier.LinkOf(item)))
            .Select(asked => new DeadlineWarning(
                asked.Link is null ? NoticeKind.OpinionDueSoon : NoticeKind.OpinionLinkDueSoon,
                asked.Item.DueAt!.Value,
                asked.Item.WarnFrom!.Value,
                $"{Say(asked.Item.DueAt.Value)}/{asked.Item.StepId}",
                asked.Link is { } link ? new Addressee(Email: link.Email) : new Addressee(Unit: asked.Item.Unit),
                asked.Item.Title
            ));
    }

    /// <summary>
    /// What there is to say about a dossier now: the last point of warning that has passed, or that it is late; null when it is in good time.
    /// </summary>
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
                people.TryAdd(await InPlaceOfAsync(assignee, item.Role, dossier, cancel), item.Title);
            else
                await AddAsync(people, item.Role, item.Unit, item.Title, cancel);
        }

        var (role, unit) = dossier.IsAccepted
            ? (StaffRole.DivisionHead, dossier.DivisionKey)
            : (StaffRole.CentreLeader, rulebooks.Catalogue.Organisation.DeskOf(StaffRole.CentreLeader, dossier.DivisionKey, clock.Today) ?? "");
        await AddAsync(people, role, unit, string.Join("; ", dossier.Work.Select(item => item.Title).Distinct()), cancel);
        return [.. people.Where(person => !dossier.ShutOut.Contains(person.Key)).Select(person => (person.Key, person.Value))];
    }

    /// <summary>Whoever does the work of somebody today: themselves, or who stands in for them.</summary>
    private async Task<Guid> InPlaceOfAsync(Guid assignee, StaffRole role, Dossier dossier, CancellationToken cancel)
    {
        away ??= await staff.AwayAsync(cancel);
        return dossier.HidesApplicant
            ? assignee
            : away.FirstOrDefault(fact => fact.PersonId == assignee && fact.Concerns(role) && fact.ToMandate().Covers(dossier.ProcedureSlug))?.SubstituteId
                ?? assignee;
    }

    private async Task AddAsync(Dictionary<Guid, string> people, StaffRole role, string unit, string step, CancellationToken cancel)
    {
        if (!holders.TryGetValue((role, unit), out var found))
            holders[(role, unit)] = found = await staff.PresentAsync(role, unit, cancel);
        foreach (var holder in found)
            people.TryAdd(holder.AccountId, step);
    }

    private static string Say(LocalDateTime moment) => moment.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}

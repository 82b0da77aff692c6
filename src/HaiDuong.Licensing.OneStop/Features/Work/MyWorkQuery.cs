using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>What of one's work to show; each part is null when it does not matter.</summary>
public sealed record WorkFilter(StaffRole? Role, bool Overdue, string? Procedure, string? After);

/// <summary>One thing to do, with the page where it is done.</summary>
public sealed record WorkRow(
    Guid Id,
    Guid DossierId,
    string Code,
    string Applicant,
    string Procedure,
    string Step,
    StaffRole Role,
    LocalDateTime Since,
    DueState Due,
    DueState DossierDue,
    DossierStatus Status,
    string Href
)
{
    /// <summary>Of a question that somebody typed, where its reader reads another language.</summary>
    public string? StepLanguage { get; init; }

    /// <summary>Chưa giao ai: work of a specialist that lies before the whole division.</summary>
    public bool IsNobodys { get; init; }

    /// <summary>Làm thay: whose work it is that the person does while they are away; null for the person's own.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>Người nộp nhắn: the applicant wrote something new.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Ghi chú: its dossier has a note.</summary>
    public bool IsNoted { get; init; }

    /// <summary>True when whoever looks may take it.</summary>
    public bool MayBeClaimed { get; init; }

    /// <summary>How many acts its dossier has seen.</summary>
    public required int Revision { get; init; }
}

/// <summary>A page of work; <see cref="Next"/> is where the next one begins.</summary>
public sealed record WorkPage(IReadOnlyList<WorkRow> Rows, string? Next);

/// <summary>
/// Việc của tôi: open steps assigned to the person, or to their role in their unit and nobody yet; by when the step or its dossier is late.
/// </summary>
public sealed class MyWorkQuery(OfficeDbContext db, NotesQuery notes, MessagesQuery messages, Rulebooks rulebooks)
{
    private const int Size = 50;

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.ExtendedIso;

    public async Task<WorkPage> ReadAsync(Actor actor, WorkFilter filter, LocalDateTime now, CancellationToken cancel)
    {
        var found = await OpenWork
            .First(Size + 1, actor, filter.Role, db, work => Narrowed(work, filter, now))
            .AsNoTracking()
            .Join(db.DossierRows, item => item.DossierId, row => row.DossierId, (item, row) => new { Item = item, Dossier = row })
            .OrderBy(work => work.Item.PressesFrom)
            .ThenBy(work => work.Item.Id)
            .Take(Size + 1)
            .ToListAsync(cancel);
        var noted = await notes.MarkedAsync(found.Select(work => work.Dossier.DossierId), actor, cancel);
        var written = await messages.MarkedAsync(found.Select(work => work.Dossier.DossierId), actor, cancel);
        var rows = found
            .Take(Size)
            .Select(work => new WorkRow(
                work.Item.Id,
                work.Item.DossierId,
                HiddenApplicant.CodeFor(actor, work.Dossier.Code, work.Dossier.Reference),
                work.Dossier.Applicant ?? HiddenApplicant.Shown,
                rulebooks.Catalogue.NameOf(work.Dossier.ProcedureSlug, work.Dossier.ProcedureVersion),
                rulebooks.Catalogue.Shown(work.Item.Title),
                work.Item.Role,
                work.Item.Since,
                work.Item.Due,
                work.Dossier.Due,
                work.Dossier.Status,
                work.Dossier.Status == DossierStatus.WithdrawalAsked ? StepPaths.Dossier(work.Item.DossierId) : HrefOf(work.Item, work.Dossier.RouteId)
            )
            {
                StepLanguage = rulebooks.Catalogue.LanguageOf(work.Item.Title),
                IsNobodys = work.Item is { Role: StaffRole.Specialist, AssigneeId: null },
                InPlaceOf = work.Item.AssigneeId is { } assignee && assignee != actor.AccountId ? work.Item.AssigneeName : null,
                IsWritten = written.Contains(work.Dossier.DossierId),
                IsNoted = noted.Contains(work.Dossier.DossierId),
                MayBeClaimed = work.Item is { Role: StaffRole.Specialist, AssigneeId: null } && work.Dossier.MayBeClaimedBy(actor),
                Revision = work.Dossier.Revision,
            })
            .ToList();
        return new WorkPage(rows, found.Count > Size ? Write(found[Size - 1].Item) : null);
    }

    private IQueryable<WorkItem> Narrowed(IQueryable<WorkItem> work, WorkFilter filter, LocalDateTime now)
    {
        if (filter.Overdue)
            work = OpenWork.Late(work, now);
        if (Cursor(filter.After) is var (moment, id))
            work = work.Where(item => item.PressesFrom > moment || (item.PressesFrom == moment && item.Id > id));
        var slug = filter.Procedure is { Length: > 0 } asked ? asked : null;
        return work.Where(item => db.DossierRows.Any(row => row.DossierId == item.DossierId && (slug == null || row.ProcedureSlug == slug)));
    }

    private string HrefOf(WorkItem item, string routeId) => StepPaths.Of(item, rulebooks.RouteOf(routeId).Steps.FirstOrDefault(step => step.Id == item.StepId));

    private static string Write(WorkItem last) => string.Create(CultureInfo.InvariantCulture, $"{Moment.Format(last.PressesFrom)}_{last.Id:N}");

    private static (LocalDateTime Moment, Guid Id)? Cursor(string? after)
    {
        var parts = after?.Split('_') ?? [];
        return parts.Length == 2 && Moment.Parse(parts[0]) is { Success: true, Value: var moment } && Guid.TryParse(parts[1], out var id) ? (moment, id) : null;
    }
}

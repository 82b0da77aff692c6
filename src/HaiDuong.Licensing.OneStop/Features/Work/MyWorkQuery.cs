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
);

/// <summary>A page of work; <see cref="Next"/> is where the next one begins.</summary>
public sealed record WorkPage(IReadOnlyList<WorkRow> Rows, string? Next);

/// <summary>Việc của tôi: open steps assigned to the person, or to their role in their unit and nobody yet; by due date.</summary>
public sealed class MyWorkQuery(OfficeDbContext db, Rulebooks rulebooks)
{
    private const int Size = 50;

    /// <summary>Work without a due date comes last.</summary>
    private static readonly LocalDateTime NoDue = new(9999, 12, 31, 0, 0);

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.ExtendedIso;

    public async Task<WorkPage> ReadAsync(Actor actor, WorkFilter filter, LocalDateTime now, CancellationToken cancel)
    {
        var mine = MineOf(actor);
        if (filter.Role is { } role)
            mine = mine.Where(item => item.Role == role);
        if (filter.Overdue)
            mine = LateWork.Of(mine, db, now);
        if (Cursor(filter.After) is var (due, id))
            mine = mine.Where(item => (item.DueAt ?? NoDue) > due || ((item.DueAt ?? NoDue) == due && item.Id > id));
        var dossiers = filter.Procedure is { Length: > 0 } slug ? db.Dossiers.Where(dossier => dossier.ProcedureSlug == slug) : db.Dossiers;
        var found = await mine.AsNoTracking()
            .Join(
                dossiers,
                item => item.DossierId,
                dossier => dossier.Id,
                (item, dossier) =>
                    new
                    {
                        Item = item,
                        dossier.Code,
                        dossier.Reference,
                        dossier.Applicant,
                        dossier.HidesApplicant,
                        dossier.ProcedureSlug,
                        dossier.ProcedureVersion,
                        dossier.RouteId,
                        dossier.Status,
                        Due = new DueState(
                            dossier.Clock,
                            dossier.FinishClass,
                            dossier.PromisedDue ?? dossier.AnswerDue,
                            dossier.ReportDue ?? dossier.AnswerDue,
                            dossier.WarnAt,
                            dossier.LateFrom,
                            dossier.WaitOverFrom
                        ),
                    }
            )
            .OrderBy(row => row.Item.DueAt ?? NoDue)
            .ThenBy(row => row.Item.Id)
            .Take(Size + 1)
            .ToListAsync(cancel);
        var rows = found
            .Take(Size)
            .Select(row => new WorkRow(
                row.Item.Id,
                row.Item.DossierId,
                HiddenApplicant.CodeFor(actor, row.Code, row.Reference),
                HiddenApplicant.InList(row.HidesApplicant, row.Applicant.Name),
                rulebooks.Catalogue.Version(row.ProcedureSlug, row.ProcedureVersion).ShortName,
                row.Item.Title,
                row.Item.Role,
                row.Item.Since,
                row.Item.Due,
                row.Due,
                row.Status,
                row.Status == DossierStatus.WithdrawalAsked ? StepPaths.Dossier(row.Item.DossierId) : HrefOf(row.Item, row.RouteId)
            ))
            .ToList();
        return new WorkPage(rows, found.Count > Size ? Write(rows[^1]) : null);
    }

    private IQueryable<WorkItem> MineOf(Actor actor)
    {
        // Each part has an index of its own; together they are never the same row twice.
        var mine = db.WorkItems.Where(item => item.AssigneeId != null && item.AssigneeId == actor.AccountId);
        foreach (var (role, unit) in actor.Roles.Select(held => (held.Role, held.Unit)).Distinct())
            mine = mine.Concat(db.WorkItems.Where(item => item.AssigneeId == null && item.Role == role && item.Unit == unit));
        return mine;
    }

    private string HrefOf(WorkItem item, string routeId) => StepPaths.Of(item, rulebooks.RouteOf(routeId).Steps.FirstOrDefault(step => step.Id == item.StepId));

    private static string Write(WorkRow last) => string.Create(CultureInfo.InvariantCulture, $"{Moment.Format(last.Due.Due ?? NoDue)}_{last.Id:N}");

    private static (LocalDateTime Due, Guid Id)? Cursor(string? after)
    {
        var parts = after?.Split('_') ?? [];
        return parts.Length == 2 && Moment.Parse(parts[0]) is { Success: true, Value: var due } && Guid.TryParse(parts[1], out var id) ? (due, id) : null;
    }
}

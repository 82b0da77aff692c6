using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>One dossier on a desk that does the same step for many: who, what, until when, and what an act on it needs.</summary>
public sealed record DeskListRow(
    Guid DossierId,
    int Revision,
    string StepId,
    string Code,
    string Applicant,
    string Procedure,
    DecisionKind? Decision,
    DueState Due,
    DueState StepDue
);

/// <summary>The dossiers that wait for one kind of step at the person's desk, the most urgent first.</summary>
public sealed class DeskListQuery(OfficeDbContext db, Rulebooks rulebooks)
{
    /// <summary>As many as one sitting can deal with; the next ones come up when these are done.</summary>
    private const int Size = 100;

    public async Task<IReadOnlyList<DeskListRow>> ReadAsync(Actor actor, StaffRole role, StepKind kind, CancellationToken cancel)
    {
        string[] steps = [.. rulebooks.StepsOf(kind)];
        var found = await OpenWork
            .First(Size, actor, role, db, work =>
                work.Where(item =>
                    steps.Contains(item.StepId) && db.DossierRows.Any(row => row.DossierId == item.DossierId && row.Status != DossierStatus.WithdrawalAsked)
                )
            )
            .AsNoTracking()
            .Join(db.DossierRows, item => item.DossierId, row => row.DossierId, (item, row) => new { Item = item, Row = row })
            .OrderBy(open => open.Item.PressesFrom)
            .ThenBy(open => open.Item.Id)
            .Take(Size)
            .ToListAsync(cancel);
        return
        [
            .. found
                .Where(open => rulebooks.RouteOf(open.Row.RouteId).Steps.Any(step => step.Id == open.Item.StepId && step.Kind == kind))
                .Select(open => new DeskListRow(
                    open.Row.DossierId,
                    open.Row.Revision,
                    open.Item.StepId,
                    HiddenApplicant.CodeFor(actor, open.Row.Code, open.Row.Reference),
                    open.Row.Applicant ?? HiddenApplicant.Shown,
                    rulebooks.Catalogue.NameOf(open.Row.ProcedureSlug, open.Row.ProcedureVersion),
                    open.Row.Decision,
                    open.Row.Due,
                    open.Item.Due
                )),
        ];
    }
}

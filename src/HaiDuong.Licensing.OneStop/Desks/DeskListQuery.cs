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
    DueState Due
);

/// <summary>The dossiers that wait for one kind of step at the person's desk, the most urgent first.</summary>
public sealed class DeskListQuery(OfficeDbContext db, Rulebooks rulebooks)
{
    /// <summary>As many as one sitting can deal with; the next ones come up when these are done.</summary>
    private const int Size = 100;

    public async Task<IReadOnlyList<DeskListRow>> ReadAsync(Actor actor, StaffRole role, StepKind kind, CancellationToken cancel)
    {
        string[] units = [.. actor.Roles.Where(held => held.Role == role).Select(held => held.Unit)];
        string[] steps = [.. rulebooks.StepsOf(kind)];
        var found = await db
            .WorkItems.AsNoTracking()
            .Where(item =>
                item.Role == role && units.Contains(item.Unit) && steps.Contains(item.StepId) && (item.AssigneeId == null || item.AssigneeId == actor.AccountId)
            )
            .Join(
                db.Dossiers,
                item => item.DossierId,
                dossier => dossier.Id,
                (item, dossier) =>
                    new
                    {
                        item.StepId,
                        dossier.Id,
                        dossier.Revision,
                        dossier.Code,
                        dossier.Reference,
                        dossier.Applicant,
                        dossier.HidesApplicant,
                        dossier.ProcedureSlug,
                        dossier.ProcedureVersion,
                        dossier.RouteId,
                        dossier.ResultDraft,
                        dossier.LateFrom,
                        dossier.PromisedDue,
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
            .Where(row => row.Status != DossierStatus.WithdrawalAsked)
            .OrderBy(row => row.LateFrom)
            .ThenBy(row => row.PromisedDue)
            .ThenBy(row => row.Id)
            .Take(Size)
            .ToListAsync(cancel);
        return
        [
            .. found
                .Where(row => rulebooks.RouteOf(row.RouteId).Steps.Any(step => step.Id == row.StepId && step.Kind == kind))
                .Select(row => new DeskListRow(
                    row.Id,
                    row.Revision,
                    row.StepId,
                    HiddenApplicant.CodeFor(actor, row.Code, row.Reference),
                    HiddenApplicant.InList(row.HidesApplicant, row.Applicant.Name),
                    rulebooks.Catalogue.Version(row.ProcedureSlug, row.ProcedureVersion).ShortName,
                    row.ResultDraft?.Kind,
                    row.Due
                )),
        ];
    }
}

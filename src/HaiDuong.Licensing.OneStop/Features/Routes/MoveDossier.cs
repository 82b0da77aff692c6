using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

/// <param name="DossierId">The dossier.</param>
/// <param name="SeenRevision">The count of acts when the plan was shown: who acts in between keeps the dossier where it is.</param>
/// <param name="SeenTarget">The versions that the plan showed, as <see cref="MoveDossier.TargetOf"/> names them: nobody moves to what nobody looked at.</param>
/// <param name="WithProcedure">Moves to the procedure version in force today as well, not only to the newest route.</param>
/// <param name="Steps">The chosen step for each waiting one; what is not named follows the plan.</param>
public sealed record MoveDossierRequest(Guid DossierId, int? SeenRevision, string? SeenTarget, bool WithProcedure, IReadOnlyDictionary<string, string> Steps);

/// <summary>Chuyển một hồ sơ sang phiên bản mới: one dossier, one transaction, one line of history.</summary>
public sealed class MoveDossier(ActDesk desk, Rulebooks rulebooks)
{
    public Task<ActResult> DoAsync(MoveDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) =>
            {
                var target = rulebooks.NewestFor(dossier, act.Local.Date, request.WithProcedure);
                return TargetOf(target) == request.SeenTarget
                    ? dossier.MoveTo(target, request.Steps, act)
                    : [new Refusal(nameof(RefusalCode.MoveTargetChanged))];
            },
            cancel
        );

    /// <summary>The versions of a route and a procedure in one word.</summary>
    public static string TargetOf(DossierRules rules) =>
        string.Create(CultureInfo.InvariantCulture, $"{rules.Route.Id}/{rules.Route.Version}/{LocalDatePattern.Iso.Format(rules.Procedure.InForceFrom)}");
}

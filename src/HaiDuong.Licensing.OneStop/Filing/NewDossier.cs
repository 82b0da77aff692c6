using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>Opens a dossier under the rules in force today; it keeps them to the end.</summary>
public sealed class NewDossier(Rulebooks rulebooks, OfficeClock clock)
{
    /// <summary>Null when no such procedure is in force today.</summary>
    public Dossier? Open(Guid id, string procedureSlug, SubmissionChannel channel, Guid? ownerAccountId)
    {
        var rules = rulebooks.InForce(procedureSlug, clock.Today);
        return rules is null
            ? null
            : new Dossier
            {
                Id = id,
                Reference = PublicCode.Make(),
                ProcedureSlug = rules.Procedure.Slug,
                ProcedureVersion = rules.Procedure.InForceFrom,
                RouteId = rules.Route.Id,
                RouteVersion = rules.Route.Version,
                RegimeName = rules.Regime.Name,
                DivisionKey = rules.Organisation.KeyOn(rules.Procedure.DivisionKey, clock.Today),
                Channel = channel,
                HidesApplicant = rules.Procedure.HidesApplicant,
                OwnerAccountId = ownerAccountId,
                CreatedAt = clock.Now,
            };
    }
}

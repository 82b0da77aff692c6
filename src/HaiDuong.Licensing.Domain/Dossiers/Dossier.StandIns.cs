using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Làm thay: what somebody may do of a dossier in another person's place.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// The person with the roles that count for this dossier. What is held in another's place counts for the procedures that it was given for, and not
    /// where the dossier is about that other person; a specialist's work that hides its sender is not passed on by absence, for the head alone says who
    /// learns the sender.
    /// </summary>
    public Actor Towards(Actor actor) => actor.Roles.All(held => held.By is null) ? actor : actor with { Roles = [.. actor.Roles.Where(Counts).Select(Whole)] };

    /// <summary>True when the dossier is about somebody whose place the person takes; then no list shows it to them.</summary>
    public bool IsAboutWhomTheyReplace(Actor actor) => ShutOut.Length > 0 && actor.StandsInFor.Any(ShutOut.Contains);

    /// <summary>Văn bản giao ký: the signature block and the document of whoever signs by a mandate; null where it is the head's own.</summary>
    private string? AuthorityOf(ActContext act)
    {
        var office = act.Rules.Organisation.For(DivisionKey, act.Local.Date);
        return SigningAuthority.Of(Towards(act.Actor), office, act.Rules.Organisation) is { By: { } by } held
            ? string.Join(" – ", SigningAuthority.LinesOf(held, office)) + (by.Document.Length > 0 ? $" ({by.Document})" : "")
            : null;
    }

    /// <summary>Refuses SigningNeedsMandate: nothing gives the person the signature for this procedure today.</summary>
    private IReadOnlyList<Refusal> WhyNotSignFor(ActContext act)
    {
        var (organisation, actor) = (act.Rules.Organisation, Towards(act.Actor));
        var office = organisation.For(DivisionKey, act.Local.Date);
        return SigningAuthority.Of(actor, office, organisation) is not null
            ? []
            :
            [
                new Refusal(
                    nameof(RefusalCode.SigningNeedsMandate),
                    null,
                    act.Actor.Name,
                    string.Join(" – ", SigningAuthority.Wanted(actor, office, organisation)),
                    act.Local.Date,
                    act.Rules.Procedure.ShortName
                ),
            ];
    }

    /// <summary>Whoever has the dossier, or stands in for them.</summary>
    private bool IsSpecialist(ActContext act) =>
        Specialist is { } specialist
        && (specialist.AccountId == act.Actor.AccountId || Towards(act.Actor).TakesPlaceOf(specialist.AccountId, StaffRole.Specialist));

    /// <summary>Towards a dossier that it covers a role is held wholly.</summary>
    private static RoleHolding Whole(RoleHolding held) => held.By is { IsLimited: true } by ? held with { By = by with { Procedures = [] } } : held;

    private bool Counts(RoleHolding held) =>
        held.By is not { } by || (by.Covers(ProcedureSlug) && !ShutOut.Contains(by.PersonId) && !(HidesApplicant && held.Role == StaffRole.Specialist));
}

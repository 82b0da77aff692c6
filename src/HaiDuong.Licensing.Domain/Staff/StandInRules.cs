using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>What a new fact about absence or authority is checked against.</summary>
/// <param name="Organisation">The units and who has them when.</param>
/// <param name="Roles">Who was given which role.</param>
/// <param name="Known">What was recorded so far.</param>
/// <param name="Today">The first day that can still be changed.</param>
public sealed record StandInCase(Organisation Organisation, IReadOnlyList<DatedRole> Roles, StandIns Known, LocalDate Today)
{
    public IReadOnlyList<RoleHolding> GivenTo(Guid account, LocalDate day) =>
        [.. Roles.Where(role => role.AccountId == account && role.IsOn(day)).Select(role => role.Holding)];
}

/// <summary>
/// Quy tắc ghi vắng mặt và giao thay: whoever stands in is fit for it and there; what is signed in another's place rests on a document; what is gone by stays
/// as it was; nothing is left waiting for somebody who is away. Source: Nghị định 30/2020/NĐ-CP, Điều 13.
/// </summary>
public static class StandInRules
{
    /// <summary>Who records at all; for whom says <see cref="MayRecord"/>.</summary>
    private static readonly StaffRole[] Recorders = [StaffRole.Administrator, StaffRole.Leader, StaffRole.DivisionHead, StaffRole.CentreLeader];

    /// <summary>Every reason why a fact cannot be recorded by somebody; empty when it can.</summary>
    public static IReadOnlyList<Refusal> Check(StandIn fact, Actor by, StandInCase known)
    {
        if (!Recorders.Any(by.Is))
            return [new Refusal(nameof(RefusalCode.StandInNotYours))];
        if (fact.PersonId == Guid.Empty)
            return [new Refusal(nameof(RefusalCode.StandInPerson), "person")];
        var covered = Covered(fact, known);
        if (!MayRecord(by, covered, known))
            return [new Refusal(nameof(RefusalCode.StandInNotYours))];
        return [.. Days(fact, known), .. fact.IsWithdrawn ? [] : Substitute(fact, covered, known).Concat(Signature(fact, covered, known))];
    }

    /// <summary>
    /// Ai được ghi: the administrator for everybody, whoever heads the office for its people, the head of a division or of the counter for those of the unit.
    /// </summary>
    public static bool MayRecord(Actor by, IReadOnlyCollection<RoleHolding> covered, StandInCase known) =>
        by.Is(StaffRole.Administrator)
        || (
            covered.Count > 0
            && covered.All(held =>
                by.Wide.Any(own =>
                    own.Role switch
                    {
                        StaffRole.Leader => known.Organisation.OfficeWith(own.Unit) == known.Organisation.OfficeWith(held.Unit),
                        StaffRole.DivisionHead or StaffRole.CentreLeader => own.Unit == held.Unit && held.Role != StaffRole.Leader,
                        _ => false,
                    }
                )
            )
        );

    /// <summary>The roles of the person that the fact is about on its first day.</summary>
    public static IReadOnlyList<RoleHolding> Covered(StandIn fact, StandInCase known) =>
        [.. known.GivenTo(fact.PersonId, fact.ValidFrom).Where(held => fact.Concerns(held.Role))];

    private static IEnumerable<Refusal> Days(StandIn fact, StandInCase known)
    {
        if (fact.ValidTo < fact.ValidFrom)
            yield return new Refusal(nameof(RefusalCode.StandInEnds), "to", fact.ValidFrom);
        if (fact.Replaces is not { } id)
        {
            if (fact.ValidFrom < known.Today)
                yield return new Refusal(nameof(RefusalCode.StandInPast), "from", known.Today);
            yield break;
        }

        if (known.Known.Standing().FirstOrDefault(one => one.Id == id && one.PersonId == fact.PersonId) is not { } before)
            yield return new Refusal(nameof(RefusalCode.StandInReplaced));
        else if (before.ValidFrom < known.Today && (fact.IsWithdrawn || fact.ValidFrom != before.ValidFrom || fact.ValidTo < known.Today.PlusDays(-1)))
            yield return new Refusal(nameof(RefusalCode.StandInKeptPast), fact.IsWithdrawn ? null : "from", before.ValidFrom, known.Today.PlusDays(-1));
        else if (before.ValidFrom >= known.Today && fact.ValidFrom < known.Today)
            yield return new Refusal(nameof(RefusalCode.StandInPast), "from", known.Today);
    }

    private static IEnumerable<Refusal> Substitute(StandIn fact, IReadOnlyList<RoleHolding> covered, StandInCase known)
    {
        if (covered.Count == 0)
            yield return new Refusal(nameof(RefusalCode.StandInRole), "role", fact.ValidFrom);
        var others = known.Known.Standing().Where(one => one.Id != fact.Replaces && one.Meets(fact)).ToList();
        if (fact.SubstituteId is not { } substitute)
        {
            if (!fact.IsAway || covered.Any(held => IsHeldByNobodyElse(held, fact, known)))
                yield return new Refusal(nameof(RefusalCode.StandInSubstitute), "substitute", fact.PersonName);
        }
        else if (substitute == fact.PersonId)
        {
            yield return new Refusal(nameof(RefusalCode.StandInSelf), "substitute");
        }
        else
        {
            var roles = known.GivenTo(substitute, fact.ValidFrom);
            foreach (var held in covered.Where(held => !IsFit(held, roles, fact.Form, known.Organisation)))
                yield return new Refusal(nameof(RefusalCode.StandInUnfit), "substitute", fact.SubstituteName ?? "", known.Organisation.NameOf(held.Unit));
            if (others.Find(one => one.IsAway && one.PersonId == substitute) is { } away)
                yield return new Refusal(nameof(RefusalCode.StandInAway), "substitute", fact.SubstituteName ?? "", away.Days);
            if (others.Exists(one => one.PersonId == fact.PersonId && one.SubstituteId == substitute && one.Role == fact.Role && IsOfSame(one, fact)))
                yield return new Refusal(nameof(RefusalCode.StandInTwice), "substitute", fact.SubstituteName ?? "");
        }

        if (fact.IsAway && others.Find(one => one.IsAway && one.SubstituteId == fact.PersonId) is { } first)
            yield return new Refusal(nameof(RefusalCode.StandInReplacing), "person", fact.PersonName, first.PersonName, first.Days);
    }

    private static IEnumerable<Refusal> Signature(StandIn fact, IReadOnlyList<RoleHolding> covered, StandInCase known)
    {
        if (fact.SubstituteId is not { } substitute)
            yield break;
        var leading = covered.Where(held => held.Role == StaffRole.Leader).ToList();
        var givesSignature = leading.Exists(held => known.Organisation.OfficeWith(held.Unit) is { } office && SigningAuthority.IsOwn(held, office));
        if (fact.Form is not { } form)
        {
            if (givesSignature)
                yield return new Refusal(nameof(RefusalCode.StandInForm), "form");
            yield break;
        }

        if (leading.Count > 0 && !givesSignature)
            yield return new Refusal(nameof(RefusalCode.StandInNotOwn), "form", fact.PersonName);
        else if (
            !(givesSignature || covered.Any(held => held.Role == StaffRole.DivisionHead) && form is SigningForm.InPlaceOf or SigningForm.Acting)
            || (givesSignature && !Suits(form, known.GivenTo(substitute, fact.ValidFrom)))
        )
            yield return new Refusal(nameof(RefusalCode.StandInFormFor), "form", form.Prefix(), fact.SubstituteName ?? "");
        if (form != SigningForm.Acting && fact.Position.Length == 0)
            yield return new Refusal(nameof(RefusalCode.StandInPosition), "position");
        if (fact.DocumentNumber.Length == 0)
            yield return new Refusal(nameof(RefusalCode.StandInDocument), "documentNumber");
        if (fact.DocumentDate is not { } day)
            yield return new Refusal(nameof(RefusalCode.StandInDocumentDate), "documentDate");
        else if (day > fact.ValidFrom)
            yield return new Refusal(nameof(RefusalCode.StandInDocumentLater), "documentDate", fact.ValidFrom);
        if (form == SigningForm.ByAuthorisation && fact.ValidTo is null)
            yield return new Refusal(nameof(RefusalCode.StandInLimits), "to");
        if (form == SigningForm.ByAuthorisation && fact.Procedures.Length == 0)
            yield return new Refusal(nameof(RefusalCode.StandInLimits), "procedures");
    }

    /// <summary>Two that are for different procedures are two.</summary>
    private static bool IsOfSame(StandIn one, StandIn other) =>
        one.IsAway == other.IsAway && (one.Procedures.Length == 0 || other.Procedures.Length == 0 || one.Procedures.Intersect(other.Procedures).Any());

    /// <summary>A specialist's work is one person's; every other desk goes on while somebody is at it.</summary>
    private static bool IsHeldByNobodyElse(RoleHolding held, StandIn fact, StandInCase known) =>
        held.Role == StaffRole.Specialist
        || !known.Roles.Any(role =>
            role.AccountId != fact.PersonId
            && role.IsOn(fact.ValidFrom)
            && (role.Holding.Role, role.Holding.Unit) == (held.Role, held.Unit)
            && !known.Known.On(fact.ValidFrom).Any(one => one.IsAway && one.PersonId == role.AccountId)
        );

    /// <summary>Ký thay is a deputy's, thừa lệnh and thừa ủy quyền the head's of a unit; whoever is appointed acting head may come from anywhere.</summary>
    private static bool Suits(SigningForm form, IReadOnlyList<RoleHolding> roles) =>
        form switch
        {
            SigningForm.InPlaceOf => roles.Any(own => own.Role == StaffRole.Leader),
            SigningForm.ByOrder or SigningForm.ByAuthorisation => roles.Any(own => own.Role == StaffRole.DivisionHead),
            _ => true,
        };

    private static bool IsFit(RoleHolding held, IReadOnlyList<RoleHolding> roles, SigningForm? form, Organisation organisation)
    {
        var office = organisation.OfficeWith(held.Unit);
        bool Here(params StaffRole[] which) => roles.Any(own => which.Contains(own.Role) && own.Unit == held.Unit);
        bool OfOffice(params StaffRole[] which) =>
            roles.Any(own => (which.Length == 0 || which.Contains(own.Role)) && organisation.OfficeWith(own.Unit) == office);
        return held.Role switch
        {
            StaffRole.Specialist => Here(StaffRole.Specialist, StaffRole.DivisionHead),
            StaffRole.DivisionHead => Here(StaffRole.Specialist, StaffRole.DivisionHead) || OfOffice(StaffRole.Leader),
            StaffRole.Leader => form == SigningForm.Acting ? OfOffice() : OfOffice(StaffRole.Leader, StaffRole.DivisionHead),
            StaffRole.CounterClerk or StaffRole.CentreLeader => Here(StaffRole.CounterClerk, StaffRole.CentreLeader),
            StaffRole.ConsultedAgency => Here(StaffRole.ConsultedAgency),
            _ => office is not null && OfOffice(),
        };
    }
}

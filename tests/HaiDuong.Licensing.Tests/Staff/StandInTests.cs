using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Tests.Dossiers;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Staff;

/// <summary>Absence and authority as dated facts: what stands on a day, what may be recorded, and how it is signed.</summary>
public sealed class StandInTests
{
    private const string Division = "press-publishing";
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly Guid Director = Person(1);
    private static readonly Guid Deputy = Person(2);
    private static readonly Guid Head = Person(3);
    private static readonly Guid Specialist = Person(4);
    private static readonly Guid Colleague = Person(5);
    private static readonly Guid Registry = Person(6);
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), "Quản trị", [new RoleHolding(StaffRole.Administrator, "office")]);

    private static readonly DatedRole[] Roles =
    [
        Given(Director, StaffRole.Leader, "leadership", "director"),
        Given(Deputy, StaffRole.Leader, "leadership", "deputyDirector"),
        Given(Head, StaffRole.DivisionHead, Division),
        Given(Specialist, StaffRole.Specialist, Division),
        Given(Colleague, StaffRole.Specialist, Division),
        Given(Registry, StaffRole.RegistryClerk, "office"),
    ];

    [Test]
    public void Standing_AsKnownAtAnyMoment_IsWhatNobodyHadReplacedByThen()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var facts = new List<StandIn>();
            for (var id = 1; id <= 8; id++)
            {
                var standing = new StandIns(facts).Standing().ToList();
                var replaced = standing.Count > 0 && random.Next(2) == 0 ? standing[random.Next(standing.Count)].Id : (long?)null;
                var from = Today.PlusDays(random.Next(10));
                facts.Add(
                    Known(id, Specialist, Colleague, from, from.PlusDays(random.Next(6)), replaced, isWithdrawn: replaced is not null && random.Next(3) == 0)
                );
            }

            var (day, known) = (Today.PlusDays(random.Next(14)), At(random.Next(10)));
            var expected = facts.Where(fact =>
                fact.RecordedAt <= known
                && !fact.IsWithdrawn
                && fact.ValidFrom <= day
                && day <= fact.ValidTo
                && !facts.Exists(later => later.Replaces == fact.Id && later.RecordedAt <= known)
            );

            Assert.That(new StandIns(facts).On(day, known).Select(fact => fact.Id), Is.EqualTo(expected.Select(fact => fact.Id)));
        }
    }

    [Test]
    public void HeldBy_OfWhoStandsIn_IsOnTheDaysAloneAndNeverTheAdministrators()
    {
        DatedRole[] roles = [.. Roles, Given(Specialist, StaffRole.Administrator, "office")];
        var facts = new StandIns([Known(1, Specialist, Colleague, Today, Today.PlusDays(2))]);

        var held = Enumerable.Range(-1, 5).Select(days => facts.HeldBy(Colleague, roles, Today.PlusDays(days)).Count(one => one.By is not null));

        Assert.That(held, Is.EqualTo(new[] { 0, 1, 1, 1, 0 }));
    }

    [TestCase(SigningForm.InPlaceOf, "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC")]
    [TestCase(SigningForm.Acting, "Q. GIÁM ĐỐC")]
    [TestCase(SigningForm.ByOrder, "TL. GIÁM ĐỐC|PHÓ GIÁM ĐỐC")]
    [TestCase(SigningForm.ByAuthorisation, "TUQ. GIÁM ĐỐC|PHÓ GIÁM ĐỐC")]
    public void Lines_FollowFromTheFact(SigningForm form, string lines)
    {
        var held = new StandIns([Signed(form)]).HeldBy(Deputy, Roles, Today)[^1];

        Assert.That(string.Join('|', SigningAuthority.LinesOf(held, Office)), Is.EqualTo(lines));
    }

    [Test]
    public void Lines_OfADeputyHeadOnALetter_AreOfThreeLevels()
    {
        var by = new Mandate(1, Head, "Trưởng phòng") { Form = SigningForm.InPlaceOf, Position = "PHÓ TRƯỞNG PHÒNG" };

        Assert.That(
            SigningAuthority.LinesOf(["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG"], by),
            Is.EqualTo(new[] { "TL. GIÁM ĐỐC", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG" })
        );
    }

    [Test]
    public void Check_OfAWholeFact_RefusesNothing()
    {
        Assert.That(Codes(Away(Specialist, Colleague)), Is.Empty);
        Assert.That(Codes(Away(Registry, Head)), Is.Empty, "Somebody of the same department does the registry's work.");
        Assert.That(Codes(Away(Director, null)), Is.Empty, "Another leader is there.");
        Assert.That(Codes(Signed(SigningForm.InPlaceOf)), Is.Empty);
        Assert.That(Codes(Signed(SigningForm.ByAuthorisation, Head, ["publishing-permit"], "TRƯỞNG PHÒNG")), Is.Empty);
    }

    [Test]
    public void Check_NamesWhatIsMissing()
    {
        Assert.That(Codes(Away(Specialist, null)), Is.EqualTo(new[] { "StandInSubstitute" }), "Assigned work is nobody else's.");
        Assert.That(Codes(Away(Registry, null)), Is.EqualTo(new[] { "StandInSubstitute" }));
        Assert.That(Codes(Away(Specialist, Registry)), Is.EqualTo(new[] { "StandInUnfit" }));
        Assert.That(Codes(Away(Specialist, Specialist)), Is.EqualTo(new[] { "StandInSelf" }));
        Assert.That(Codes(Away(Director, Deputy)), Is.EqualTo(new[] { "StandInForm" }));
        Assert.That(
            Codes(Signed(SigningForm.InPlaceOf, position: "", number: "")),
            Is.EqualTo(new[] { "StandInPosition", "StandInDocument", "StandInDocumentDate" })
        );
        Assert.That(Codes(Signed(SigningForm.InPlaceOf, Head)), Is.EqualTo(new[] { "StandInFormFor" }));
        Assert.That(Codes(Signed(SigningForm.ByAuthorisation, Head)), Is.EqualTo(new[] { "StandInLimits" }));
        Assert.That(Codes(Signed(SigningForm.InPlaceOf, date: Today.PlusDays(1))), Is.EqualTo(new[] { "StandInDocumentLater" }));
        Assert.That(Codes(Away(Specialist, Colleague, Today.PlusDays(-1))), Is.EqualTo(new[] { "StandInPast" }));
        Assert.That(Codes(Away(Specialist, Colleague, to: Today.PlusDays(-1))), Is.EqualTo(new[] { "StandInEnds" }));
    }

    [Test]
    public void Check_NeverLeavesWorkWithSomebodyWhoIsAway()
    {
        var away = Known(1, Specialist, Colleague, Today, Today.PlusDays(3));

        Assert.That(Codes(Away(Head, Specialist), away), Does.Contain("StandInAway"));
        Assert.That(Codes(Away(Colleague, Head), away), Does.Contain("StandInReplacing"));
        Assert.That(Codes(Away(Specialist, Colleague), away), Does.Contain("StandInTwice"));
    }

    [Test]
    public void Check_OfACorrection_KeepsWhatIsGoneBy()
    {
        var begun = Known(1, Specialist, Colleague, Today.PlusDays(-5), Today.PlusDays(5));
        StandIn Corrected(LocalDate from, LocalDate to, bool isWithdrawn = false) => Known(2, Specialist, Colleague, from, to, 1, isWithdrawn);

        Assert.That(Codes(Corrected(begun.ValidFrom, Today.PlusDays(-1)), begun), Is.Empty, "Back today.");
        Assert.That(Codes(Corrected(begun.ValidFrom, Today.PlusDays(-2)), begun), Is.EqualTo(new[] { "StandInKeptPast" }));
        Assert.That(Codes(Corrected(Today, Today.PlusDays(5)), begun), Is.EqualTo(new[] { "StandInKeptPast" }));
        Assert.That(Codes(Corrected(begun.ValidFrom, begun.ValidTo!.Value, isWithdrawn: true), begun), Is.EqualTo(new[] { "StandInKeptPast" }));
        Assert.That(Codes(Corrected(begun.ValidFrom, Today), begun, Corrected(begun.ValidFrom, Today)), Does.Contain("StandInReplaced"));
    }

    [Test]
    public void Check_AsksWhoRecords()
    {
        Actor As(StaffRole role, string unit) => new(Guid.CreateVersion7(), "Người ghi", [new RoleHolding(role, unit)]);
        var fact = Away(Specialist, Colleague);

        Assert.That(StandInRules.Check(fact, As(StaffRole.DivisionHead, Division), Case()), Is.Empty);
        Assert.That(StandInRules.Check(fact, As(StaffRole.Leader, "leadership"), Case()), Is.Empty);
        foreach (
            var other in new[] { As(StaffRole.DivisionHead, "post-telecom"), As(StaffRole.CentreLeader, "service-centre"), As(StaffRole.Specialist, Division) }
        )
            Assert.That(StandInRules.Check(fact, other, Case()).Select(refusal => refusal.Code), Is.EqualTo(new[] { "StandInNotYours" }));
    }

    private static Office Office => DossierBuilder.Organisation.OfficeWith("leadership")!;

    private static IEnumerable<string> Codes(StandIn fact, params StandIn[] known) =>
        StandInRules.Check(fact, Administrator, Case(known)).Select(refusal => refusal.Code);

    private static StandInCase Case(params StandIn[] known) => new(DossierBuilder.Organisation, Roles, new StandIns(known), Today);

    private static StandIn Away(Guid person, Guid? substitute, LocalDate? from = null, LocalDate? to = null) =>
        Fact(0, person, substitute, from ?? Today, to ?? (from ?? Today).PlusDays(3));

    private static StandIn Signed(
        SigningForm form,
        Guid? substitute = null,
        string[]? procedures = null,
        string position = "PHÓ GIÁM ĐỐC",
        string number = "15/QĐ-STTTT",
        LocalDate? date = null
    ) =>
        Fact(
            0,
            Director,
            substitute ?? Deputy,
            Today,
            Today.PlusDays(3),
            form,
            position,
            procedures,
            number,
            number.Length == 0 ? null : date ?? Today,
            isAway: false
        );

    private static StandIn Known(long id, Guid person, Guid substitute, LocalDate from, LocalDate to, long? replaces = null, bool isWithdrawn = false) =>
        Fact(id, person, substitute, from, to, replaces: replaces, isWithdrawn: isWithdrawn);

    private static StandIn Fact(
        long id,
        Guid person,
        Guid? substitute,
        LocalDate from,
        LocalDate? to,
        SigningForm? form = null,
        string position = "",
        string[]? procedures = null,
        string number = "",
        LocalDate? date = null,
        bool isAway = true,
        long? replaces = null,
        bool isWithdrawn = false
    )
    {
        var fact = new StandIn
        {
            PersonId = person,
            PersonName = "Người vắng",
            IsAway = isAway,
            SubstituteId = substitute,
            SubstituteName = substitute is null ? null : "Người làm thay",
            ValidFrom = from,
            ValidTo = to,
            Form = form,
            Position = position,
            Procedures = procedures ?? [],
            DocumentNumber = number,
            DocumentDate = date,
            Replaces = replaces,
            IsWithdrawn = isWithdrawn,
            RecordedAt = At((int)id),
            RecordedById = null,
            RecordedBy = "Quản trị",
        };
        typeof(StandIn).GetProperty(nameof(StandIn.Id))!.SetValue(fact, id);
        return fact;
    }

    private static LocalDateTime At(int hours) => Today.AtMidnight().PlusHours(hours);

    private static Guid Person(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static DatedRole Given(Guid account, StaffRole role, string unit, string? title = null) =>
        new(account, new RoleHolding(role, unit, title), new LocalDate(2020, 1, 1), null);
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Staff;

/// <summary>Who has a unit's work on a day, by the shipped offices: the department, its two successors of March 2025 and those of July.</summary>
public sealed class OrganisationTests
{
    private static readonly Organisation Shipped = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory)).Organisation;

    [TestCase("post-telecom", "2024-12-31", "post-telecom")]
    [TestCase("post-telecom", "2025-02-28", "post-telecom")]
    [TestCase("post-telecom", "2025-03-01", "hd-digital")]
    [TestCase("information-technology", "2025-03-01", "hd-digital")]
    [TestCase("press-publishing", "2025-03-01", "hd-press")]
    [TestCase("press-publishing", "2025-06-30", "hd-press")]
    [TestCase("press-publishing", "2026-03-02", "hp-press")]
    [TestCase("service-centre", "2025-06-30", "service-centre")]
    [TestCase("service-centre", "2025-07-01", "hp-service-centre")]
    [TestCase("post-telecom", "2010-01-01", "post-telecom", Description = "What was before the first record is not known.")]
    [TestCase("hd-digital", "2025-02-28", null, Description = "It had not begun, and others had the work.")]
    [TestCase("police", "2025-03-01", null, Description = "No unit.")]
    public void Living_FollowsTheSuccessors(string unit, string day, string? living) => Assert.That(Shipped.Living(unit, Day(day))?.Key, Is.EqualTo(living));

    [TestCase("press-publishing", "2025-02-28", "stttt-hai-duong", "leadership")]
    [TestCase("press-publishing", "2025-03-01", "vhttdl-hai-duong", "hd-culture-leadership")]
    [TestCase("press-publishing", "2025-07-01", "vhttdl-hai-phong", "hp-culture-leadership")]
    [TestCase("post-telecom", "2025-03-01", "skhcn-hai-duong", "hd-science-leadership")]
    [TestCase("hp-press", "2026-01-01", "vhttdl-hai-phong", "hp-culture-leadership")]
    public void For_IsTheDepartmentThatAnswersOnTheDay(string division, string day, string office, string leaders)
    {
        Assert.That(Shipped.For(division, Day(day)).Key, Is.EqualTo(office));
        Assert.That(Shipped.DeskOf(StaffRole.Leader, division, Day(day)), Is.EqualTo(leaders));
    }

    [TestCase("2008-03-17", "stttt-hai-duong")]
    [TestCase("2025-03-01", "skhcn-hai-duong")]
    [TestCase("2026-11-01", "skhcn-hai-phong")]
    public void Seat_FollowsTheLineOfOffices(string day, string office) => Assert.That(Shipped.Seat(Day(day)).Key, Is.EqualTo(office));

    [TestCase("2024-12-31")]
    [TestCase("2025-03-01")]
    [TestCase("2026-11-29")]
    public void AsFounded_IsTheFirstDepartmentWithItsSixDivisionsOnEveryDay(string day)
    {
        var founded = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory) with { Mergers = false }).Organisation;

        var seat = founded.Seat(Day(day));

        Assert.That(seat, Has.Property("Key").EqualTo("stttt-hai-duong").And.Property("UnitCode").EqualTo("000.00.13.H23"));
        Assert.That(founded.UnitsOn(Day(day)).Count(pair => pair.Office == seat && pair.Unit.Kind == OfficeUnitKind.Division), Is.EqualTo(6));
        Assert.That(founded.For("press-publishing", Day(day)), Is.SameAs(seat));
        Assert.That(founded.Living("service-centre", Day("2026-11-29"))?.Key, Is.EqualTo("service-centre"), "The counter's own office goes on too.");
    }

    [Test]
    public void WithInherited_AddsTheUnitsWhoseWorkWasTakenOver()
    {
        var held = Shipped.WithInherited([new RoleHolding(StaffRole.Specialist, "hp-digital")]);

        Assert.That(held.Select(one => one.Unit), Is.EqualTo(["hp-digital", "hd-digital", "information-technology", "post-telecom"]));
        Assert.That(held.Select(one => one.Role), Is.All.EqualTo(StaffRole.Specialist));
    }

    [Test]
    public void Line_IsTheWayOfADossier() =>
        Assert.That(Shipped.Line("press-publishing", "hp-press"), Is.EqualTo(["press-publishing", "hd-press", "hp-press"]));

    [Test]
    public void SymbolOf_WritesTheSignsOfOfficeAndDivision()
    {
        var office = Shipped.For("press-publishing", Day("2025-03-01"));

        Assert.That(office.SymbolOf("GP-{office}", null), Is.EqualTo("GP-SVHTTDL"));
        Assert.That(office.SymbolOf("{office}-{division}", Shipped.Find("hd-press")), Is.EqualTo("SVHTTDL-TTBCXB"));
    }

    [Test]
    public void Announcement_ChangesWhoFollows_AndOnlyFromItsDay()
    {
        var announced = Shipped.With([Merge("hp-press", "hp-culture-office", "2027-01-01")]);

        Assert.That(announced.Living("press-publishing", Day("2026-12-31"))!.Key, Is.EqualTo("hp-press"));
        Assert.That(announced.Living("press-publishing", Day("2027-01-01"))!.Key, Is.EqualTo("hp-culture-office"));
    }

    [TestCase("hp-press", "hp-culture-office", "2027-01-01", null)]
    [TestCase("atlantis", "hp-culture-office", "2027-01-01", "UnitRequired")]
    [TestCase("hp-press", "", "2027-01-01", "SuccessorRequired")]
    [TestCase("hp-press", "hp-press", "2027-01-01", "SuccessorSelf")]
    [TestCase("hp-press", "hd-press", "2027-01-01", "SuccessorSelf")]
    [TestCase("hp-press", "hp-culture-leadership", "2027-01-01", "SuccessorKind")]
    [TestCase("hp-press", "hp-culture-office", "2026-11-20", "SuccessionInPast")]
    [TestCase("post-telecom", "hp-culture-office", "2027-01-01", "UnitEnded")]
    public void Announcement_IsChecked(string unit, string successor, string from, string? refusal) =>
        Assert.That(Merge(unit, successor, from).Check(Shipped, Day("2026-11-20")).Select(one => one.Code), refusal is null ? Is.Empty : Is.EqualTo([refusal]));

    [Test]
    public void Role_GoesOnUnitByUnit_WithItsDays()
    {
        var role = new RoleAssignment
        {
            Id = Guid.CreateVersion7(),
            AccountId = Guid.CreateVersion7(),
            Role = StaffRole.Specialist,
            Unit = "press-publishing",
            ValidFrom = Day("2024-01-01"),
            ValidTo = Day("2027-01-31"),
        };

        var terms = RoleSuccession.Of(role, Shipped, Day("2025-07-01"));

        Assert.That(
            terms.Select(term => (term.Unit, term.ValidFrom, term.ValidTo)),
            Is.EqualTo(
                new (string, LocalDate, LocalDate?)[] { ("hd-press", Day("2025-03-01"), Day("2025-06-30")), ("hp-press", Day("2025-07-01"), Day("2027-01-31")) }
            )
        );
    }

    private static UnitSuccession Merge(string unit, string successor, string from) =>
        new()
        {
            Unit = unit,
            Successor = successor,
            From = Day(from),
            Source = "QĐ 01/2026",
            PublishedAt = Day("2026-11-20").AtMidnight(),
            PublishedById = null,
            PublishedBy = "Quản trị",
        };

    private static LocalDate Day(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
}

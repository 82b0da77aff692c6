using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Staff;

public sealed class RolePlacesTests
{
    private static readonly LocalDate Day = new(2025, 1, 6);

    [TestCase(StaffRole.CounterClerk, OfficeUnits.Counter, null)]
    [TestCase(StaffRole.CounterClerk, "post-telecom", "RoleUnit")]
    [TestCase(StaffRole.Specialist, "post-telecom", null)]
    [TestCase(StaffRole.Specialist, OfficeUnits.Counter, "RoleUnit")]
    [TestCase(StaffRole.Specialist, "no-such-unit", "RoleUnit")]
    [TestCase(StaffRole.Leader, OfficeUnits.Leadership, "RoleTitle")]
    [TestCase(StaffRole.ConsultedAgency, "police", null)]
    [TestCase(StaffRole.ConsultedAgency, "post-telecom", "RoleUnit")]
    [TestCase(StaffRole.Applicant, OfficeUnits.Counter, "RoleRequired")]
    [TestCase(StaffRole.System, OfficeUnits.Counter, "RoleRequired")]
    public void Check_HoldsEachRoleToItsUnits(StaffRole role, string unit, string? refusal)
    {
        var refusals = RolePlaces.Check(new RoleHolding(role, unit), Office(), new HashSet<string> { "police" }, Day);

        Assert.That(refusals.Select(refused => refused.Code), refusal is null ? Is.Empty : Is.EqualTo(new[] { refusal }));
    }

    [Test]
    public void Check_OfAUnitThatHasEnded_IsRefused()
    {
        var refusals = RolePlaces.Check(new RoleHolding(StaffRole.Specialist, "post-telecom"), Office(), new HashSet<string>(), new LocalDate(2026, 1, 5));

        Assert.That(refusals.Select(refused => refused.Code), Is.EqualTo(new[] { "RoleUnit" }));
    }

    private static Office Office() => new()
    {
        Key = "test",
        ValidFrom = new LocalDate(2020, 1, 1),
        Superior = "",
        Agency = "",
        Name = "",
        Place = "",
        Symbol = "",
        UnitCode = "",
        Address = "",
        Phone = "",
        Email = "",
        Website = "",
        Statements = [],
        SignerTitles = [new SignerTitle { Key = "director", Lines = ["GIÁM ĐỐC"] }],
        Units =
        [
            Unit(OfficeUnits.Counter, OfficeUnitKind.ServiceCentre),
            Unit(OfficeUnits.Leadership, OfficeUnitKind.Leadership),
            Unit("post-telecom", OfficeUnitKind.Division) with { ValidTo = new LocalDate(2025, 12, 31) },
        ],
    };

    private static OfficeUnit Unit(string key, OfficeUnitKind kind) =>
        new() { Key = key, Name = key, ShortName = key, Kind = kind, Symbol = "", ValidFrom = new LocalDate(2020, 1, 1) };
}

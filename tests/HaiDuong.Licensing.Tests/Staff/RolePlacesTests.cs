using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Staff;

public sealed class RolePlacesTests
{
    private static readonly LocalDate Day = new(2025, 1, 6);

    [TestCase(StaffRole.CounterClerk, "service-centre", null)]
    [TestCase(StaffRole.CounterClerk, "post-telecom", "RoleUnit")]
    [TestCase(StaffRole.Specialist, "post-telecom", null)]
    [TestCase(StaffRole.Specialist, "service-centre", "RoleUnit")]
    [TestCase(StaffRole.Specialist, "no-such-unit", "RoleUnit")]
    [TestCase(StaffRole.Leader, "leadership", "RoleTitle")]
    [TestCase(StaffRole.ConsultedAgency, "police", null)]
    [TestCase(StaffRole.ConsultedAgency, "post-telecom", "RoleUnit")]
    [TestCase(StaffRole.Applicant, "service-centre", "RoleRequired")]
    [TestCase(StaffRole.System, "service-centre", "RoleRequired")]
    public void Check_HoldsEachRoleToItsUnits(StaffRole role, string unit, string? refusal)
    {
        var refusals = RolePlaces.Check(new RoleHolding(role, unit), new Organisation([Office()]), new HashSet<string> { "police" }, Day);

        Assert.That(refusals.Select(refused => refused.Code), refusal is null ? Is.Empty : Is.EqualTo(new[] { refusal }));
    }

    [Test]
    public void Check_OfAUnitThatHasEnded_IsRefused()
    {
        var refusals = RolePlaces.Check(
            new RoleHolding(StaffRole.Specialist, "post-telecom"),
            new Organisation([Office()]),
            new HashSet<string>(),
            new LocalDate(2026, 1, 5)
        );

        Assert.That(refusals.Select(refused => refused.Code), Is.EqualTo(new[] { "RoleUnit" }));
    }

    private static Office Office() =>
        new()
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
            Source = "OK",
            Verified = false,
            Desks = new Dictionary<StaffRole, string>(),
            SignerTitles = [new SignerTitle { Key = "director", Lines = ["GIÁM ĐỐC"] }],
            Units =
            [
                Unit("service-centre", OfficeUnitKind.ServiceCentre),
                Unit("leadership", OfficeUnitKind.Leadership),
                Unit("post-telecom", OfficeUnitKind.Division) with
                {
                    ValidTo = new LocalDate(2025, 12, 31),
                },
            ],
        };

    private static OfficeUnit Unit(string key, OfficeUnitKind kind) =>
        new()
        {
            Key = key,
            Name = key,
            ShortName = key,
            Kind = kind,
            Symbol = "",
            ValidFrom = new LocalDate(2020, 1, 1),
        };
}

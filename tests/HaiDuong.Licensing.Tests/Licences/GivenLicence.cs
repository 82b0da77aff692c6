using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>A certificate of a game point (worked case 14), from 15/05/2023 to 15/05/2026, and what is done to it.</summary>
internal static class GivenLicence
{
    public static readonly Applicant Holder = new(
        ApplicantKind.Individual,
        "Nguyễn Thị Mai Phương",
        "030185001234",
        "Số 12 phố Bình Minh, thị trấn Gia Lộc",
        "0912345678",
        "mai.phuong@example.vn"
    );

    public static readonly LicenceEntry By = Entry(new LocalDate(2026, 3, 10));

    public static Licence GamePoint(Applicant? holder = null) =>
        Licence.Issue(
            "game-point-certificate",
            "post-telecom",
            Paper("14/GCN-TCCC", new LocalDate(2023, 5, 15), new LocalDate(2026, 5, 15)) with
            {
                Holder = holder ?? Holder,
            },
            Entry(new LocalDate(2023, 5, 15))
        );

    public static LicencePaper Paper(string number, LocalDate issuedOn, LocalDate? validTo) =>
        new(number, issuedOn, Holder, "Điểm Sao Mai", "Số 12 phố Bình Minh", issuedOn, validTo);

    public static LicenceRule RuleOf(LicenceAct act) =>
        new()
        {
            Act = act,
            Text = "x",
            Source = "OK",
            Verified = false,
        };

    public static LicenceEntry Entry(LocalDate day) =>
        new(
            new Actor(Guid.CreateVersion7(), "Văn thư", [new RoleHolding(StaffRole.RegistryClerk, "hp-culture-office")]),
            OfficeClock.ToInstant(day.At(new LocalTime(9, 0))),
            day
        );
}

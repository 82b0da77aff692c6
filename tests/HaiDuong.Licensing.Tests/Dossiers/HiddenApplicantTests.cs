using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Who may know who sent a denunciation (Luật Tố cáo), role by role, as it goes on.</summary>
public sealed class HiddenApplicantTests
{
    private const string Denunciation = "denunciation-settlement";

    [TestCase(StaffRole.CounterClerk, "hp-service-centre", true, false)]
    [TestCase(StaffRole.DivisionHead, "hp-science-office", true, true)]
    [TestCase(StaffRole.DivisionHead, "hp-press", false, false)]
    [TestCase(StaffRole.Specialist, "hp-science-office", false, false)]
    [TestCase(StaffRole.Leader, "hp-science-leadership", true, true)]
    [TestCase(StaffRole.Leader, "hp-culture-leadership", false, false)]
    [TestCase(StaffRole.RegistryClerk, "hp-science-office", false, false)]
    [TestCase(StaffRole.Accountant, "hp-science-finance", false, false)]
    [TestCase(StaffRole.Inspector, "hp-science-office", false, false)]
    [TestCase(StaffRole.CentreLeader, "hp-service-centre", false, false)]
    [TestCase(StaffRole.Administrator, "hp-science-office", false, false)]
    [TestCase(StaffRole.ConsultedAgency, "province", false, false)]
    public void MaySeeApplicant_FollowsTheRole(StaffRole role, string unit, bool beforeAssignment, bool afterwards)
    {
        var actor = DossierBuilder.Holder("Người xem", role, unit);
        var accepted = new DossierBuilder(Denunciation).Accepted().Dossier;
        var assigned = new DossierBuilder(Denunciation).Assigned().Dossier;

        Assert.That(Sees(actor, accepted), Is.EqualTo(beforeAssignment));
        Assert.That(Sees(actor, assigned), Is.EqualTo(afterwards));
        Assert.That(Reads(actor, assigned), Is.EqualTo(afterwards));
    }

    [TestCase(StaffRole.Leader, "hp-culture-leadership", true)]
    [TestCase(StaffRole.RegistryClerk, "hp-culture-office", true)]
    [TestCase(StaffRole.Leader, "hp-science-leadership", false)]
    [TestCase(StaffRole.RegistryClerk, "hp-science-office", false)]
    [TestCase(StaffRole.Accountant, "hp-science-finance", false)]
    [TestCase(StaffRole.Inspector, "hp-science-office", false)]
    [TestCase(StaffRole.CounterClerk, "hp-service-centre", true)]
    public void MayRead_OfAnotherDepartment_EndsAtTheDepartment(StaffRole role, string unit, bool may) =>
        Assert.That(Reads(DossierBuilder.Holder("Người xem", role, unit), new DossierBuilder().Accepted().Dossier), Is.EqualTo(may));

    [Test]
    public void MaySeeApplicant_OfTheAssignedSpecialistAlone()
    {
        var builder = new DossierBuilder(Denunciation).Assigned();

        Assert.That(Sees(builder.Specialist, builder.Dossier));
        Assert.That(Sees(DossierBuilder.Holder("Thanh tra viên khác", StaffRole.Specialist, "hp-science-office"), builder.Dossier), Is.False);
    }

    [Test]
    public void MaySeeApplicant_OfAnyOtherProcedure_IsAsBefore() =>
        Assert.That(Sees(DossierBuilder.Holder("Kế toán", StaffRole.Accountant, "hp-science-finance"), new DossierBuilder().Accepted().Dossier));

    [Test]
    public void ForgetApplicant_LeavesNothingThatTells()
    {
        var dossier = new DossierBuilder(Denunciation).Accepted().Dossier;
        var applicant = dossier.Applicant;

        dossier.ForgetApplicant("Người gửi được giữ bí mật");

        Assert.That((dossier.Applicant.Name, dossier.Applicant.IdentityNumber, dossier.Applicant.Address), Is.EqualTo(("Người gửi được giữ bí mật", "", "")));
        Assert.That((dossier.Papers.Count, dossier.Slips.Count, dossier.Submitter), Is.EqualTo((0, 0, (Submitter?)null)));
        Assert.That(dossier.Form.ToJson(), Does.Not.Contain(applicant.Name).And.Not.Contain(applicant.IdentityNumber));
    }

    [Test]
    public void Notices_ToTheOffice_DoNotNameTheSender()
    {
        var dossier = new DossierBuilder(Denunciation).Assigned().Dossier;

        Assert.That(
            dossier.Notices.Where(notice => notice.AccountId is not null).Select(notice => notice.Facts["applicant"]),
            Is.Not.Empty.And.All.Not.EqualTo(dossier.Applicant.Name)
        );
    }

    private static bool Sees(Actor actor, Dossier dossier) =>
        AccessTable.MaySeeApplicant(actor, dossier, DossierBuilder.Organisation, DossierBuilder.Start.Date);

    private static bool Reads(Actor actor, Dossier dossier) => AccessTable.MayRead(actor, dossier, DossierBuilder.Organisation, DossierBuilder.Start.Date);
}

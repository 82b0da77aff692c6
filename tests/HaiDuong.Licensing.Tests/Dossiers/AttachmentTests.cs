using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Giấy tờ do cán bộ đính kèm: who added what, from where and when; one that was added by mistake is taken away and stays written.</summary>
internal sealed class AttachmentTests
{
    [Test]
    public void Attach_KeepsWhatItIsFromWhereAndWho_AndMovesNothing()
    {
        var builder = new DossierBuilder().Assigned();
        var work = builder.Dossier.Work.Single();

        builder.Then(dossier =>
            dossier.Attach(" Công văn góp ý ", "Sở Xây dựng", [DossierBuilder.Scan(), DossierBuilder.Scan('b')], builder.As(builder.Specialist))
        );

        Assert.That(
            builder.Dossier.Attachments.Select(file => (file.Title, file.Source, file.By, file.Role, file.Unit, file.At)),
            Is.All.EqualTo(("Công văn góp ý", "Sở Xây dựng", builder.Specialist.Name, StaffRole.Specialist, builder.Division, builder.Now))
        );
        Assert.That(builder.Dossier.Attachments.Select(file => file.FileHash), Is.EqualTo(new[] { new string('a', 64), new string('b', 64) }));
        Assert.That((builder.Dossier.Work.Single(), builder.Dossier.Status), Is.EqualTo((work, DossierStatus.InProcess)));
        Assert.That((builder.Dossier.History[^1].Act, builder.Dossier.History[^1].Note), Is.EqualTo((DossierAct.Attach, "Công văn góp ý (Sở Xây dựng): 2")));
    }

    [TestCase("", true, "AttachmentTitleMissing")]
    [TestCase("Ảnh", false, "AttachmentFileMissing")]
    public void Attach_OfHalf_IsRefused(string title, bool withFile, string code)
    {
        var builder = new DossierBuilder().Assigned();

        Assert.That(
            builder.Try(dossier => dossier.Attach(title, null, withFile ? [DossierBuilder.Scan()] : [], builder.As(builder.Specialist))),
            Is.EqualTo((string[])[code])
        );
    }

    [Test]
    public void Detach_ByWhoeverAttachedOrTheHead_KeepsThatItWasThere()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier => dossier.Attach("Ảnh", null, [DossierBuilder.Scan(), DossierBuilder.Scan('b')], builder.As(builder.Specialist)));
        Guid[] ids = [.. builder.Dossier.Attachments.Select(file => file.Id)];

        Assert.That(builder.Try(dossier => dossier.Detach(ids[0], "Nhầm", builder.As(builder.Leader))), Is.EqualTo((string[])["StepNotYours"]));
        Assert.That(builder.Try(dossier => dossier.Detach(ids[0], " ", builder.As(builder.Specialist))), Is.EqualTo((string[])["ReasonRequired"]));
        builder.Then(dossier => dossier.Detach(ids[0], "Nhầm hồ sơ", builder.As(builder.Specialist)));
        builder.Then(dossier => dossier.Detach(ids[1], "Ảnh mờ", builder.As(builder.Head)));

        Assert.That(
            builder.Dossier.Attachments.Select(file => (file.Removal!.By, file.Removal.Reason)),
            Is.EqualTo(new[] { (builder.Specialist.Name, "Nhầm hồ sơ"), (builder.Head.Name, "Ảnh mờ") })
        );
    }

    [Test]
    public void TakeIn_WithAScanAttached_CanStillBeUndone()
    {
        var builder = new DossierBuilder(channel: Domain.Procedures.SubmissionChannel.Counter).Accepted();
        builder.Then(dossier => dossier.Attach("Bản chụp đơn", null, [DossierBuilder.Scan()], builder.As(builder.Clerk)));

        Assert.That(builder.Dossier.WhyNot(DossierAct.VoidTakeIn, builder.As(builder.Clerk)), Is.Empty);
    }

    [Test]
    public void Agency_SeesOfWhatWasAttached_ItsOwnAlone()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier => dossier.AskOpinion("propaganda", "Ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));
        builder.Then(dossier => dossier.Attach("Ảnh", null, [DossierBuilder.Scan()], builder.As(builder.Specialist)));
        var agency = DossierBuilder.Holder("Ban Tuyên giáo", StaffRole.ConsultedAgency, "propaganda");
        builder.Then(dossier => dossier.Attach("Công văn", null, [DossierBuilder.Scan('b')], builder.As(agency)));

        builder.Dossier.ForgetAllBut("propaganda", builder.Rules.Procedure, "");

        Assert.That(builder.Dossier.Attachments.Select(file => file.Title), Is.EqualTo(new[] { "Công văn" }));
    }
}

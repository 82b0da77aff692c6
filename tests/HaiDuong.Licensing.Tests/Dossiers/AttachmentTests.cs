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
    public void Attach_SaysWhatIsMissingAndWhatIsTooMuchBesideTheField()
    {
        var builder = new DossierBuilder().Assigned();
        var (longest, most) = (new string('a', Attachment.MostLetters), Enumerable.Repeat(0, Attachment.Most).Select((_, at) => Named($"{at}.pdf")).ToList());
        IEnumerable<(string, string?)> Refused(string? title, string? source, IReadOnlyList<AttachedFile> files) =>
            builder.Dossier.Attach(title, source, files, builder.As(builder.Specialist)).Select(refusal => (refusal.Code, refusal.Field));

        Assert.That(
            Refused(null, null, []),
            Is.EqualTo(new (string, string?)[] { ("AttachmentTitleMissing", "attach.title"), ("AttachmentFileMissing", "attach.files") })
        );
        Assert.That(Refused(longest + "b", null, [Named("a")]), Is.EqualTo(new (string, string?)[] { ("AttachmentTextTooLong", "attach.title") }));
        Assert.That(Refused("Ảnh", longest + "b", [Named("a")]), Is.EqualTo(new (string, string?)[] { ("AttachmentTextTooLong", "attach.title") }));
        Assert.That(Refused("Ảnh", null, [.. most, Named("a")]), Is.EqualTo(new (string, string?)[] { ("PapersTooMany", "attach.files") }));
        Assert.That(builder.Dossier.Attachments, Is.Empty);
        Assert.That(Refused(longest, longest, [.. most.Skip(1)]), Is.Empty);
        Assert.That(Refused("Ảnh", null, [Named("a")]), Is.Empty, "the last that there is room for");
        Assert.That(builder.Dossier.Attachments[^1].Source, Is.Null);
        Assert.That(builder.Dossier.History[^1].Note, Is.EqualTo("Ảnh: 1"));
        Assert.That(Refused("Ảnh", null, [Named("b")]), Is.EqualTo(new (string, string?)[] { ("PapersTooMany", "attach.files") }));
    }

    [Test]
    public void Detach_IsOfOnesOwnFiles_SaysWhyInTheHistory_AndHappensOnce()
    {
        var builder = new DossierBuilder().Assigned();
        IEnumerable<(string, string?)> Refused(Guid id, string? reason, Actor by) =>
            builder.Dossier.Detach(id, reason, builder.As(by)).Select(refusal => (refusal.Code, refusal.Field));

        Assert.That(builder.Try(dossier => dossier.Detach(Guid.Empty, "Nhầm", builder.As(builder.Head))), Is.EqualTo((string[])["StepNotWaiting"]));
        builder.Then(dossier => dossier.Attach("Ảnh", null, [Named("a")], builder.As(builder.Head)));
        builder.Then(dossier => dossier.Attach("Bản đồ", null, [Named("b")], builder.As(builder.Specialist)));
        Guid[] ids = [.. builder.Dossier.Attachments.Select(file => file.Id)];

        Assert.That(Refused(ids[0], "Nhầm", builder.Specialist).Single().Item1, Is.EqualTo("StepNotYours"));
        Assert.That(Refused(Guid.CreateVersion7(), "Nhầm", builder.Head).Single().Item1, Is.EqualTo("StepNotYours"));
        Assert.That(Refused(ids[1], null, builder.Specialist), Is.EqualTo(new (string, string?)[] { ("ReasonRequired", "reason") }));
        builder.Then(dossier => dossier.Detach(ids[1], "Nhầm hồ sơ", builder.As(builder.Specialist)));
        Assert.That((builder.Dossier.History[^1].Act, builder.Dossier.History[^1].Note), Is.EqualTo((DossierAct.Detach, "Bản đồ. Nhầm hồ sơ")));
        Assert.That(Refused(ids[1], "Nhầm", builder.Specialist).Single().Item1, Is.EqualTo("StepNotYours"), "what is left is another's");
        builder.Then(dossier => dossier.Detach(ids[0], "Ảnh mờ", builder.As(builder.Head)));
        Assert.That(Refused(ids[0], "Nhầm", builder.Head).Single().Item1, Is.EqualTo("StepNotWaiting"), "nothing is left");
        Assert.That(Refused(ids[0], "Nhầm", builder.Specialist).Single().Item1, Is.EqualTo("StepNotYours"));
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

    [Test]
    public void WhatHidesItsSender_IsAttachedToByWhoeverMayKnowTheSender()
    {
        var builder = new DossierBuilder("denunciation-settlement").Accepted();
        bool May(Actor actor) => builder.Dossier.WhyNot(DossierAct.Attach, builder.As(actor)).Count == 0;
        var colleague = DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, builder.Division);

        Assert.That((May(builder.Clerk), May(colleague)), Is.EqualTo((true, false)), "until it is assigned the counter has it");
        builder.Then(dossier =>
            dossier.Assign(new Assignee(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division), null, builder.As(builder.Head))
        );
        Assert.That((May(builder.Clerk), May(builder.Specialist), May(colleague)), Is.EqualTo((false, true, false)));
    }

    private static AttachedFile Named(string name) => DossierBuilder.Scan() with { Name = name };
}

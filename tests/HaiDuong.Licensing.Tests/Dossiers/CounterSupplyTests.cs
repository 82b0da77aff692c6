using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A supplement that is brought or posted: the counter counts the papers and is asked once whether that is all.</summary>
internal sealed class CounterSupplyTests
{
    [TestCase(SubmissionChannel.Counter, "Nộp trực tiếp tại quầy")]
    [TestCase(SubmissionChannel.Post, "Gửi qua bưu chính công ích")]
    [SetUICulture("en")]
    public void Supply_TakenInByTheCounter_SaysHowItCame_InVietnamese_WhateverTheClerkReads(SubmissionChannel channel, string note)
    {
        var builder = new DossierBuilder().SupplementAsked();
        builder.Dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Clerk));

        builder.Then(dossier => dossier.Supply(builder.Form, builder.As(builder.Clerk), channel));

        var answered = builder.Dossier.Supplements.Single();
        Assert.That((answered.AnsweredBy, answered.AnsweredAt), Is.EqualTo((channel, builder.Now)));
        Assert.That((builder.Dossier.History[^1].Note, builder.Dossier.History[^1].ActorRole), Is.EqualTo((note, StaffRole.CounterClerk)));
    }

    [Test]
    public void Supply_ByTheApplicant_CameOnLine_WhateverIsSaid_AndKeepsWhatWasOpen()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier =>
            dossier.AskSupplement([DossierBuilder.Item("purpose", SupplementTarget.Field)], "Chưa rõ", builder.Day(5), builder.As(builder.Specialist))
        );

        builder.Then(dossier => dossier.Supply(builder.Form.With("purpose", "Mới"), builder.As(builder.Applicant), SubmissionChannel.Post));

        var answered = builder.Dossier.Supplements.Single();
        Assert.That((answered.AnsweredBy, answered.IsOpen), Is.EqualTo((SubmissionChannel.Online, false)));
        Assert.That(answered.Answered, Does.Contain("purpose"));
        Assert.That((builder.Dossier.History[^1].Note, builder.Dossier.History[^1].ActorRole), Is.EqualTo(((string?)null, StaffRole.Applicant)));
    }

    [TestCase(1, 0, null)]
    [TestCase(2, 0, null)]
    [TestCase(0, 0, "SupplementPapersFew")]
    public void Supply_OfFewerOriginalsThanAsked_IsAskedAboutOnce(int originals, int copies, string? refused)
    {
        var builder = Brought(originals, copies);

        Assert.That(Supply(builder, []), refused is null ? Is.Empty : Is.EqualTo(new[] { refused }));
    }

    [Test]
    public void Supply_OfFewerOriginals_SeenAndSentAgain_IsTaken_AndOtherwiseCountedAskedAnew()
    {
        var builder = Brought(0, 0);

        Assert.That(Supply(builder, [Refusal.QuestionOf("SupplementPapersFew", "manuscript", 0, 1)]), Is.EqualTo(new[] { "SupplementPapersFew" }));
        Assert.That(Supply(builder, [Refusal.QuestionOf("SupplementPapersFew", "manuscript", 0, 0)]), Is.Empty);
    }

    [Test]
    public void Supply_OfAFile_IsNotCounted()
    {
        var builder = new DossierBuilder().SupplementAsked();
        builder.Dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Clerk));

        Assert.That(Supply(builder, []), Is.Empty);
    }

    private static DossierBuilder Brought(int originals, int copies)
    {
        var builder = new DossierBuilder().SupplementAsked();
        var paper = builder.PaperOf("manuscript") with { FileHash = null, FileName = null, Originals = originals, Copies = copies };
        return builder.Then(dossier => dossier.AddPaper(paper, builder.As(builder.Clerk)));
    }

    private static IEnumerable<string> Supply(DossierBuilder builder, IReadOnlyList<string> seen)
    {
        var papers = builder.Rules.Procedure.Papers.Select(paper => paper.Key == "manuscript" ? paper with { Originals = 1, Copies = 0 } : paper);
        var rules = builder.Rules with { Procedure = builder.Rules.Procedure with { Papers = [.. papers] } };
        return builder.Try(dossier => dossier.Supply(builder.Form, builder.As(builder.Clerk) with { Rules = rules, Seen = seen }));
    }
}

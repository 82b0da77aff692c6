using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Papers of a draft, and of each round of supplements.</summary>
internal sealed class PaperRoundTests
{
    [Test]
    public void Papers_OfADraft_ComeAndGo_EachTimeCounted()
    {
        var builder = new DossierBuilder();
        var (dossier, before, paper) = (builder.Dossier, builder.Dossier.Revision, builder.PaperOf("manuscript"));

        builder.Then(_ => dossier.AddPaper(paper, builder.As(builder.Applicant)));
        Assert.That((dossier.Papers.Single().Round, dossier.Revision), Is.EqualTo((0, before + 1)));

        Assert.That(dossier.RemovePaper(Guid.CreateVersion7(), builder.As(builder.Applicant)), Is.Empty, "what is gone is gone");
        Assert.That(dossier.Revision, Is.EqualTo(before + 1));
        builder.Then(_ => dossier.RemovePaper(paper.Id, builder.As(builder.Applicant)));
        Assert.That((dossier.Papers.Count, dossier.Revision), Is.EqualTo((0, before + 2)));
    }

    [Test]
    public void Papers_OfASupplement_BelongToItsRound_AndThoseOfBeforeAreKept()
    {
        var builder = new DossierBuilder().SupplementAsked();
        var first = builder.Dossier.Papers[0];
        var added = builder.PaperOf("manuscript");

        builder.Then(dossier => dossier.AddPaper(added, builder.As(builder.Applicant)));

        Assert.That(builder.Dossier.Papers.Select(paper => paper.Round).Distinct(), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(builder.Try(dossier => dossier.RemovePaper(first.Id, builder.As(builder.Applicant))), Is.EqualTo((string[])["PaperKept"]));
    }

    [Test]
    public void Papers_ByAStranger_AreRefused()
    {
        var draft = new DossierBuilder();
        var asked = new DossierBuilder().SupplementAsked();

        foreach (var builder in new[] { draft, asked })
        {
            Assert.That(
                builder.Try(dossier => dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Head))),
                Is.EqualTo((string[])["StepNotYours"])
            );
            Assert.That(builder.Try(dossier => dossier.RemovePaper(Guid.Empty, builder.As(builder.Head))), Is.EqualTo((string[])["StepNotYours"]));
        }
    }
}

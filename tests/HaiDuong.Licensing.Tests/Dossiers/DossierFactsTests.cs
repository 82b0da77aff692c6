using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What the conditions of a route are told of a dossier.</summary>
internal sealed class DossierFactsTests
{
    [Test]
    public void Value_OfEachPath_IsThatOfTheDossier()
    {
        var builder = new DossierBuilder().Appraised();
        var facts = new DossierFacts(builder.Dossier);
        var fee = builder.Dossier.FeesDue.ToString(CultureInfo.InvariantCulture);

        Assert.That((facts.Value("fees.due"), facts.Value("fees.total")), Is.EqualTo((fee, fee)));
        Assert.That(facts.Value("procedure.slug"), Is.EqualTo("publishing-permit"));
        Assert.That(facts.Value("form.medium"), Is.EqualTo(builder.Form["medium"]).And.Not.Null);
        Assert.That(
            (facts.Value("form.nothing"), facts.Value("result.kind"), facts.Value("medium")),
            Is.EqualTo(((string?)null, (string?)null, (string?)null))
        );
        Assert.That(new DossierFacts(new DossierBuilder().Drafted().Dossier).Value("result.kind"), Is.EqualTo("Grant"));
    }

    [Test]
    public void Value_OnceThePaymentIsMade_DuesNothingOfTheSameTotal()
    {
        var facts = new DossierFacts(new DossierBuilder().Paid().Dossier);

        Assert.That(facts.Value("fees.due"), Is.EqualTo("0"));
        Assert.That(facts.Value("fees.total"), Is.Not.EqualTo("0"));
    }

    [TestCase("fees.due", ValueKind.Number)]
    [TestCase("fees.total", ValueKind.Number)]
    [TestCase("procedure.slug", ValueKind.Text)]
    [TestCase("result.kind", ValueKind.Text)]
    [TestCase("form.standardPages", ValueKind.Number)]
    [TestCase("form.nothing", null)]
    [TestCase("standardPages", null)]
    public void KindOf_APath_IsThatOfItsValue(string path, ValueKind? kind) =>
        Assert.That(DossierFacts.KindOf(path, new DossierBuilder().Rules.Procedure), Is.EqualTo(kind));

    [Test]
    public void KindOf_AFieldOfNoProcedure_IsNone() => Assert.That(DossierFacts.KindOf("form.standardPages", null), Is.Null);
}

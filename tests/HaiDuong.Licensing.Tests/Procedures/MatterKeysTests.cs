using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Tests.Dossiers;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

/// <summary>What tells that two dossiers are about one thing: the words that the licence is about, and the position of the place.</summary>
internal sealed class MatterKeysTests
{
    private static string[] Of(string slug, Func<FormData, FormData>? change = null)
    {
        var builder = new DossierBuilder(slug);
        return MatterKeys.Of(builder.Rules.Procedure, change is null ? builder.Form : change(builder.Form));
    }

    [Test]
    public void Title_IsCompared_HoweverItIsTyped() =>
        Assert.That(
            Of("publishing-permit", form => form.With("documentTitle", "KỶ YẾU  hội thảo, Xứ Đông")),
            Is.EqualTo(Of("publishing-permit", form => form.With("documentTitle", "Ky yeu hoi thao xu dong.")))
                .And.EqualTo(new[] { "documentTitle:ky yeu hoi thao xu dong" })
        );

    [Test]
    public void Site_IsComparedByItsCodeAndByItsPosition()
    {
        var keys = Of("bts-investment-approval");

        Assert.That(keys, Has.Some.StartsWith("sites[].code:").And.Some.Match("^place:[0-9.]+ [0-9.]+$"));
    }

    [Test]
    public void WhatIsChosenFromAList_OrLeftOut_NamesNothing()
    {
        Assert.That(Of("postal-licence"), Is.Empty);
        Assert.That(Of("publishing-permit", form => form.With("documentTitle", "")), Is.Empty);
    }

    [TestCase("publishing-permit")]
    [TestCase("bts-investment-approval")]
    public void Another_HasEveryAnswer_ButThoseThatSayWhichThingItIs(string slug)
    {
        var builder = new DossierBuilder(slug);

        var another = MatterKeys.Without(builder.Rules.Procedure, builder.Form);

        Assert.That(MatterKeys.Of(builder.Rules.Procedure, another), Is.Empty);
        var gone = builder.Form.Values.Keys.Concat(builder.Form.Rows.Keys).Except(another.Values.Keys.Concat(another.Rows.Keys));
        Assert.That(gone, Is.EqualTo(slug == "publishing-permit" ? new[] { "documentTitle" } : ["sites"]));
    }

    [Test]
    public void Another_NamesNoLicenceOfTheFirst()
    {
        var builder = new DossierBuilder("game-point-extension");
        var number = builder.Rules.Procedure.Licence!.NumberField!;

        Assert.That(builder.Form[number], Is.Not.Null);
        Assert.That(MatterKeys.Without(builder.Rules.Procedure, builder.Form)[number], Is.Null);
    }

    [Test]
    public void Dossier_IsFoundByWhatItSaysNow()
    {
        var builder = new DossierBuilder().Assigned();
        var sent = builder.Dossier.Matters;

        builder.Then(dossier =>
            dossier.Correct(dossier.Applicant, dossier.Form.With("documentTitle", "Tên đúng"), "Nhập nhầm", null, builder.As(builder.Head))
        );

        Assert.That((sent.Length, builder.Dossier.Matters), Is.EqualTo((1, new[] { "documentTitle:ten dung" })));
    }
}

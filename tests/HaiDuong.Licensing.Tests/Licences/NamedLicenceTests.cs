using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Licences.GivenLicence;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>What the register says to the licence that a request names.</summary>
public sealed class NamedLicenceTests
{
    private static readonly LicenceRule Rule = RuleOf(LicenceAct.Reissue);

    [Test]
    public void Check_OfANumberThatTheRegisterHasNot_LetsItPass() =>
        Assert.That(new NamedLicence(Rule, "1/GP", null, LicenceFinding.Unknown).Check(Holder, By.Today), Is.Empty);

    [TestCase(LicenceFinding.OtherKind, "LicenceOfOtherKind", "licenceNumber")]
    [TestCase(LicenceFinding.OtherYear, "LicenceDateDiffers", "licenceDate")]
    public void Check_OfAnotherPaperOfTheHolder_SaysWhatDiffers(LicenceFinding finding, string code, string field)
    {
        var refusal = new NamedLicence(Rule, "14/GCN", GamePoint(), finding).Check(Holder, By.Today).Single();

        Assert.That((refusal.Code, refusal.Field), Is.EqualTo((code, field)));
        Assert.That(refusal.Args, Does.Contain("14/GCN"));
    }

    [TestCase("030185001234", "2026-05-15", null)]
    [TestCase("030185001234", "2026-05-16", "LicenceExpired")]
    [TestCase("030185001235", "2026-05-15", "LicenceOfAnother")]
    [TestCase("030185001235", "2026-05-16", "LicenceOfAnother", Description = "of somebody else's licence nothing else is told")]
    public void Check_OfAKnownLicence_IsThatOfItsRule_ForItsHolder(string number, string day, string? code)
    {
        var filedOn = Domain.Fields.FieldValue.Date(day)!.Value;

        var refusals = new NamedLicence(Rule, "14/GCN-TCCC", GamePoint(), LicenceFinding.Known).Check(Holder with { IdentityNumber = number }, filedOn);

        Assert.That(refusals.Select(refusal => refusal.Code), code is null ? Is.Empty : Is.EqualTo(new[] { code }));
    }

    [TestCase("030185001234", false)]
    [TestCase("", true)]
    [TestCase("141234567", true, Description = "a number of before 2016")]
    public void HolderIsUnsure_WhoHasNoNumberOfToday(string number, bool isUnsure)
    {
        var licence = GamePoint(Holder with { IdentityNumber = number });

        Assert.That(new NamedLicence(Rule, licence.Number, licence, LicenceFinding.Known).HolderIsUnsure, Is.EqualTo(isUnsure));
        Assert.That(licence.MayBeHeldBy(Holder with { IdentityNumber = "030185009999" }), Is.EqualTo(isUnsure));
    }

    [Test]
    public void HolderIsUnsure_OfNoLicence_IsFalse() => Assert.That(new NamedLicence(Rule, "1/GP", null, LicenceFinding.Unknown).HolderIsUnsure, Is.False);

    [TestCase("LicenceTooLate", true)]
    [TestCase("LicenceExpired", true)]
    [TestCase("LicenceRevoked", true)]
    [TestCase("LicenceRenewedAlready", true)]
    [TestCase("LicenceOfAnother", true)]
    [TestCase("LicenceHasNoEnd", false)]
    [TestCase("LicenceDateDiffers", false)]
    public void IsAnsweredAnew_WhatANewLicenceWouldMend(string code, bool isAnswered) =>
        Assert.That(NamedLicence.IsAnsweredAnew(new Refusal(code)), Is.EqualTo(isAnswered));
}

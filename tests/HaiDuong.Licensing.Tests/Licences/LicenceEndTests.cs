using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Licences.GivenLicence;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>The last day that a result about a licence may have, and the one that it begins with.</summary>
public sealed class LicenceEndTests
{
    private const string Field = "fields.validTo";
    private static readonly LocalDate End = new(2026, 5, 15);

    [Test]
    public void Check_TooLate_NamesTheLastDayInTime()
    {
        var refusal = GamePoint().Check(RuleOf(LicenceAct.Renew) with { Window = 20 }, new LocalDate(2026, 4, 26)).Single();

        Assert.That(refusal.Args, Is.EqualTo(new object[] { "14/GCN-TCCC", End, 20, new LocalDate(2026, 4, 25) }));
    }

    [Test]
    public void CheckEnd_WhereTheEndIsKept_TakesThatEndOrNone()
    {
        var (licence, rule) = (GamePoint(), RuleOf(LicenceAct.Reissue) with { KeepsEnd = true });

        Assert.That(licence.CheckEnd(rule, null), Is.Null);
        Assert.That(licence.CheckEnd(rule, End), Is.Null);
        Assert.That(licence.CheckEnd(rule, End.PlusDays(-1)), Is.EqualTo(new Refusal("LicenceEndMoves", Field, "14/GCN-TCCC", End)));
    }

    [Test]
    public void CheckEnd_WhereAnEndlessLicenceIsKept_AsksToTakeTheEndAway()
    {
        var licence = Licence.Issue("photocopier-registration", "press-publishing", Paper("1/GXN", new LocalDate(2020, 1, 1), null), By);

        Assert.That(licence.CheckEnd(RuleOf(LicenceAct.Amend) with { KeepsEnd = true }, End), Is.EqualTo(new Refusal("LicenceStaysEndless", Field, "1/GXN")));
    }

    [TestCase("2026-11-15", false)]
    [TestCase("2026-11-16", true)]
    [TestCase(null, true, Description = "no end at all is later than any")]
    public void CheckEnd_OfAnExtension_GoesNoFurtherThanItsMonths(string? day, bool isTooFar)
    {
        var refusal = GamePoint().CheckEnd(RuleOf(LicenceAct.Renew) with { Extension = 6 }, FieldValue.Date(day));

        Assert.That(refusal, Is.EqualTo(isTooFar ? new Refusal("LicenceEndTooFar", Field, "14/GCN-TCCC", 6, new LocalDate(2026, 11, 15)) : null));
    }

    [TestCase("extensionMonths", "4", "2026-09-15")]
    [TestCase("extensionMonths", "24", "2028-05-15")]
    [TestCase("extensionMonths", "25", "2028-05-15", Description = "no more than the rule allows")]
    [TestCase("years", "1", "2027-05-15")]
    [TestCase("years", "3", "2028-05-15", Description = "no more than the rule allows")]
    [TestCase("reason", "x", "2028-05-15", Description = "nothing asked is all that is allowed")]
    public void Result_OfAnExtension_EndsWhenAsked(string key, string value, string end)
    {
        var form = FormData.Empty.With(key, value);

        Assert.That(LicencePrefill.Result(GamePoint(), RuleOf(LicenceAct.Renew) with { Extension = 24 }, form)["validTo"], Is.EqualTo(end));
    }

    [Test]
    public void Result_OfAnExtensionAskedInMonthsAndYears_CountsTheMonths()
    {
        var form = FormData.Empty.With("extensionMonths", "3").With("years", "1");

        Assert.That(LicencePrefill.Result(GamePoint(), RuleOf(LicenceAct.Renew) with { Extension = 24 }, form)["validTo"], Is.EqualTo("2026-08-15"));
    }

    [Test]
    public void Result_WhereNothingMoves_HasTheEndOfTheLicence_OrNone()
    {
        var (ending, endless) = (GamePoint(), Licence.Issue("x", "post-telecom", Paper("1/GXN", new LocalDate(2020, 1, 1), null), By));
        var rule = RuleOf(LicenceAct.Reissue) with { KeepsEnd = true };

        Assert.That(LicencePrefill.Result(ending, rule, FormData.Empty)["validTo"], Is.EqualTo("2026-05-15"));
        Assert.That(LicencePrefill.Result(endless, rule, FormData.Empty).Keys, Is.EqualTo(new[] { LicencePrefill.ReissueNumber }));
    }
}

using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

public sealed class FormRulesTests
{
    private static readonly string[] Slugs =
    [
        "publishing-permit",
        "press-conference",
        "foreign-press-conference",
        "bts-investment-approval",
        "game-point-certificate",
    ];

    [Test]
    public void Check_OfARightForm_RefusesNothing([ValueSource(nameof(Slugs))] string slug)
    {
        var form = FormsOfProcedures.Procedure(slug).Form;

        Assert.That(FormRules.Check(form, FormsOfProcedures.Filled(form), FormsOfProcedures.Now).Select(refusal => $"{refusal}: {refusal.Sentence}"), Is.Empty);
    }

    [Test]
    public void Check_OfEachRequiredFieldLeftEmpty_RefusesThatField([ValueSource(nameof(Slugs))] string slug)
    {
        var form = FormsOfProcedures.Procedure(slug).Form;
        var filled = FormsOfProcedures.Filled(form);
        foreach (var field in form.Fields.Where(field => field.Required && filled[field.Key] is not null))
        {
            var refusals = FormRules.Check(form, filled.With(field.Key, ""), FormsOfProcedures.Now);

            Assert.That(refusals.Select(refusal => refusal.ToString()), Does.Contain($"FieldRequired ({field.Key})"), field.Key);
        }
    }

    [Test]
    public void Check_OfEachSpoiltField_RefusesThatField([ValueSource(nameof(Slugs))] string slug)
    {
        var form = FormsOfProcedures.Procedure(slug).Form;
        var filled = FormsOfProcedures.Filled(form);
        foreach (var field in form.Fields.Where(field => filled[field.Key] is not null))
        {
            var spoilt = field.Type is FieldType.Text or FieldType.Multiline ? new string('a', field.LengthLimit + 1) : "sai";
            var refusals = FormRules.Check(form, filled.With(field.Key, spoilt), FormsOfProcedures.Now);

            Assert.That(refusals.Select(refusal => refusal.Field), Does.Contain(field.Key), field.Key);
        }
    }

    [Test]
    public void Check_OfEachSpoiltCell_NamesRowAndField()
    {
        var form = FormsOfProcedures.Procedure("bts-investment-approval").Form;
        var filled = FormsOfProcedures.Filled(form);
        var row = filled.RowsOf("sites")[0];
        foreach (var field in form.Tables.Single().Fields.Where(field => row.ContainsKey(field.Key)))
        {
            var spoilt = new Dictionary<string, string>(row) { [field.Key] = field.Type == FieldType.Text ? new string('a', 501) : "sai", ["code"] = "HD2" };
            if (field.Key == "code")
                spoilt["code"] = new string('a', 51);
            var refusals = FormRules.Check(form, filled.WithRows("sites", [row, spoilt]), FormsOfProcedures.Now);

            Assert.That(refusals.Select(refusal => refusal.Field), Does.Contain($"sites[1].{field.Key}"));
        }
    }

    [Test]
    public void Check_OfNumbersBeyondTheirLimits_RefusesBothSides([ValueSource(nameof(Slugs))] string slug)
    {
        var form = FormsOfProcedures.Procedure(slug).Form;
        var filled = FormsOfProcedures.Filled(form);
        foreach (var field in form.Fields.Where(field => field.Max is not null && filled[field.Key] is not null))
        {
            Assert.That(Codes(form, filled.With(field.Key, $"{(long)field.Max!.Value + 1}")), Does.Contain("FieldTooLarge"), field.Key);
            Assert.That(Codes(form, filled.With(field.Key, $"{(long)field.Min!.Value - 1}")), Does.Contain("FieldTooSmall"), field.Key);
        }
    }

    [Test]
    public void Check_ReturnsAllRefusalsAtOnce()
    {
        var form = FormsOfProcedures.Procedure("publishing-permit").Form;

        Assert.That(FormRules.Check(form, FormData.Empty, FormsOfProcedures.Now), Has.Count.GreaterThan(10));
    }

    [Test]
    public void Check_OfHiddenFields_PassesOverThem()
    {
        var form = FormsOfProcedures.Procedure("publishing-permit").Form;
        var electronic = FormsOfProcedures
            .Filled(form)
            .With("medium", "electronicText")
            .With("capacity", "12.5")
            .With("durationMinutes", "30")
            .With("fileFormat", "PDF")
            .With("pages", "sai");

        Assert.That(Codes(form, electronic), Is.Empty);
        Assert.That(FormRules.Visible(form, electronic)["pages"], Is.Null);
        Assert.That(FormRules.Visible(form, electronic)["printerName"], Is.Null);
    }

    [Test]
    public void Check_WhenTheEndIsNotAfterTheStart_RefusesTheEnd()
    {
        var form = FormsOfProcedures.Procedure("press-conference").Form;
        var data = FormsOfProcedures.Filled(form).With("endsAt", "2026-04-15T09:00");

        Assert.That(FormRules.Check(form, data, FormsOfProcedures.Now).Single().Field, Is.EqualTo("endsAt"));
    }

    [TestCase("31/2/2026 8:00", "FieldNoSuchDay")]
    [TestCase("5/9/26 8:00", "FieldShortYear")]
    [TestCase("mai", "FieldNotDateTime")]
    public void Check_OfAStartThatCannotBeRead_SaysThatAlone(string typed, string code)
    {
        var form = FormsOfProcedures.Procedure("press-conference").Form;

        Assert.That(
            Codes(form, FormsOfProcedures.Filled(form).With("startsAt", form.Fields.Single(field => field.Key == "startsAt").Read([typed]))),
            Is.EqualTo(new[] { code })
        );
    }

    [Test]
    public void Check_OfADayThatCannotBeRead_IsNeverComparedWithAnother(
        [ValueSource(nameof(Slugs))] string slug,
        [Values("31/2/2026", "5/9/19", "9999", "x")] string typed
    )
    {
        var form = FormsOfProcedures.Procedure(slug).Form;
        var filled = FormsOfProcedures.Filled(form);
        foreach (var rule in form.Rules.Where(rule => rule.Comparison == FormComparison.After))
        {
            foreach (var key in rule.Fields.Append(rule.Other!).Where(key => filled[key] is not null))
                Assert.That(Codes(form, filled.With(key, typed)), Does.Not.Contain("FieldsDisagree"), key);
        }
    }

    [Test]
    public void Check_OfADateWithAShortYear_NamesBothDaysItMayBe()
    {
        var form = FormsOfProcedures.Procedure("publication-fair-permit").Form;

        var refusal = FormRules.Check(form, FormsOfProcedures.Filled(form).With("opens", "5/9/26"), FormsOfProcedures.Now).Single();

        Assert.That(refusal.Sentence, Does.Contain("05/09/2026, 05/09/1926").And.Contain("bốn chữ số"));
    }

    [Test]
    public void Check_OfRows_HoldsTheirNumberAndTheUniqueCode()
    {
        var form = FormsOfProcedures.Procedure("bts-investment-approval").Form;
        var filled = FormsOfProcedures.Filled(form);
        var row = filled.RowsOf("sites")[0];

        Assert.That(Codes(form, filled.WithRows("sites", [])), Does.Contain("RowsTooFew"));
        Assert.That(Codes(form, filled.WithRows("sites", [.. Enumerable.Repeat(row, 51)])), Does.Contain("RowsTooMany"));
        Assert.That(FormRules.Check(form, filled.WithRows("sites", [row, row]), FormsOfProcedures.Now).Single().Field, Is.EqualTo("sites[1].code"));
    }

    [Test]
    public void Check_OfAFieldTheFormDoesNotHave_RefusesIt()
    {
        var form = FormsOfProcedures.Procedure("press-conference").Form;

        Assert.That(Codes(form, FormsOfProcedures.Filled(form).With("secret", "x")), Is.EqualTo(new[] { "FieldUnknown" }));
    }

    private static IEnumerable<string> Codes(Form form, FormData data) => FormRules.Check(form, data, FormsOfProcedures.Now).Select(refusal => refusal.Code);
}

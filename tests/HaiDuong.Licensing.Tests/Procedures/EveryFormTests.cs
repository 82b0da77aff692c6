using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

/// <summary>
/// Every form and inspection record of every version: filled in by its own samples it is right; with one answer spoilt it says so and nothing else.
/// </summary>
public sealed class EveryFormTests
{
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

    public static IEnumerable<TestCaseData> Forms() =>
        Catalogue
            .Versions.SelectMany(procedure =>
                new[]
                {
                    new TestCaseData(procedure, procedure.Form).SetArgDisplayNames($"{procedure.Slug} {procedure.InForceFrom}"),
                    new TestCaseData(procedure, procedure.InspectionForm).SetArgDisplayNames($"{procedure.Slug} {procedure.InForceFrom} inspection"),
                }
            )
            .Where(test => test.Arguments[1] is not null);

    [TestCaseSource(nameof(Forms))]
    public void Check_OfAFilledForm_HasNothingToSay(Procedure procedure, Form form)
    {
        foreach (var variant in EveryForm.Variants(form))
            for (var number = 0; number < 3; number++)
                Assert.That(
                    FormRules.Check(variant, Filled(procedure, variant, number), EveryForm.DayOf(procedure)).Select(refusal => refusal.ToString()),
                    Is.Empty
                );
    }

    [TestCaseSource(nameof(Forms))]
    public void Check_WithOneAnswerSpoilt_SaysExactlyThat(Procedure procedure, Form form)
    {
        foreach (var variant in EveryForm.Variants(form))
        {
            foreach (var spoilt in EveryForm.Spoilt(variant, Filled(procedure, variant, 2)))
            {
                var refusals = FormRules.Check(variant, spoilt.Data, EveryForm.DayOf(procedure));

                Assert.That(refusals.Select(refusal => $"{refusal.Code} @ {refusal.Field}"), Is.EqualTo(spoilt.Said));
                Assert.That(refusals[0].Sentence, Is.Not.Empty.And.Not.EqualTo(refusals[0].Code));
            }
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void Samples_HaveAWordForEveryPattern(Procedure procedure, Form form) =>
        Assert.That(
            form.Fields.Concat(form.Tables.SelectMany(table => table.Fields))
                .Where(field => field.Pattern is not null && field.Samples.Count == 0)
                .Select(field => field.Key),
            Is.Empty
        );

    [TestCaseSource(nameof(Numbers))]
    public void Year_IsWrittenWithoutADot_InPagesAndPapers(FormField field)
    {
        var written = new[] { field.Min, field.Max }
            .OfType<decimal>()
            .Select(FieldValue.Text)
            .SelectMany(value => GeneratedForm.Typed(field, value).Append(field.Show(value)));

        Assert.That(written, Has.None.Contains('.'));
    }

    /// <summary>What a label calls a year, or what lies between two years.</summary>
    private static IEnumerable<TestCaseData> Numbers() =>
        from procedure in Catalogue.Versions
        from field in FieldsOf(procedure)
        where field.Type is FieldType.Integer or FieldType.Year or FieldType.Decimal or FieldType.Money
        where field.Label.Split(' ').Contains("năm", StringComparer.OrdinalIgnoreCase) || field is { Min: >= 1900 and <= 2100, Max: >= 1900 and <= 2200 }
        select new TestCaseData(field).SetArgDisplayNames($"{procedure.Slug} {procedure.InForceFrom} {field.Key}");

    private static IEnumerable<FormField> FieldsOf(Procedure procedure) =>
        new[] { procedure.Form, procedure.InspectionForm }
            .OfType<Form>()
            .SelectMany(form => form.Fields.Concat(form.Tables.SelectMany(table => table.Fields)))
            .Concat(procedure.Result.Fields);

    [Test]
    public void Prefill_TakesTheLastingAnswersThatAreStillRight()
    {
        var procedure = Catalogue.InForce("printing-reissue", new LocalDate(2026, 3, 2))!;
        var other = Catalogue.InForce("printing-registration", new LocalDate(2026, 3, 2))!;
        var now = new LocalDateTime(2026, 3, 2, 9, 0);
        var earlier = Filled(other, other.Form, 1);

        var prefilled = FormPrefill.Of(procedure.Form, Facts, [earlier.With("headIdentityNumber", "12"), earlier], now);

        Assert.That(prefilled["headName"], Is.EqualTo(earlier["headName"]));
        Assert.That(prefilled["headIdentityNumber"], Is.EqualTo(earlier["headIdentityNumber"]), "the first one is not right");
        Assert.That(prefilled["lossReason"], Is.Null, "what happened this time does not last");
        Assert.That(FormPrefill.Of(other.Form, Facts, [earlier], now).RowsOf("equipment"), Is.EqualTo(earlier.RowsOf("equipment")));
    }

    [Test]
    public void Prefill_BeginsWithTheApplicant()
    {
        var procedure = Catalogue.InForce("publication-import-permit", new LocalDate(2026, 3, 2))!;
        var house = Catalogue.InForce("printing-licence", new LocalDate(2026, 3, 2))!;

        Assert.That(FormPrefill.Of(procedure.Form, Facts, [], new LocalDateTime(2026, 3, 2, 9, 0))["ownerKind"], Is.EqualTo("organisation"));
        Assert.That(FormPrefill.Of(house.Form, Facts, [], new LocalDateTime(2026, 3, 2, 9, 0))["houseName"], Is.EqualTo("Nhà in Thành Đông"));
    }

    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["applicant.kind"] = "organisation",
        ["applicant.name"] = "Nhà in Thành Đông",
    };

    private static FormData Filled(Procedure procedure, Form form, int number) =>
        SampleForms.Fill(form, SampleForms.Applicant(procedure, number), EveryForm.DayOf(procedure), number);
}

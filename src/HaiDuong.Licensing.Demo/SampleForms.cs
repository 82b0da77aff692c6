using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Demo;

/// <summary>
/// Fills a procedure's form with valid, realistic data by reading its definition: the samples of the field, else something that fits its
/// type and limits. The same number gives the same form.
/// </summary>
public static class SampleForms
{
    private const int YearsValid = 5;

    /// <summary>An applicant of a kind that may file the procedure.</summary>
    public static Applicant Applicant(Procedure procedure, int number)
    {
        var parts = (
            SampleTexts.Pick($"applicant.{procedure.Slug}", number)
            ?? SampleTexts.Pick($"applicant.{procedure.DivisionKey}", number)
            ?? SampleTexts.Get("applicant.default")
        ).Split('|');
        var kind = parts[1].Length == 12 ? ApplicantKind.Individual : ApplicantKind.Organisation;
        return new Applicant(kind, parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    public static FormData Fill(Form form, Applicant applicant, LocalDateTime now, int number)
    {
        var serial = (number + (form.Name.Sum(letter => letter) % 9000)).ToString(CultureInfo.InvariantCulture);
        var later = form.Rules.Where(rule => rule.Comparison == FormComparison.After).SelectMany(rule => rule.Fields).ToHashSet(StringComparer.Ordinal);
        string? Value(FormField field, string path, int at) =>
            field.Required || field.Samples.Count > 0
                ? Sample(field, later.Contains(path), applicant, now, at).Replace("{serial}", serial, StringComparison.Ordinal)
                : null;

        var values = form.Fields.Select(field => (field.Key, Value: Value(field, field.Key, number)));
        var rows = form.Tables.Select(table =>
            KeyValuePair.Create(
                table.Key,
                (IReadOnlyList<IReadOnlyDictionary<string, string>>)
                    [
                        .. Enumerable
                            .Range(0, RowCount(table, number))
                            .Select(row =>
                                Filled(table.Fields.Select(field => (field.Key, Value: Value(field, $"{table.Key}[].{field.Key}", (number * 10) + row))))
                            ),
                    ]
            )
        );
        return FormRules.Visible(form, new FormData(Filled(values), rows));
    }

    /// <summary>The fields of a result that grants: what the specialist finds filled in, and of the rest what is required.</summary>
    public static IReadOnlyDictionary<string, string> Result(Procedure procedure, Dossier dossier, Licence? licence, LocalDateTime now, int number)
    {
        var prefilled = ResultPrefill.Of(dossier, procedure, licence, now.Date);
        return Filled(
            procedure.Result.Fields.Select(field =>
                (
                    field.Key,
                    Value: prefilled.GetValueOrDefault(field.Key)
                        ?? (field.Key == "validTo" ? LocalDatePattern.Iso.Format(now.Date.PlusYears(YearsValid)) : null)
                        ?? (field.Required || field.Samples.Count > 0 ? Sample(field, false, dossier.Applicant, now, number) : null)
                )
            )
        );
    }

    private static Dictionary<string, string> Filled(IEnumerable<(string Key, string? Value)> values) =>
        values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);

    private static int RowCount(FormRows table, int number) => Math.Clamp(1 + (number % 3), table.MinRows, table.MaxRows);

    private static string Sample(FormField field, bool isLater, Applicant applicant, LocalDateTime now, int number)
    {
        if (field.Samples.Count > 0)
            return Complete(field.Samples[number % field.Samples.Count], applicant, number);
        var isPerson = ApplicantKinds.IsPerson(applicant.Kind);
        var individual = applicant.Kind == ApplicantKind.Individual ? applicant.IdentityNumber : SampleTexts.Get("identity.default");
        return field.Kind.Sample(
            field,
            new FieldSample(now, isLater, number)
            {
                ApplicantOption = isPerson ? "individual" : "organisation",
                IdentityNumber = individual,
                PersonNumber = isPerson ? applicant.IdentityNumber : individual,
                TaxCode = applicant.Kind == ApplicantKind.Organisation ? applicant.IdentityNumber : SampleTexts.Get("taxCode.default"),
                Phone = applicant.Phone ?? SampleTexts.Get("phone.default"),
                Email = applicant.Email ?? SampleTexts.Get("email.default"),
                Text = Complete(SampleTexts.Get("text.default"), applicant, number),
            }
        );
    }

    private static string Complete(string text, Applicant applicant, int number) =>
        text.Replace("{applicant}", applicant.Name, StringComparison.Ordinal)
            .Replace("{address}", applicant.Address, StringComparison.Ordinal)
            .Replace("{number}", number.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

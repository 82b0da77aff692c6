using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

/// <summary>
/// What the fields of a result start with: the last draft, else what the licence register says of the licence it changes, else the form field they are
/// copied from (of a table how many rows it has), else the validity of the procedure counted from today (fields named <c>validTo</c>, <c>validMonths</c>).
/// The first day of validity stays open: it is that of issue, which nobody knows yet.
/// </summary>
public static class ResultPrefill
{
    public static IReadOnlyDictionary<string, string> Of(Dossier dossier, Procedure procedure, Licence? licence, LocalDate today)
    {
        if (dossier.ResultDraft is { Fields.Count: > 0 } draft)
            return draft.Fields;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var kept = licence is null ? [] : LicencePrefill.Result(licence, procedure.Licence!, dossier.Form).ToDictionary();
        foreach (var field in procedure.Result.Fields)
        {
            if (
                (
                    kept.GetValueOrDefault(field.Key)
                    ?? (field.CopiedFrom is { } source ? Copied(dossier.Form, source) : ByValidity(field, procedure.Result.Validity, today))
                ) is
                { } value
            )
                values[field.Key] = value;
        }

        return values;
    }

    private static string? Copied(FormData form, string source) =>
        form.RowsOf(source) is { Count: > 0 } rows ? rows.Count.ToString(CultureInfo.InvariantCulture) : form[source];

    private static string? ByValidity(FormField field, Validity validity, LocalDate today) =>
        (field.Key, validity.Months) switch
        {
            ("validTo", { } months) => FieldValue.Text(today.PlusMonths(months)),
            ("validMonths", { } months) => months.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
}

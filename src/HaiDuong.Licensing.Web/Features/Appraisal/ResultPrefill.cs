using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Appraisal;

/// <summary>
/// What the fields of a result start with: the last draft, else the form field they are copied from, else the validity of the procedure
/// counted from today (fields named <c>validFrom</c>, <c>validTo</c>, <c>validMonths</c>).
/// </summary>
public static class ResultPrefill
{
    public static IReadOnlyDictionary<string, string> Of(Dossier dossier, Procedure procedure, LocalDate today)
    {
        if (dossier.ResultDraft is { Fields.Count: > 0 } draft)
            return draft.Fields;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in procedure.Result.Fields)
        {
            if ((field.CopiedFrom is { } source ? dossier.Form[source] : ByValidity(field, procedure.Result.Validity, today)) is { } value)
                values[field.Key] = value;
        }

        return values;
    }

    private static string? ByValidity(FormField field, Validity validity, LocalDate today) => (field.Key, validity.Months) switch
    {
        ("validFrom", _) => FieldValue.Text(today),
        ("validTo", { } months) => FieldValue.Text(today.PlusMonths(months)),
        ("validMonths", { } months) => months.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}

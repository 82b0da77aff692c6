using System.Globalization;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Tests.Procedures;

/// <summary>One thing spoilt in a form that was right, and what must be said about it.</summary>
internal sealed record SpoiltForm(FormData Data, params IReadOnlyList<string> Said);

/// <summary>Every way to spoil one answer of a form: left out, not of its type, beyond its limits, not among its choices.</summary>
internal static class EveryForm
{
    public static IEnumerable<SpoiltForm> Spoilt(Form form, FormData right)
    {
        var later = form.Rules.Where(rule => rule.Comparison == FormComparison.After).SelectMany(rule => rule.Fields).ToHashSet(StringComparer.Ordinal);
        var earlier = form.Rules.Where(rule => rule.Comparison == FormComparison.After).Select(rule => rule.Other!).ToHashSet(StringComparer.Ordinal);
        foreach (var field in form.Fields.Where(field => right[field.Key] is not null))
        foreach (var (code, value) in Wrong(field, earlier.Contains(field.Key)))
            yield return new SpoiltForm(right.With(field.Key, value), Said(code, field.Key, later.Contains(field.Key)));

        foreach (var table in form.Tables.Where(table => right.RowsOf(table.Key).Count > 0))
        foreach (var spoilt in InTable(table, right, earlier, later))
            yield return spoilt;
    }

    private static IEnumerable<SpoiltForm> InTable(FormRows table, FormData right, HashSet<string> earlier, HashSet<string> later)
    {
        var rows = right.RowsOf(table.Key);
        foreach (var field in table.Fields.Where(field => rows[0].ContainsKey(field.Key)))
        foreach (var (code, value) in Wrong(field, earlier.Contains(field.Key)))
            yield return new SpoiltForm(
                right.WithRows(table.Key, [With(rows[0], field.Key, value), .. rows.Skip(1)]),
                Said(code, $"{table.Key}[0].{field.Key}", later.Contains($"{table.Key}[].{field.Key}"))
            );

        if (table.MinRows > 0)
            yield return new SpoiltForm(right.WithRows(table.Key, []), $"RowsTooFew @ {table.Key}");
    }

    /// <summary>A date in the past comes before the earlier one as well, where there is one.</summary>
    private static IReadOnlyList<string> Said(string code, string path, bool isLater) =>
        code == "FieldInPast" && isLater ? [$"{code} @ {path}", $"FieldsDisagree @ {path}"] : [$"{code} @ {path}"];

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> row, string key, string value) =>
        new(row, StringComparer.Ordinal) { [key] = value };

    private static IEnumerable<(string Code, string Value)> Wrong(FormField field, bool isEarlier)
    {
        if (field.Required)
            yield return ("FieldRequired", "");
        if (field is { Type: FieldType.Text or FieldType.Multiline, Pattern: null })
            yield return ("FieldTooLong", new string('x', field.LengthLimit + 1));
        if (field.Pattern is not null)
            yield return ("FieldPattern", "?");
        if (NotOfTheType(field) is { } code)
            yield return (code, isEarlier ? "0000-00-00" : "9999-99-99");
        foreach (var beyond in Beyond(field))
            yield return beyond;
    }

    /// <summary>The code for a text that is none of the type; for dates and moments it also lies where no rule between fields minds.</summary>
    private static string? NotOfTheType(FormField field) =>
        field.Type switch
        {
            FieldType.Integer => "FieldNotInteger",
            FieldType.Year => "FieldNotYear",
            FieldType.Money => "FieldNotMoney",
            FieldType.Decimal => "FieldNotNumber",
            FieldType.Latitude or FieldType.Longitude => "FieldNotDegrees",
            FieldType.Date => "FieldNoSuchDay",
            FieldType.Time => "FieldNotTime",
            FieldType.DateTime => "FieldNotDateTime",
            FieldType.Choice or FieldType.MultiChoice => "FieldNotChoice",
            FieldType.YesNo => "FieldNotYesNo",
            FieldType.IdentityNumber => "FieldNotIdentityNumber",
            FieldType.PersonNumber => "FieldNotPersonNumber",
            FieldType.TaxCode => "FieldNotTaxCode",
            FieldType.Phone => "FieldNotPhone",
            FieldType.Email => "FieldNotEmail",
            _ => null,
        };

    private static IEnumerable<(string Code, string Value)> Beyond(FormField field)
    {
        if (field.Min is { } min)
            yield return (field.Type == FieldType.Year ? "FieldNotYear" : "FieldTooSmall", (min - 1).ToString(CultureInfo.InvariantCulture));
        if (field.Max is { } max)
            yield return (field.Type == FieldType.Year ? "FieldNotYear" : "FieldTooLarge", (max + 1).ToString(CultureInfo.InvariantCulture));
        if (field.Decimals is { } decimals && field.Min is { } least)
            yield return ("FieldTooPrecise", FieldValue.Text(decimal.Truncate(least) + 1 + (decimal)Math.Pow(10, -decimals - 1)));
        if (field is { Type: FieldType.Date, Moment: FieldMoment.Past })
            yield return ("FieldInFuture", "2999-01-01");
        if (field is { Type: FieldType.Date, Moment: FieldMoment.Future })
            yield return ("FieldInPast", "1999-01-01");
    }

    /// <summary>The form with one choice made another way, so that also what is hidden at first is filled in.</summary>
    public static IEnumerable<Form> Variants(Form form)
    {
        yield return form;
        foreach (
            var chosen in form
                .Fields.Concat(form.Tables.SelectMany(table => table.Fields))
                .Where(field => field.Type is FieldType.Choice or FieldType.MultiChoice or FieldType.YesNo)
        )
        foreach (var value in chosen.Type == FieldType.YesNo ? ["true", "false"] : chosen.Options.Select(option => option.Value))
            yield return form with
            {
                Sections =
                [
                    .. form.Sections.Select(section =>
                        section with
                        {
                            Fields = [.. section.Fields.Select(field => Choose(field, chosen, value))],
                            Rows = section.Rows is { } table ? table with { Fields = [.. table.Fields.Select(field => Choose(field, chosen, value))] } : null,
                        }
                    ),
                ],
            };
    }

    private static FormField Choose(FormField field, FormField chosen, string value) =>
        ReferenceEquals(field, chosen) ? field with { Samples = [value] } : field;

    /// <summary>A day on which a version is in force and the office's calendar is known.</summary>
    public static LocalDateTime DayOf(Procedure procedure) =>
        (procedure.InForceTo is { } end && end < new LocalDate(2026, 3, 2) ? end : new LocalDate(2026, 3, 2)).At(new LocalTime(9, 0));
}

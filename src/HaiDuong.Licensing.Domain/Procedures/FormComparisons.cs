using System.Globalization;
using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Applies the rules between fields (đối chiếu giữa các mục khai).</summary>
internal static class FormComparisons
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static IEnumerable<Refusal> Broken(FormRule rule, FormData data) =>
        rule.Fields.SelectMany(path =>
            rule.Comparison switch
            {
                FormComparison.Unique => Repeated(rule, path, data),
                FormComparison.After => Held(path, data)
                    .Where(held => Applies(rule, data, held.Row) && !IsAfter(rule, held, data))
                    .Select(held => Refuse(rule, held, string.Empty)),
                _ => Held(path, data)
                    .Where(held => Applies(rule, data, held.Row) && IsBeyond(rule, held.Value))
                    .Select(held => Refuse(rule, held, Shown(rule.Value!.Value))),
            }
        );

    /// <summary>Says whether the rule has anything to look at: the condition holds and a field is filled in.</summary>
    public static bool IsAnswered(FormRule rule, FormData data) => rule.Fields.SelectMany(path => Held(path, data)).Any(held => Applies(rule, data, held.Row));

    private static bool Applies(FormRule rule, FormData data, IReadOnlyDictionary<string, string>? row) => rule.When is null || rule.When.Holds(data, row);

    private static bool IsBeyond(FormRule rule, string value) =>
        FieldValue.Number(value) is { } number && (rule.Comparison == FormComparison.AtLeast ? number < rule.Value : number > rule.Value);

    private static bool IsAfter(FormRule rule, Filled held, FormData data)
    {
        var other = held.Row?.GetValueOrDefault(rule.Other!) ?? data[rule.Other!];

        // Canonical dates, times and moments of one type sort as text; what is missing or cannot be read is another rule's concern.
        return other is null || !AreOfOneKind(held.Value, other) || string.CompareOrdinal(held.Value, other) > 0;
    }

    private static bool AreOfOneKind(string one, string other) =>
        (FieldValue.Date(one) is not null && FieldValue.Date(other) is not null)
        || (FieldValue.Moment(one) is not null && FieldValue.Moment(other) is not null)
        || (FieldValue.Time(one) is not null && FieldValue.Time(other) is not null);

    private static IEnumerable<Refusal> Repeated(FormRule rule, string path, FormData data) =>
        Held(path, data).GroupBy(held => held.Value.ToUpperInvariant()).SelectMany(same => same.Skip(1)).Select(held => Refuse(rule, held, string.Empty));

    private static Refusal Refuse(FormRule rule, Filled held, string limit)
    {
        var shown = FieldValue.Number(held.Value) is { } number ? Shown(number) : held.Value;
        return new Refusal(nameof(RefusalCode.FieldsDisagree), held.Path, string.Format(Vietnamese, rule.Message, shown, limit));
    }

    private static string Shown(decimal number) => number.ToString("#,0.######", Vietnamese);

    private static IEnumerable<Filled> Held(string path, FormData data)
    {
        var split = path.IndexOf("[].", StringComparison.Ordinal);
        if (split < 0)
            return data[path] is { } value ? [new Filled(path, value, null)] : [];

        var (table, field) = (path[..split], path[(split + 3)..]);
        return data.RowsOf(table)
            .Select((row, index) => row.TryGetValue(field, out var value) ? new Filled($"{table}[{index}].{field}", value, row) : null)
            .OfType<Filled>();
    }

    private sealed record Filled(string Path, string Value, IReadOnlyDictionary<string, string>? Row);
}

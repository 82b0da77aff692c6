using HaiDuong.Licensing.Domain.Fields;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// Kiểm tra nội dung kết quả: what a result grants keeps the rules of the form from which it was copied, so that nobody signs a permit that ends before it
/// begins, or one for a time before it was asked for.
/// </summary>
public static class ResultRules
{
    /// <summary>The refusals by the key of the result's field.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="values">What the result grants.</param>
    /// <param name="filedAt">When it was asked for: what had to lie ahead then does so still.</param>
    public static IReadOnlyList<Refusal> Check(Procedure procedure, IReadOnlyDictionary<string, string> values, LocalDateTime filedAt)
    {
        var copies = procedure
            .Result.Fields.Where(field => field.CopiedFrom is { } key && procedure.Form.Find(key) is not null && values.ContainsKey(field.Key))
            .DistinctBy(field => field.CopiedFrom)
            .ToDictionary(field => field.CopiedFrom!, field => field.Key, StringComparer.Ordinal);
        var asked = new FormData(copies.Select(copy => KeyValuePair.Create(copy.Key, values[copy.Value])));
        return
        [
            .. copies
                .Where(copy => IsTime(values[copy.Value]))
                .Select(copy => FieldRules.Check(procedure.Form.Find(copy.Key)!, values[copy.Value], copy.Value, filedAt))
                .OfType<Refusal>(),
            .. procedure
                .Form.Rules.Where(rule => rule.Comparison == FormComparison.After && rule.Other is { } other && copies.ContainsKey(other))
                .SelectMany(rule => FormComparisons.Broken(rule, asked))
                .Select(refusal => new Refusal(refusal.Code, copies[refusal.Field!], [.. refusal.Args])),
        ];
    }

    private static bool IsTime(string value) => FieldValue.Date(value) is not null || FieldValue.Moment(value) is not null;
}

using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// What must hold inside one form of a procedure file: options where there is a choice, limits that make sense, references that lead somewhere.
/// </summary>
internal static partial class FormFileRules
{
    private static readonly string[] ApplicantFacts =
    [
        "applicant.kind",
        "applicant.name",
        "applicant.address",
        "applicant.identityNumber",
        "applicant.phone",
        "applicant.email",
    ];

    public static IEnumerable<(string At, string Code, object[] Args)> Check(Form form, string at) =>
        [
            .. ProcedureFileRules.Repeated(form.Fields.Select(field => field.Key).Concat(form.Tables.Select(table => table.Key)), $"{at}.sections"),
            .. form.Sections.SelectMany((section, index) => Section(form, section, $"{at}.sections[{index}]")),
            .. form.Rules.SelectMany((rule, index) => Rule(form, rule, $"{at}.rules[{index}]")),
        ];

    public static IEnumerable<(string At, string Code, object[] Args)> Field(FormField field, string at)
    {
        if (!IsKey(field.Key) || field.Key is "number" or "items")
            yield return ($"{at}.key", "KeyMalformed", [field.Key]);
        if (field.Kind.HasOptions != field.Options.Count > 0)
            yield return ($"{at}.options", "OptionsWrong", [field.Key]);
        foreach (var problem in ProcedureFileRules.Repeated(field.Options.Select(option => option.Value), $"{at}.options"))
            yield return problem;
        if (field.Min > field.Max || field.MaxLength < 1 || field.Decimals is < 0 or > 6)
            yield return (at, "LimitsWrong", [field.Key]);
        if (field.Pattern is { } pattern && !IsPattern(pattern))
            yield return ($"{at}.pattern", "PatternWrong", [pattern]);
    }

    public static IEnumerable<(string At, string Code, object[] Args)> Rule(Form form, FormRule rule, string at)
    {
        var row = Row(form, rule.Fields is [var first, ..] ? first : null);
        foreach (var path in rule.Fields.Where(path => form.Find(path) is null))
            yield return ($"{at}.fields", "FieldNotFound", [path]);
        foreach (var problem in Condition(form, rule.When, $"{at}.when", row))
            yield return problem;

        var other = rule.Other is { } key ? form.Find(key) ?? row?.Fields.FirstOrDefault(field => field.Key == key) : null;
        if (
            rule.Fields.Count == 0
            || (rule.Comparison == FormComparison.After) != (other is not null)
            || (rule.Comparison is FormComparison.AtLeast or FormComparison.AtMost) != rule.Value.HasValue
            || (rule.Comparison == FormComparison.Unique && rule.Fields.Any(path => Row(form, path) is null))
        )
            yield return (at, "RuleIncomplete", [rule.Comparison]);
    }

    public static IEnumerable<(string At, string Code, object[] Args)> Condition(Form form, FormCondition? condition, string at, FormRows? row = null)
    {
        if (condition is null)
            yield break;

        var field = row?.Fields.FirstOrDefault(candidate => candidate.Key == condition.Field) ?? form.Find(condition.Field);
        if (field is null)
        {
            yield return ($"{at}.field", "FieldNotFound", [condition.Field]);
            yield break;
        }

        var allowed = field.Kind.Answers(field) ?? [];
        if (condition.In.Count == 0)
            yield return ($"{at}.in", "ConditionEmpty", [condition.Field]);
        foreach (var value in condition.In.Where(value => !allowed.Contains(value)))
            yield return ($"{at}.in", "ConditionNeverHolds", [condition.Field, value]);
    }

    private static FormRows? Row(Form form, string? path)
    {
        var split = path?.IndexOf("[].", StringComparison.Ordinal) ?? -1;
        return split < 0 ? null : form.Tables.FirstOrDefault(table => table.Key == path![..split]);
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Section(Form form, FormSection section, string at)
    {
        if (!IsKey(section.Key))
            yield return ($"{at}.key", "KeyMalformed", [section.Key]);
        foreach (var problem in Condition(form, section.ShownWhen, $"{at}.shownWhen"))
            yield return problem;
        foreach (var problem in Fields(form, section.Fields, $"{at}.fields", null))
            yield return problem;
        if (section.Rows is not { } table)
            yield break;

        if (table.MinRows < 0 || table.MaxRows < Math.Max(1, table.MinRows) || !IsKey(table.Key))
            yield return ($"{at}.rows", "LimitsWrong", [table.Key]);
        foreach (var problem in ProcedureFileRules.Repeated(table.Fields.Select(field => field.Key), $"{at}.rows.fields"))
            yield return problem;
        foreach (var problem in Fields(form, table.Fields, $"{at}.rows.fields", table))
            yield return problem;
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Fields(Form form, IReadOnlyList<FormField> fields, string at, FormRows? row) =>
        fields.SelectMany(
            (field, index) =>
                Field(field, $"{at}[{index}]")
                    .Concat(Beginning(field, $"{at}[{index}]"))
                    .Concat(Condition(form, field.ShownWhen, $"{at}[{index}].shownWhen", row))
        );

    private static IEnumerable<(string At, string Code, object[] Args)> Beginning(FormField field, string at) =>
        field.CopiedFrom is { } name && !ApplicantFacts.Contains(name) ? [($"{at}.copiedFrom", "FieldNotFound", [name])] : [];

    internal static bool IsKey(string key) => KeyPattern().IsMatch(key);

    private static bool IsPattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.None, TimeSpan.FromMilliseconds(200)) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]*\\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex KeyPattern();
}

using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// What must be open for an answer when some fields of a form are asked again (phạm vi khai bổ sung): the asked ones, whatever appears by
/// their answers, what rules compare them with, and so on from each of these. Without it a truthful answer could call for a field that
/// nobody may fill in.
/// </summary>
public sealed class FormScope
{
    private readonly Form form;
    private readonly HashSet<string> fields = new(StringComparer.Ordinal);

    private FormScope(Form form) => this.form = form;

    /// <summary>Keys of single fields and of tables.</summary>
    public IReadOnlySet<string> Fields => fields;

    /// <summary>Keys of the papers that an answer may call for.</summary>
    public IReadOnlySet<string> Papers { get; private set; } = new HashSet<string>();

    /// <param name="procedure">The procedure with its form.</param>
    /// <param name="data">The form as it stands: an asked field that is hidden there opens what hides it as well.</param>
    /// <param name="asked">Keys of single fields and of tables.</param>
    public static FormScope Of(Procedure procedure, FormData data, IEnumerable<string> asked)
    {
        var scope = new FormScope(procedure.Form);
        foreach (var key in asked)
        {
            scope.Open(key);
            scope.OpenWhatHides(key, data);
        }

        scope.Papers = procedure
            .Papers.Where(paper => paper.When is { } when && scope.fields.Contains(Root(when.Field)))
            .Select(paper => paper.Key)
            .ToHashSet(StringComparer.Ordinal);
        return scope;
    }

    /// <summary>True when a field, a field of a row or a table may be answered: <c>key</c>, <c>rows[3].key</c> or <c>rows</c>.</summary>
    public bool Covers(string? path) => path is not null && fields.Contains(Root(path));

    /// <summary>The data with the open fields and tables of an answer in place of its own; what the answer hides is gone.</summary>
    public FormData Amend(FormData data, FormData answer)
    {
        var amended = fields.Aggregate(data, (current, key) =>
            form.Tables.Any(table => table.Key == key) ? current.WithRows(key, answer.RowsOf(key)) : current.With(key, answer[key] ?? "")
        );
        return FormRules.Visible(form, amended);
    }

    private void Open(string key)
    {
        if (!fields.Add(key))
            return;
        foreach (var dependent in Dependents(key).Concat(Compared(key)).ToList())
            Open(dependent);
    }

    private void OpenWhatHides(string key, FormData data)
    {
        foreach (var condition in ConditionsOf(key).Where(condition => !condition.Holds(data)))
        {
            var field = Root(condition.Field);
            if (fields.Contains(field))
                continue;
            Open(field);
            OpenWhatHides(field, data);
        }
    }

    /// <summary>What is shown or hidden by the answer to a field. A condition inside a row may look at its own row, which is open with the table.</summary>
    private IEnumerable<string> Dependents(string key) =>
        form
            .Sections.SelectMany(section => Keys(section))
            .Where(other => other != key && ConditionsOf(other).Concat(ColumnConditions(other)).Any(condition => Root(condition.Field) == key));

    /// <summary>The other fields of every rule that looks at a field.</summary>
    private IEnumerable<string> Compared(string key) =>
        from rule in form.Rules
        let compared = rule.Fields.Append(rule.Other).OfType<string>().Select(Root).ToHashSet(StringComparer.Ordinal)
        where compared.Contains(key) || (rule.When is { } when && Root(when.Field) == key)
        from other in compared
        select other;

    private IEnumerable<FormCondition> ConditionsOf(string key)
    {
        var section = form.Sections.FirstOrDefault(section => Keys(section).Contains(key));
        return new[] { section?.ShownWhen, section?.Fields.FirstOrDefault(field => field.Key == key)?.ShownWhen }.OfType<FormCondition>();
    }

    private IEnumerable<FormCondition> ColumnConditions(string key) =>
        form.Tables.FirstOrDefault(table => table.Key == key) is not { } table
            ? []
            : table.Fields.Select(field => field.ShownWhen).OfType<FormCondition>().Where(condition => table.Fields.All(field => field.Key != condition.Field));

    private static IEnumerable<string> Keys(FormSection section) =>
        section.Rows is { } table ? section.Fields.Select(field => field.Key).Append(table.Key) : section.Fields.Select(field => field.Key);

    private static string Root(string path)
    {
        var bracket = path.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? path : path[..bracket];
    }
}

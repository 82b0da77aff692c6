using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Phần tờ khai phải có khi nhận nhanh: what the fee, the papers, the route and the licence register depend on; everything else of the form may be typed
/// later.
/// </summary>
public static class BriefForm
{
    /// <summary>Keys of the single fields, and of tables that a condition looks into.</summary>
    public static IReadOnlySet<string> Fields(Procedure procedure, Route route)
    {
        var form = procedure.Form;
        var fields = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([
            .. procedure.FeeLines.SelectMany(line => new[] { line.CountedBy, line.When?.Field }).OfType<string>(),
            .. procedure.Papers.Select(paper => paper.When?.Field).OfType<string>(),
            .. procedure.Licence is { NeedsLicence: true } rule ? [rule.NumberField, rule.DateField] : Array.Empty<string>(),
            .. procedure.NoticeBefore is { } notice ? [notice.EventField] : Array.Empty<string>(),
            .. route
                .Nodes.SelectMany(node => node.NeededFacts)
                .Where(fact => fact.StartsWith(DossierFacts.FormPrefix, StringComparison.Ordinal))
                .Select(fact => fact[DossierFacts.FormPrefix.Length..]),
        ]);
        while (open.TryDequeue(out var path))
        {
            var key = Root(path);
            var section = form.Sections.FirstOrDefault(part => part.Rows?.Key == key || part.Fields.Any(one => one.Key == key));
            if (section is null || !fields.Add(key))
                continue;
            var field = section.Fields.FirstOrDefault(one => one.Key == key);
            foreach (var condition in new[] { section.ShownWhen, field?.ShownWhen }.OfType<FormCondition>())
                open.Enqueue(condition.Field);
        }

        return fields;
    }

    /// <summary>Whether the field, or the table of a field in a row, holds anything.</summary>
    public static bool IsAnswered(FormData data, string? path) => path is null || data[Root(path)] is not null || data.RowsOf(Root(path)).Count > 0;

    /// <summary>
    /// What is wrong with the answers that are there and with what must be there from the beginning; what is merely not typed yet is passed over.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Procedure procedure, Route route, FormData data, LocalDateTime now)
    {
        var fields = Fields(procedure, route);
        return
        [
            .. FormRules
                .Check(procedure.Form, data, now)
                .Where(refusal => IsAnswered(data, refusal.Field) || (refusal.Field is { } path && fields.Contains(Root(path)))),
        ];
    }

    /// <summary>Chưa nhập: what the form asks and nobody has typed, by its label.</summary>
    public static IReadOnlyList<string> Unanswered(Form form, FormData data, LocalDateTime now) =>
        [
            .. FormRules
                .CheckAsked(form, data, now)
                .Where(refusal => !IsAnswered(data, refusal.Field))
                .Select(refusal => Root(refusal.Field!))
                .Distinct(StringComparer.Ordinal)
                .Select(key => form.Find(key)?.Label ?? form.Sections.First(section => section.Rows?.Key == key).Title),
        ];

    private static string Root(string path)
    {
        var bracket = path.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? path : path[..bracket];
    }
}

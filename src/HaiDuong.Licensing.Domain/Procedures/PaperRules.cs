using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Which papers a dossier needs and lacks (kiểm tra thành phần hồ sơ).</summary>
public static class PaperRules
{
    /// <summary>The papers that apply to the form, required or not, in the order of the procedure.</summary>
    public static IReadOnlyList<PaperRequirement> Applicable(Procedure procedure, FormData form)
    {
        var visible = FormRules.Visible(procedure.Form, form);
        return [.. procedure.Papers.Where(paper => FormRules.IsShown(paper.When, visible))];
    }

    /// <summary>The required papers that are not among those supplied. The paper that is the form itself is never missing.</summary>
    public static IReadOnlyList<PaperRequirement> Missing(Procedure procedure, FormData form, IEnumerable<string> suppliedKeys)
    {
        var supplied = suppliedKeys.ToHashSet(StringComparer.Ordinal);
        return [.. Applicable(procedure, form).Where(paper => paper.Required && !paper.IsForm && !supplied.Contains(paper.Key))];
    }

    /// <summary>One refusal for each missing paper.</summary>
    public static IReadOnlyList<Refusal> Check(Procedure procedure, FormData form, IEnumerable<string> suppliedKeys) =>
        [.. Missing(procedure, form, suppliedKeys).Select(paper => new Refusal(nameof(RefusalCode.PaperMissing), $"papers.{paper.Key}", paper.Name))];
}

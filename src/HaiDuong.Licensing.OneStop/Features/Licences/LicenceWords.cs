using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Licences;

/// <summary>What the kinds of licences are called: the name of the result of the procedure that gives them.</summary>
public static class LicenceWords
{
    public static FieldChoice[] Kinds(this ProcedureCatalogue catalogue) =>
        [
            .. catalogue
                .Giving()
                .Select(version => version.Slug)
                .Distinct()
                .Select(slug => new FieldChoice(slug, catalogue.KindName(slug)))
                .OrderBy(choice => choice.Label, StringComparer.Ordinal),
        ];

    /// <summary>Lĩnh vực in which licences are given.</summary>
    public static FieldChoice[] Fields(this ProcedureCatalogue catalogue) =>
        [
            .. catalogue
                .Giving()
                .Select(version => version.Field)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(field => new FieldChoice(field, catalogue.Shown(field))),
        ];

    public static IReadOnlyList<string> KindsOf(this ProcedureCatalogue catalogue, string field) =>
        [.. catalogue.Giving().Where(version => version.Field == field).Select(version => version.Slug).Distinct()];

    private static IEnumerable<Procedure> Giving(this ProcedureCatalogue catalogue) =>
        catalogue.Versions.Where(version => version.Licence?.Act == LicenceAct.New);
}

using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Features.Administration;

/// <summary>The legal facts of one file under workflows/, and where its source keys point to; the group is the field of a procedure, empty for the rest.</summary>
public sealed record FactFile(string Key, string Group, string Name, IReadOnlyList<Fact> Facts, IReadOnlyDictionary<string, string> Sources)
{
    public int Unverified => Facts.Count(fact => !fact.Verified);
}

/// <summary>Dữ kiện pháp lý: everything the office's data says about the law, so that a lawyer can see what is still to be confirmed.</summary>
public sealed class FactsQuery(ProcedureCatalogue catalogue, WorkflowsFolder folder, ProvinceMap map, LicencePublicity publicity)
{
    private static readonly Dictionary<string, string> NoSources = [];

    public IReadOnlyList<FactFile> Read()
    {
        var problems = new List<WorkflowProblem>();
        var sources = new SharedParts(folder).Sources();
        return
        [
            .. catalogue.Versions.OrderBy(version => version.CatalogueId, StringComparer.Ordinal).ThenBy(version => version.InForceFrom).Select(version => new FactFile(
                $"{version.Slug}-{version.InForceFrom:uuuu-MM-dd}", version.Field, $"{version.CatalogueId} – {version.Name} ({version.InForceFrom:dd/MM/uuuu})", version.Facts, version.Sources)),
            .. catalogue.Organisation.Offices.Select(office => new FactFile(
                office.Key, "", office.Name, office.Facts, sources)),
            new FactFile("regimes", "", "regimes", RegimeFiles.Facts(folder, problems), NoSources),
            new FactFile("calendars", "", "calendars", CalendarFiles.Facts(folder, problems), NoSources),
            new FactFile("maps", "", "maps", map.Facts, NoSources),
            new FactFile("publicity", "", "publicity", publicity.Facts, NoSources),
        ];
    }
}

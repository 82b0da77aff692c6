using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>
/// The legal facts of one file under workflows/, which of them are confirmed, and where its source keys point to; the group is the field of a procedure, empty
/// for the rest.
/// </summary>
public sealed record FactFile(
    string Key,
    string Group,
    string Name,
    IReadOnlyList<Fact> Facts,
    IReadOnlyDictionary<string, string> Sources,
    ConfirmedFacts Confirmed
)
{
    public int Unverified => Facts.Count(fact => !Holds(fact));

    public bool Holds(Fact fact) => Confirmed.Holds(Key, fact);

    /// <summary>The sources behind the keys of a fact, in full; the text itself when it is not a key.</summary>
    public IEnumerable<string> SourcesOf(Fact fact) =>
        fact.Source.Split(',', StringSplitOptions.TrimEntries).Select(key => Sources.GetValueOrDefault(key, key));
}

/// <summary>Dữ kiện pháp lý: everything the office's data says about the law, so that a lawyer can see what is still to be confirmed.</summary>
public sealed class FactsQuery(
    ProcedureCatalogue catalogue,
    WorkflowsFolder folder,
    ProvinceMap map,
    LicencePublicity publicity,
    ReportLaws reports,
    ConfirmedFactsQuery confirmations
)
{
    private static readonly Dictionary<string, string> NoSources = [];

    public async Task<IReadOnlyList<FactFile>> ReadAsync(CancellationToken cancel)
    {
        var problems = new List<WorkflowProblem>();
        var sources = new SharedParts(folder).Sources();
        var confirmed = await confirmations.ReadAllAsync(cancel);
        return
        [
            .. catalogue
                .Versions.OrderBy(version => version.CatalogueId, StringComparer.Ordinal)
                .ThenBy(version => version.InForceFrom)
                .Select(version => new FactFile(
                    version.VersionKey,
                    catalogue.Shown(version.Field),
                    $"{version.CatalogueId} – {catalogue.Shown(version.Name)} ({VietnameseDate.Print(version.InForceFrom)})",
                    version.Facts,
                    version.Sources,
                    confirmed
                )),
            .. catalogue.Organisation.Offices.Select(office => Whole(office.Key, office.Name, office.Facts, sources)),
            Whole("regimes", "regimes", RegimeFiles.Facts(folder, problems), NoSources),
            Whole("calendars", "calendars", CalendarFiles.Facts(folder, problems), CalendarFiles.Sources(folder, problems)),
            Whole("maps", "maps", map.Facts, sources),
            Whole("publicity", "publicity", publicity.Facts, sources),
            Whole("reports", "reports", [.. reports.All.SelectMany(law => law.Facts)], sources),
        ];

        FactFile Whole(string key, string name, IReadOnlyList<Fact> facts, IReadOnlyDictionary<string, string> known) =>
            new(key, "", name, facts, known, confirmed);
    }

    /// <summary>One fact with its file; null when there is none.</summary>
    public async Task<(FactFile File, Fact Fact)?> FindAsync(string? file, string? path, CancellationToken cancel) =>
        (await ReadAsync(cancel)).FirstOrDefault(known => known.Key == file) is { } found && found.Facts.FirstOrDefault(fact => fact.Path == path) is { } said
            ? (found, said)
            : null;
}

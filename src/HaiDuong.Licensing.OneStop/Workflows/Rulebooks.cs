using System.Collections.Concurrent;
using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// Finds the rules of a dossier: those in force today for a new one, those it was received under for any other. Routes are the files' until
/// published versions are adopted.
/// </summary>
/// <param name="catalogue">Procedures, offices, templates.</param>
/// <param name="regimes">One-stop rules.</param>
/// <param name="calendars">Working days and hours.</param>
/// <param name="stored">Reads a published route version that this process has not seen yet; null without a database.</param>
public sealed class Rulebooks(
    ProcedureCatalogue catalogue,
    IReadOnlyList<ClockRegime> regimes,
    OfficeCalendar calendars,
    Func<string, int, string?>? stored = null
)
{
    private readonly ConcurrentDictionary<(string Id, int Version), Route> routes = new(
        catalogue.RouteIds.Select(id => Route.Parse(catalogue.RouteJson(id))).ToDictionary(route => (route.Id, route.Version))
    );

    public ProcedureCatalogue Catalogue => catalogue;

    /// <summary>The calendar of the whole office, with all that is known.</summary>
    public WorkingCalendar Calendar => calendars.Whole;

    /// <summary>The newest version of every route.</summary>
    public IReadOnlyList<Route> Routes =>
        [
            .. routes
                .Values.GroupBy(route => route.Id, StringComparer.Ordinal)
                .Select(versions => versions.MaxBy(route => route.Version)!)
                .OrderBy(route => route.Id, StringComparer.Ordinal),
        ];

    public DossierRules? InForce(string slug, LocalDate date) =>
        catalogue.InForce(slug, date) is { } procedure
            ? RulesOf(procedure, RouteOf(procedure.RouteId), RegimeOn(date), [catalogue.Organisation.KeyOn(procedure.DivisionKey, date)])
            : null;

    /// <summary>The rules with the words of the procedure as they are shown to who is served now.</summary>
    public DossierRules Shown(DossierRules rules) => rules with { Procedure = catalogue.Shown(rules.Procedure) };

    public DossierRules For(Dossier dossier) =>
        RulesOf(
            catalogue.Version(dossier.ProcedureSlug, dossier.ProcedureVersion),
            RouteOf(dossier.RouteId, dossier.RouteVersion),
            RegimeOf(dossier.RegimeName),
            LineOf(dossier)
        );

    /// <summary>The time rules of a dossier that was received under this version and regime; its route may be of another version.</summary>
    public DossierRules For(string slug, LocalDate version, string regimeName)
    {
        var procedure = catalogue.Version(slug, version);
        return RulesOf(procedure, RouteOf(procedure.RouteId), RegimeOf(regimeName), [procedure.DivisionKey]);
    }

    /// <summary>What a dossier would run by under the newest version of its route, and of its procedure where that is asked for.</summary>
    public DossierRules NewestFor(Dossier dossier, LocalDate date, bool withProcedure)
    {
        var procedure = withProcedure ? catalogue.InForce(dossier.ProcedureSlug, date) : null;
        procedure ??= catalogue.Version(dossier.ProcedureSlug, dossier.ProcedureVersion);
        return RulesOf(procedure, RouteOf(procedure.RouteId), RegimeOf(dossier.RegimeName), LineOf(dossier));
    }

    /// <summary>The ids that steps of a kind have in any route.</summary>
    public IEnumerable<string> StepsOf(StepKind kind) =>
        routes.Values.SelectMany(route => route.Steps).Where(step => step.Kind == kind).Select(step => step.Id).Distinct(StringComparer.Ordinal);

    /// <summary>The ids of all steps of any route; what else has an id in the history is an opinion asked beside it.</summary>
    public IEnumerable<string> Steps => routes.Values.SelectMany(route => route.Steps).Select(step => step.Id).Distinct(StringComparer.Ordinal);

    /// <summary>The newest version of a route.</summary>
    /// <exception cref="KeyNotFoundException">There is no such route.</exception>
    public Route RouteOf(string id) =>
        routes.Values.Where(route => route.Id == id).MaxBy(route => route.Version) ?? throw new KeyNotFoundException($"There is no route '{id}'.");

    /// <summary>One version of a route.</summary>
    /// <exception cref="KeyNotFoundException">It was never published.</exception>
    public Route RouteOf(string id, int version) =>
        routes.TryGetValue((id, version), out var known)
            ? known
            : Adopt(
                stored?.Invoke(id, version)
                    ?? throw new KeyNotFoundException(
                        string.Create(CultureInfo.InvariantCulture, $"Version {version} of the route '{id}' was never published.")
                    )
            );

    /// <summary>Takes a published version in; the newest one is what new dossiers run by.</summary>
    public Route Adopt(string definition)
    {
        var route = Route.Parse(definition);
        return routes[(route.Id, route.Version)] = route;
    }

    private IReadOnlyList<string> LineOf(Dossier dossier) => catalogue.Organisation.Line(dossier.FirstDivision, dossier.DivisionKey);

    private DossierRules RulesOf(Procedure procedure, Route route, ClockRegime regime, IReadOnlyList<string> units) =>
        new(procedure, route, regime, calendars.Of(units), catalogue.Organisation);

    private ClockRegime RegimeOf(string name) => regimes.Single(regime => regime.Name == name);

    /// <summary>The one-stop rules in force on a day.</summary>
    /// <exception cref="InvalidOperationException">None are.</exception>
    public ClockRegime RegimeOn(LocalDate date) =>
        regimes.FirstOrDefault(regime => regime.IsInForceOn(date)) ?? throw new InvalidOperationException($"No one-stop regime is in force on {date}.");
}

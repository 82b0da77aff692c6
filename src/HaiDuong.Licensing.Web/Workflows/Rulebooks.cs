using System.Collections.Concurrent;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>Finds the rules of a dossier: those in force today for a new one, those it was received under for any other.</summary>
public sealed class Rulebooks(ProcedureCatalogue catalogue, IReadOnlyList<ClockRegime> regimes, WorkingCalendar calendar)
{
    private readonly ConcurrentDictionary<string, Route> routes = new(StringComparer.Ordinal);

    public ProcedureCatalogue Catalogue => catalogue;

    public WorkingCalendar Calendar => calendar;

    public DossierRules? InForce(string slug, LocalDate date) =>
        catalogue.InForce(slug, date) is { } procedure ? RulesOf(procedure, RegimeOn(date)) : null;

    public DossierRules For(Dossier dossier) =>
        RulesOf(catalogue.Version(dossier.ProcedureSlug, dossier.ProcedureVersion), regimes.Single(regime => regime.Name == dossier.RegimeName));

    private DossierRules RulesOf(Procedure procedure, ClockRegime regime) => new(procedure, RouteOf(procedure.RouteId), regime, calendar);

    /// <summary>The ids that steps of a kind have in any route.</summary>
    public IEnumerable<string> StepsOf(StepKind kind) =>
        catalogue.RouteIds.SelectMany(id => RouteOf(id).Steps).Where(step => step.Kind == kind).Select(step => step.Id).Distinct(StringComparer.Ordinal);

    public Route RouteOf(string id) => routes.GetOrAdd(id, key => Route.Parse(catalogue.RouteJson(key)));

    private ClockRegime RegimeOn(LocalDate date) =>
        regimes.FirstOrDefault(regime => regime.IsInForceOn(date)) ?? throw new InvalidOperationException($"No one-stop regime is in force on {date}.");
}

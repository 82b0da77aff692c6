using System.Collections.Concurrent;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>Finds the rules of a dossier: those in force today for a new one, those it was received under for any other.</summary>
public sealed class Rulebooks(ProcedureCatalogue catalogue, IReadOnlyList<ClockRegime> regimes, OfficeCalendar calendars)
{
    private readonly ConcurrentDictionary<string, Route> routes = new(StringComparer.Ordinal);

    public ProcedureCatalogue Catalogue => catalogue;

    /// <summary>The calendar of the whole office, with all that is known.</summary>
    public WorkingCalendar Calendar => calendars.Whole;

    public DossierRules? InForce(string slug, LocalDate date) =>
        catalogue.InForce(slug, date) is { } procedure ? RulesOf(procedure, RegimeOn(date)) : null;

    public DossierRules For(Dossier dossier) => For(dossier.ProcedureSlug, dossier.ProcedureVersion, dossier.RegimeName);

    /// <summary>The rules of a dossier that was received under this version and regime.</summary>
    public DossierRules For(string slug, LocalDate version, string regimeName) =>
        RulesOf(catalogue.Version(slug, version), regimes.Single(regime => regime.Name == regimeName));

    private DossierRules RulesOf(Procedure procedure, ClockRegime regime) => new(procedure, RouteOf(procedure.RouteId), regime, calendars.Of(procedure.DivisionKey));

    /// <summary>The ids that steps of a kind have in any route.</summary>
    public IEnumerable<string> StepsOf(StepKind kind) =>
        catalogue.RouteIds.SelectMany(id => RouteOf(id).Steps).Where(step => step.Kind == kind).Select(step => step.Id).Distinct(StringComparer.Ordinal);

    public Route RouteOf(string id) => routes.GetOrAdd(id, key => Route.Parse(catalogue.RouteJson(key)));

    private ClockRegime RegimeOn(LocalDate date) =>
        regimes.FirstOrDefault(regime => regime.IsInForceOn(date)) ?? throw new InvalidOperationException($"No one-stop regime is in force on {date}.");
}

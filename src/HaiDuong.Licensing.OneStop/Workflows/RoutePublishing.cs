using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Phân vai có thời hạn: a role held in a unit between two days, whoever holds it.</summary>
public sealed record HeldRole(StaffRole Role, string Unit, LocalDate From, LocalDate? To)
{
    public bool Covers(LocalDate day) => From <= day && (To is null || day <= To);
}

/// <summary>Who holds which role, looked at from a day on; not known without a database.</summary>
public sealed record HeldRoles(LocalDate Today, IReadOnlyList<HeldRole> Holdings)
{
    /// <summary>What the office has announced about its units on top of the files, oldest first.</summary>
    public IReadOnlyList<UnitSuccession> Announced { get; init; } = [];
}

/// <summary>
/// What else a route must have before dossiers run on it: with every procedure that uses it, the office's units and roles, and the acts that do its steps.
/// </summary>
public sealed class RoutePublishing(IReadOnlyList<Procedure> procedures, Organisation organisation, HeldRoles? holders = null)
{
    /// <summary>Code of a condition that asks for an optional field without making sure that it is filled in.</summary>
    public const string FactMayBeMissing = "FactMayBeMissing";

    /// <summary>The steps whose act asks for these outcomes; whatever else a step of these kinds declares is never given.</summary>
    private static readonly StepKind[] WithFreeOutcomes = [StepKind.HumanTask, StepKind.ForwardToAuthority, StepKind.AppraiseDossier, StepKind.CollectFee];

    /// <summary>Everything found; what is not advice forbids publishing.</summary>
    public IReadOnlyList<WorkflowProblem> Check(Route route, string file)
    {
        var refused = RouteChecker.Check(route).Select(finding => WorkflowProblem.Of(finding, file)).ToList();
        if (refused.Exists(problem => !problem.IsAdvice))
            return refused;
        var users = procedures.Where(procedure => procedure.RouteId == route.Id).ToList();
        return
        [
            .. refused,
            .. users.Count == 0 ? [Problem(file, "RouteUnused", null, route.Id) with { IsAdvice = true }] : Array.Empty<WorkflowProblem>(),
            .. route.Steps.SelectMany(step => InStep(route, step, file)),
            .. route
                .Steps.SelectMany(step => users.SelectMany(procedure => WithProcedure(route, step, procedure, file)))
                .DistinctBy(problem => problem.Message),
            .. users
                .SelectMany(procedure => Facts(route, procedure, file).Concat(OptionalFacts(route, procedure, file)))
                .DistinctBy(problem => problem.Message),
            .. users.DefaultIfEmpty().SelectMany(procedure => Comparisons(route, procedure, file)).DistinctBy(problem => problem.Message),
            .. users.SelectMany(procedure => new RouteBudgets(route, procedure).Check(file)),
            .. RouteEndings.Find(route).Select(fault => OfLifeCycle(fault, file)),
        ];
    }

    private static IEnumerable<WorkflowProblem> InStep(Route route, RouteStep step, string file)
    {
        if (step.Role is { } name && !Enum.TryParse<StaffRole>(name, out _))
            yield return InStep(route, step, file, "RoleUnknown", step.Id, name, string.Join(", ", Enum.GetNames<StaffRole>()));
        foreach (var outcome in StepCatalogue.Outcomes(step.Kind).Except(step.Outcomes).Where(_ => step.Kind != StepKind.HumanTask))
            yield return InStep(route, step, file, "OutcomeNeeded", step.Id, outcome);
        foreach (var outcome in step.Outcomes.Except(StepCatalogue.Outcomes(step.Kind)).Where(_ => !WithFreeOutcomes.Contains(step.Kind)))
            yield return InStep(route, step, file, "OutcomeNeverGiven", step.Id, outcome);
    }

    private IEnumerable<WorkflowProblem> WithProcedure(Route route, RouteStep step, Procedure procedure, string file)
    {
        if (step.Kind == StepKind.InspectSite && procedure.InspectionForm is null)
            yield return InStep(route, step, file, "InspectionFormMissing", step.Id, procedure.ShortName);
        if (step.Kind == StepKind.ConsultAgency && procedure.ConsultedAgencies.All(agency => agency.Key != step.Agency))
            yield return InStep(route, step, file, "AgencyUnknown", step.Id, step.Agency ?? "", procedure.ShortName);
        if (RoleOf(step) is not { } role || role is StaffRole.Applicant or StaffRole.ConsultedAgency)
            yield break;
        if (step.Unit is { } named and not OfficeUnits.HandlingDivision && organisation.Find(named) is null)
            yield return InStep(route, step, file, "StepUnitUnknown", step.Id, named);
        else if (holders is not null && InForceSoon(procedure) && FirstDayWithout(step, role, procedure.DivisionKey) is { } day)
            yield return InStep(
                route,
                step,
                file,
                "RoleWithoutHolder",
                step.Id,
                role,
                NameOf(OfficeUnits.Of(step, role, procedure.DivisionKey, organisation, day)),
                VietnameseDate.Print(day)
            ) with
            {
                IsAdvice = day > holders.Today,
            };
    }

    private bool InForceSoon(Procedure procedure) => procedure.InForceTo is null || procedure.InForceTo >= holders!.Today;

    /// <summary>
    /// The first day of the coming month on which nobody holds the role in the unit that has the step then. A role goes with its unit to the successor.
    /// </summary>
    private LocalDate? FirstDayWithout(RouteStep step, StaffRole role, string division)
    {
        var held = holders!.Holdings.Where(one => one.Role == role).ToList();
        for (var day = holders.Today; day <= holders.Today.PlusMonths(1); day = day.PlusDays(1))
        {
            var unit = OfficeUnits.Of(step, role, division, organisation, day);
            if (!held.Exists(one => one.Covers(day) && organisation.KeyOn(one.Unit, day) == unit))
                return day;
        }

        return null;
    }

    private static IEnumerable<WorkflowProblem> Facts(Route route, Procedure procedure, string file) =>
        from node in route.Nodes
        from path in node.NeededFacts.Distinct()
        where !IsKnown(path, procedure)
        select Problem(file, "FactUnknown", node.Id, node.Id, path, procedure.ShortName) with
        {
            Path = RouteChecker.WalkTo(route, node.Id),
        };

    /// <summary>A dossier whose applicant left the field empty would be held there until an administrator lets it go on.</summary>
    private static IEnumerable<WorkflowProblem> OptionalFacts(Route route, Procedure procedure, string file) =>
        from node in route.Nodes
        from path in node.UnguardedFacts.Distinct()
        where path.StartsWith(DossierFacts.FormPrefix, StringComparison.Ordinal)
        let field = procedure.Form.Find(path[DossierFacts.FormPrefix.Length..])
        where field is not null && MayBeEmpty(procedure.Form, field)
        select Problem(file, FactMayBeMissing, node.Id, node.Id, path, procedure.ShortName, field.Label) with
        {
            Path = RouteChecker.WalkTo(route, node.Id),
        };

    /// <summary>A comparison of two kinds would go one way for ever, whatever the dossier says.</summary>
    private static IEnumerable<WorkflowProblem> Comparisons(Route route, Procedure? procedure, string file) =>
        from node in route.Nodes
        from compared in node.Comparisons
        let kinds = compared.Differ(path => DossierFacts.KindOf(path, procedure))
        where kinds is not null
        select Problem(file, "KindsDiffer", node.Id, node.Id, compared, kinds.Value.Left, kinds.Value.Right) with
        {
            Path = RouteChecker.WalkTo(route, node.Id),
        };

    private static bool MayBeEmpty(Form form, FormField field) =>
        !field.Required || field.ShownWhen is not null || form.Sections.Any(section => section.ShownWhen is not null && section.Fields.Contains(field));

    private static bool IsKnown(string path, Procedure procedure) =>
        DossierFacts.Paths.Contains(path)
        || (path.StartsWith(DossierFacts.FormPrefix, StringComparison.Ordinal) && procedure.Form.Find(path[DossierFacts.FormPrefix.Length..]) is not null);

    private static WorkflowProblem OfLifeCycle(LifeCycleFault fault, string file) =>
        Problem(file, fault.Kind.ToString(), fault.StepId, fault.StepId, fault.Outcome, (int)fault.From, fault.To is { } to ? (int)to : "") with
        {
            Path = fault.Path,
        };

    private static StaffRole? RoleOf(RouteStep step) =>
        step.Role is null ? StaffRole.Specialist
        : Enum.TryParse<StaffRole>(step.Role, out var role) ? role
        : null;

    private string NameOf(string unit) =>
        organisation.OfficeWith(unit) is { IsDepartment: true } office ? $"{organisation.NameOf(unit)} ({office.Name})" : organisation.NameOf(unit);

    private static WorkflowProblem InStep(Route route, RouteStep step, string file, string code, params object[] args) =>
        Problem(file, code, step.Id, args) with
        {
            Path = RouteChecker.WalkTo(route, step.Id),
        };

    private static WorkflowProblem Problem(string file, string code, string? step, params object[] args) =>
        WorkflowProblem.At(file, 1, code, args) with
        {
            Step = step,
        };
}

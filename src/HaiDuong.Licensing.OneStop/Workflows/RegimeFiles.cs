using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads the time rules of the one-stop regimes in <c>workflows/regimes/</c>.</summary>
public static class RegimeFiles
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Every regime, the earliest first.</summary>
    /// <exception cref="WorkflowFilesException">A file is wrong; it lists every problem with file and line.</exception>
    public static IReadOnlyList<ClockRegime> Load(WorkflowsFolder folder)
    {
        var problems = new List<WorkflowProblem>();
        var regimes = Read(folder, problems);
        return problems.Count == 0 ? regimes : throw new WorkflowFilesException(problems);
    }

    /// <summary>Every regime, the earliest first; what is wrong is added to the problems.</summary>
    public static IReadOnlyList<ClockRegime> Read(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        [.. Files(folder, problems).Select(file => Regime(file.File)).OrderBy(regime => regime.From)];

    /// <summary>Every fact of the regimes that a lawyer confirms.</summary>
    public static IReadOnlyList<Fact> Facts(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        [.. Files(folder, problems).SelectMany(file => FactsOf(file.Shown, file.File))];

    private static List<(string Shown, RegimeFile File)> Files(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        StrictJson.ReadFolder<RegimeFile>(folder, folder.Regimes, Check, problems);

    private static IEnumerable<(string At, string Code, object[] Args)> Check(RegimeFile file, string name)
    {
        var rules = file.Rules;
        if (file.Name != name)
            yield return ("name", "NameNotFile", [file.Name, name]);
        if (file.InForce.To < file.InForce.From)
            yield return ("inForce.to", "DatesReversed", []);
        foreach (var (at, hour) in new[] { ("acceptanceCutOff", rules.AcceptanceCutOff?.Value), ("handOverCutOff", rules.HandOverCutOff.Value) })
        {
            if (hour is not null && !Hour.Parse(hour).Success)
                yield return ($"rules.{at}.value", "MemberWrongType", [at]);
        }

        foreach (var (at, number, least) in Numbers(rules).Where(rule => rule.Value < rule.Least))
            yield return ($"rules.{at}.value", "NumberTooSmall", [at, least]);
        foreach (var problem in ProcedureFileRules.Filled(("rules.warnings.value", rules.Warnings.Value.Count)))
            yield return problem;
        foreach (var warning in rules.Warnings.Value)
        {
            if (warning.ShareOfTerm is null == warning.WorkingHoursLeft is null || warning.ShareOfTerm is <= 0 or >= 1 || warning.WorkingHoursLeft < 1)
                yield return ("rules.warnings.value", "LimitsWrong", ["warnings"]);
        }
    }

    private static IEnumerable<(string At, int Value, int Least)> Numbers(RegimeFileRules rules) =>
        [
            ("onlineAnswerWorkingHours", rules.OnlineAnswerWorkingHours.Value, 1),
            ("workingHoursPerDay", rules.WorkingHoursPerDay.Value, 1),
            ("apologyLeadDays", rules.ApologyLeadDays.Value, 0),
            ("apologyLimit", rules.ApologyLimit.Value, 0),
            ("supplementLimit", rules.SupplementLimit.Value, 0),
            ("supplementWaitingDays", rules.SupplementWaitingDays.Value, 1),
        ];

    private static ClockRegime Regime(RegimeFile file) =>
        new(file.Name, file.InForce.From, file.InForce.To)
        {
            SupplementRule = file.Rules.Supplement.Value,
            DayCounting = file.Rules.DayCounting.Value,
            RollsForward = file.Rules.RollsForward.Value,
            OutOfHoursIsNextWorkingDay = file.Rules.OutOfHoursIsNextWorkingDay.Value,
            AcceptanceCutOff = file.Rules.AcceptanceCutOff is { } cutOff ? Hour.Parse(cutOff.Value).Value : null,
            HandOverCutOff = Hour.Parse(file.Rules.HandOverCutOff.Value).Value,
            OnlineAnswerWorkingHours = file.Rules.OnlineAnswerWorkingHours.Value,
            WorkingHoursPerDay = file.Rules.WorkingHoursPerDay.Value,
            ApologyLeadDays = file.Rules.ApologyLeadDays.Value,
            ApologyLimit = file.Rules.ApologyLimit.Value,
            SupplementLimit = file.Rules.SupplementLimit.Value,
            SupplementWaitingDays = file.Rules.SupplementWaitingDays.Value,
            FeeStopsClock = file.Rules.FeeStopsClock.Value,
            FinishComparison = file.Rules.FinishComparison.Value,
            Warnings = file.Rules.Warnings.Value,
        };

    private static IEnumerable<Fact> FactsOf(string shown, RegimeFile file)
    {
        yield return new Fact($"{shown}: inForce", file.Title, file.InForce.Source, file.InForce.Verified) { Doubt = file.InForce.Doubt };
        var rules = file.Rules;
        yield return Of("supplement", rules.Supplement);
        yield return Of("dayCounting", rules.DayCounting);
        yield return Of("rollsForward", rules.RollsForward);
        yield return Of("outOfHoursIsNextWorkingDay", rules.OutOfHoursIsNextWorkingDay);
        if (rules.AcceptanceCutOff is { } cutOff)
            yield return Of("acceptanceCutOff", cutOff);
        yield return Of("handOverCutOff", rules.HandOverCutOff);
        yield return Of("onlineAnswerWorkingHours", rules.OnlineAnswerWorkingHours);
        yield return Of("workingHoursPerDay", rules.WorkingHoursPerDay);
        yield return Of("apologyLeadDays", rules.ApologyLeadDays);
        yield return Of("apologyLimit", rules.ApologyLimit);
        yield return Of("supplementLimit", rules.SupplementLimit);
        yield return Of("supplementWaitingDays", rules.SupplementWaitingDays);
        yield return Of("feeStopsClock", rules.FeeStopsClock);
        yield return Of("finishComparison", rules.FinishComparison);
        yield return new Fact($"{shown}: rules.warnings", "warnings", rules.Warnings.Source, rules.Warnings.Verified) { Doubt = rules.Warnings.Doubt };

        Fact Of<T>(string at, RegimeFileRule<T> rule) =>
            new($"{shown}: rules.{at}", string.Create(CultureInfo.InvariantCulture, $"{at}: {rule.Value}"), rule.Source, rule.Verified) { Doubt = rule.Doubt };
    }
}

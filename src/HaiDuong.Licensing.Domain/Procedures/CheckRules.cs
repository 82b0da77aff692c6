using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>How a check came out (kết quả đối chiếu).</summary>
public enum CheckAnswer
{
    /// <summary>A person judges, the rule does not apply, or the data is not there yet.</summary>
    Open,
    Passed,
    Failed,
}

/// <summary>A check with its computed answer and, when it failed, the reasons.</summary>
/// <param name="Check">The check of the procedure.</param>
/// <param name="Answer">What the rule says.</param>
/// <param name="Reasons">One refusal for each value that breaks the rule.</param>
public sealed record CheckOutcome(CheckItem Check, CheckAnswer Answer, IReadOnlyList<Refusal> Reasons);

/// <summary>Computes the checks of a procedure that carry a rule (đối chiếu điều kiện) over the form and the inspection record.</summary>
public static class CheckRules
{
    /// <summary>Every check with its answer. Checks that do not concern the case, because their condition does not hold, are left out.</summary>
    public static IReadOnlyList<CheckOutcome> Evaluate(Procedure procedure, FormData form, FormData? inspection) =>
        [.. procedure.Checks.Select(check => Outcome(check, check.Subject == CheckSubject.Inspection ? inspection : form)).OfType<CheckOutcome>()];

    private static CheckOutcome? Outcome(CheckItem check, FormData? data)
    {
        if (check.Rule is not { } rule)
            return new CheckOutcome(check, CheckAnswer.Open, []);
        if (data is null)
            return new CheckOutcome(check, CheckAnswer.Open, []);
        if (rule.When is { } condition && data.Values.ContainsKey(condition.Field) && !condition.Holds(data))
            return null;
        if (!FormComparisons.IsAnswered(rule, data))
            return new CheckOutcome(check, CheckAnswer.Open, []);

        IReadOnlyList<Refusal> broken = [.. FormComparisons.Broken(rule, data)];
        return new CheckOutcome(check, broken.Count == 0 ? CheckAnswer.Passed : CheckAnswer.Failed, broken);
    }
}

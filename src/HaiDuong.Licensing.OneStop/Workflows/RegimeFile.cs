using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>A one-stop regime as its file holds it.</summary>
internal sealed record RegimeFile
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required RegimeFileValidity InForce { get; init; }

    public required RegimeFileRules Rules { get; init; }
}

/// <summary>When a regime is in force.</summary>
internal sealed record RegimeFileValidity
{
    public required LocalDate From { get; init; }

    public LocalDate? To { get; init; }

    public required string Source { get; init; }

    public string? Doubt { get; init; }

    public required bool Verified { get; init; }
}

/// <summary>One rule of a regime with its source.</summary>
internal sealed record RegimeFileRule<T>
{
    public required T Value { get; init; }

    public required string Source { get; init; }

    public string? Doubt { get; init; }

    public required bool Verified { get; init; }
}

/// <summary>The time rules of a regime; the schema says what each means.</summary>
internal sealed record RegimeFileRules
{
    public required RegimeFileRule<SupplementRule> Supplement { get; init; }

    public required RegimeFileRule<DayCounting> DayCounting { get; init; }

    public required RegimeFileRule<bool> RollsForward { get; init; }

    public required RegimeFileRule<bool> OutOfHoursIsNextWorkingDay { get; init; }

    public RegimeFileRule<string>? AcceptanceCutOff { get; init; }

    public required RegimeFileRule<string> HandOverCutOff { get; init; }

    public required RegimeFileRule<int> OnlineAnswerWorkingHours { get; init; }

    public required RegimeFileRule<int> WorkingHoursPerDay { get; init; }

    public required RegimeFileRule<int> ApologyLeadDays { get; init; }

    public required RegimeFileRule<int> ApologyLimit { get; init; }

    public required RegimeFileRule<int> SupplementLimit { get; init; }

    public required RegimeFileRule<int> SupplementWaitingDays { get; init; }

    public required RegimeFileRule<bool> FeeStopsClock { get; init; }

    public required RegimeFileRule<FinishComparison> FinishComparison { get; init; }

    public required RegimeFileRule<IReadOnlyList<EarlyWarning>> Warnings { get; init; }
}

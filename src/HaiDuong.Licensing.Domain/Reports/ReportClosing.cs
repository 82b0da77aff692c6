using System.Security.Cryptography;
using System.Text;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Reports;

/// <summary>
/// Chốt kỳ báo cáo: the figures of a period as they were reported, with their hash. It stays as it was made and is opened again once; then the period is closed
/// anew.
/// </summary>
public sealed class ReportClosing
{
    public const int LongestText = 500;

    public required Guid Id { get; init; }

    public required LocalDate First { get; init; }

    public required LocalDate Last { get; init; }

    /// <summary>The figures, as they were written.</summary>
    public required string Figures { get; init; }

    /// <summary>SHA-256 of the figures.</summary>
    public required string Hash { get; init; }

    public required Instant ClosedAt { get; init; }

    public required string ClosedBy { get; init; }

    public required Guid ClosedById { get; init; }

    public Instant? ReopenedAt { get; private set; }

    public string? ReopenedBy { get; private set; }

    public string? ReopenReason { get; private set; }

    public bool IsOpenAgain => ReopenedAt is not null;

    /// <summary>Người chốt kỳ: who leads the department or the one-stop centre.</summary>
    public static bool MayClose(Actor actor) => actor.Is(StaffRole.Leader) || actor.Is(StaffRole.CentreLeader);

    /// <summary>Why a period is not closed. Refused: ReportPeriodRuns while its last day is not over.</summary>
    public static IReadOnlyList<Refusal> Check(LocalDate first, LocalDate last, LocalDate today) =>
        first > last || last >= today ? [new Refusal(nameof(RefusalCode.ReportPeriodRuns), null, VietnameseDate.Print(last))] : [];

    public static ReportClosing Of(LocalDate first, LocalDate last, string figures, Actor actor, Instant now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            First = first,
            Last = last,
            Figures = figures,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figures))),
            ClosedAt = now,
            ClosedBy = actor.Name,
            ClosedById = actor.AccountId!.Value,
        };

    /// <summary>Mở lại kỳ. Refused: ReasonRequired, ReportOpen.</summary>
    public IReadOnlyList<Refusal> Reopen(string reason, Actor actor, Instant now)
    {
        if (IsOpenAgain)
            return [new Refusal(nameof(RefusalCode.ReportOpen))];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        (ReopenedAt, ReopenedBy, ReopenReason) = (now, actor.Name, reason.Trim());
        return [];
    }
}

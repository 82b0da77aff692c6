using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fees;

/// <summary>What the program has of a person's takings on a day, without what was cancelled.</summary>
public sealed record CashDay(Guid CashierId, string Cashier, LocalDate Day, int Receipts, decimal Cash, decimal Other);

/// <summary>
/// Chốt sổ ngày: what a person took on a day against the cash that was counted. From then on no receipt of that day is cancelled and none is added, until the
/// day is opened again. It stays as it was made and is opened again once; then the day is closed anew.
/// </summary>
public sealed class CashClosing
{
    public const int LongestText = 500;

    public required Guid Id { get; init; }

    public required Guid CashierId { get; init; }

    public required string Cashier { get; init; }

    public required LocalDate Day { get; init; }

    public required int Receipts { get; init; }

    /// <summary>Tiền mặt theo sổ (đồng).</summary>
    public required decimal Cash { get; init; }

    /// <summary>Chuyển khoản, cổng thanh toán (đồng).</summary>
    public required decimal Other { get; init; }

    /// <summary>Tiền mặt thực đếm (đồng).</summary>
    public required decimal Counted { get; init; }

    /// <summary>Giải trình chênh lệch; null where there is none.</summary>
    public string? Explanation { get; init; }

    public required Instant ClosedAt { get; init; }

    public required string ClosedBy { get; init; }

    public Instant? ReopenedAt { get; private set; }

    public string? ReopenedBy { get; private set; }

    public string? ReopenReason { get; private set; }

    public bool IsOpenAgain => ReopenedAt is not null;

    /// <summary>Chênh lệch: more than nothing where there is more cash than receipts.</summary>
    public decimal Difference => Counted - Cash;

    /// <summary>Why a day is not closed so. Refused: CashDayNothing, CashCounted, CashExplanation where the cash is another than the receipts say.</summary>
    public static IReadOnlyList<Refusal> Check(CashDay? day, long? counted, string? explanation) =>
        day is null ? [new Refusal(nameof(RefusalCode.CashDayNothing))]
        : counted is not >= 0 ? [new Refusal(nameof(RefusalCode.CashCounted), "Counted")]
        : counted != day.Cash && string.IsNullOrWhiteSpace(explanation)
            ? [new Refusal(nameof(RefusalCode.CashExplanation), "Explanation", day.Cash, counted.Value - day.Cash)]
        : [];

    public static CashClosing Of(CashDay day, long counted, string? explanation, Actor actor, Instant now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CashierId = day.CashierId,
            Cashier = day.Cashier,
            Day = day.Day,
            Receipts = day.Receipts,
            Cash = day.Cash,
            Other = day.Other,
            Counted = counted,
            Explanation = string.IsNullOrWhiteSpace(explanation) ? null : explanation.Trim(),
            ClosedAt = now,
            ClosedBy = actor.Name,
        };

    /// <summary>Mở lại: what was wrong is put right, then the day is closed anew. Refused: ReasonRequired, CashDayOpen.</summary>
    public IReadOnlyList<Refusal> Reopen(string reason, Actor actor, Instant now)
    {
        if (IsOpenAgain)
            return [new Refusal(nameof(RefusalCode.CashDayOpen))];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        (ReopenedAt, ReopenedBy, ReopenReason) = (now, actor.Name, reason.Trim());
        return [];
    }
}

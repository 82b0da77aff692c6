using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fees;

/// <summary>
/// Biên lai thu phí, lệ phí that a series of the office gave: form, symbol and number. Source: Nghị định 123/2020/NĐ-CP, amended by Nghị định 70/2025/NĐ-CP;
/// Thông tư 78/2021/TT-BTC (collected from general knowledge, not verified).
/// </summary>
public sealed record IssuedReceipt(Guid SeriesId, string Form, string Symbol, long Number);

/// <summary>What an office registers a series with.</summary>
/// <param name="Office">The department.</param>
/// <param name="Form">Ký hiệu mẫu biên lai.</param>
/// <param name="Symbol">Ký hiệu biên lai.</param>
/// <param name="First">Số đầu.</param>
/// <param name="Last">Số cuối.</param>
/// <param name="InForceFrom">The first day on which it is used.</param>
public sealed record ReceiptSeriesEntry(string Office, string Form, string Symbol, long? First, long? Last, LocalDate? InForceFrom)
{
    /// <summary>
    /// What is wrong with it whatever else is registered. How form and symbol are made up is no rule here: none of it could be verified. Refused:
    /// ReceiptFormText, ReceiptSymbolText, ReceiptRange, ReceiptSeriesDay.
    /// </summary>
    public IReadOnlyList<Refusal> Check()
    {
        Refusal?[] wrong =
        [
            Form.Length is 0 or > ReceiptSeries.LongestText ? new Refusal(nameof(RefusalCode.ReceiptFormText), "Form", ReceiptSeries.LongestText) : null,
            Symbol.Length is 0 or > ReceiptSeries.LongestText ? new Refusal(nameof(RefusalCode.ReceiptSymbolText), "Symbol", ReceiptSeries.LongestText) : null,
            First is not (>= 1 and <= ReceiptSeries.HighestNumber) ? new Refusal(nameof(RefusalCode.ReceiptRange), "First", ReceiptSeries.HighestNumber) : null,
            Last is not (>= 1 and <= ReceiptSeries.HighestNumber) || Last < First
                ? new Refusal(nameof(RefusalCode.ReceiptRange), "Last", ReceiptSeries.HighestNumber)
                : null,
            InForceFrom is null ? new Refusal(nameof(RefusalCode.ReceiptSeriesDay), "InForceFrom") : null,
        ];
        return [.. wrong.OfType<Refusal>()];
    }
}

/// <summary>
/// Quyển biên lai: numbers of one form and symbol, from the first to the last, which an office gives one after the other from a day on. It stays as it was
/// registered; what is left of it can be given up once (ngừng sử dụng).
/// </summary>
public sealed class ReceiptSeries
{
    /// <summary>Number of letters of a form and of a symbol, at most.</summary>
    public const int LongestText = 20;

    /// <summary>Số biên lai has seven digits at most.</summary>
    public const long HighestNumber = 9_999_999;

    public required Guid Id { get; init; }

    public required string Office { get; init; }

    /// <summary>Ký hiệu mẫu biên lai, e.g. 01BLP2-001.</summary>
    public required string Form { get; init; }

    /// <summary>Ký hiệu biên lai, e.g. AA-26E.</summary>
    public required string Symbol { get; init; }

    public required long First { get; init; }

    public required long Last { get; init; }

    public required LocalDate InForceFrom { get; init; }

    public required Instant RegisteredAt { get; init; }

    public required string RegisteredBy { get; init; }

    public Instant? StoppedAt { get; private set; }

    public string? StoppedBy { get; private set; }

    public string? StopReason { get; private set; }

    public bool IsStopped => StoppedAt is not null;

    public static ReceiptSeries Of(ReceiptSeriesEntry entry, Actor actor, Instant now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Office = entry.Office,
            Form = entry.Form,
            Symbol = entry.Symbol,
            First = entry.First!.Value,
            Last = entry.Last!.Value,
            InForceFrom = entry.InForceFrom!.Value,
            RegisteredAt = now,
            RegisteredBy = actor.Name,
        };

    /// <summary>How a receipt is called: symbol, and the number with its seven digits.</summary>
    public static string Text(string symbol, long number) => FormattableString.Invariant($"{symbol} {number:0000000}");

    /// <summary>Whether numbers of a new one are numbers of this one too.</summary>
    public bool Overlaps(ReceiptSeriesEntry entry) => Form == entry.Form && Symbol == entry.Symbol && First <= entry.Last && entry.First <= Last;

    /// <summary>Ngừng sử dụng: no further number is given. Refused: ReasonRequired, ReceiptSeriesStopped.</summary>
    public IReadOnlyList<Refusal> Stop(string reason, Actor actor, Instant now)
    {
        if (IsStopped)
            return [new Refusal(nameof(RefusalCode.ReceiptSeriesStopped), null, Symbol)];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        (StoppedAt, StoppedBy, StopReason) = (now, actor.Name, reason.Trim());
        return [];
    }
}

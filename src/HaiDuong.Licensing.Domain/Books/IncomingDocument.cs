using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Books;

/// <summary>What is written down of a document that came (văn bản đến).</summary>
/// <param name="ReceivedOn">Ngày đến; null where it could not be read.</param>
/// <param name="Sender">Tác giả: the office or person that sent it.</param>
/// <param name="Number">Số, ký hiệu as the document carries it; empty where it has none.</param>
/// <param name="DatedOn">Ngày văn bản.</param>
/// <param name="Summary">Tên loại và trích yếu nội dung.</param>
/// <param name="Unit">Đơn vị nhận: to which unit of the office it goes.</param>
/// <param name="DossierId">The dossier that it belongs to.</param>
/// <param name="Note">Ghi chú.</param>
public sealed record IncomingEntry(
    LocalDate? ReceivedOn,
    string Sender,
    string Number,
    LocalDate? DatedOn,
    string Summary,
    string Unit,
    Guid? DossierId,
    string? Note
);

/// <summary>
/// Dòng trong sổ đăng ký văn bản đến (Nghị định 30/2020/NĐ-CP, Phụ lục IV): numbers of an office and year follow each other without a gap; what was entered by
/// mistake is struck through and stays.
/// </summary>
public sealed class IncomingDocument
{
    /// <summary>The longest text of a box, and of the summary.</summary>
    public const int MostText = 300;
    public const int MostSummary = 1000;

    public required string Office { get; init; }

    public required int Year { get; init; }

    /// <summary>Số đến.</summary>
    public required long Serial { get; init; }

    public required LocalDate ReceivedOn { get; init; }

    public required string Sender { get; init; }

    public required string Number { get; init; }

    public LocalDate? DatedOn { get; init; }

    public required string Summary { get; init; }

    public required string Unit { get; init; }

    public Guid? DossierId { get; init; }

    public string? Note { get; init; }

    public required Instant At { get; init; }

    public required string EnteredBy { get; init; }

    public Instant? CancelledAt { get; private set; }

    public string? CancelledBy { get; private set; }

    public string? CancelReason { get; private set; }

    public bool IsCancelled => CancelledAt is not null;

    /// <summary>
    /// What is wrong with an entry: IncomingReceivedOn, IncomingSender, IncomingSummary, IncomingUnit, IncomingDatedOn, IncomingTooLong. An earlier year is
    /// closed.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(IncomingEntry entry, IReadOnlySet<string> units, LocalDate today)
    {
        List<Refusal> refusals = [];
        if (entry.ReceivedOn is not { } came || came > today || came.Year != today.Year)
            refusals.Add(new Refusal(nameof(RefusalCode.IncomingReceivedOn), "receivedOn", today));
        if (entry.Sender.Length == 0)
            refusals.Add(new Refusal(nameof(RefusalCode.IncomingSender), "sender"));
        if (entry.Summary.Length == 0)
            refusals.Add(new Refusal(nameof(RefusalCode.IncomingSummary), "summary"));
        if (!units.Contains(entry.Unit))
            refusals.Add(new Refusal(nameof(RefusalCode.IncomingUnit), "unit"));
        if (entry.DatedOn > (entry.ReceivedOn ?? today))
            refusals.Add(new Refusal(nameof(RefusalCode.IncomingDatedOn), "datedOn"));
        (string Field, string? Text, int Most)[] texts =
        [
            ("sender", entry.Sender, MostText),
            ("number", entry.Number, MostText),
            ("summary", entry.Summary, MostSummary),
            ("note", entry.Note, MostText),
        ];
        refusals.AddRange(texts.Where(one => one.Text?.Length > one.Most).Select(one => new Refusal(nameof(RefusalCode.IncomingTooLong), one.Field, one.Most)));
        return refusals;
    }

    /// <summary>A checked entry under its number.</summary>
    public static IncomingDocument Of(IncomingEntry entry, string office, long serial, Actor actor, Instant now) =>
        new()
        {
            Office = office,
            Year = entry.ReceivedOn!.Value.Year,
            Serial = serial,
            ReceivedOn = entry.ReceivedOn.Value,
            Sender = entry.Sender,
            Number = entry.Number,
            DatedOn = entry.DatedOn,
            Summary = entry.Summary,
            Unit = entry.Unit,
            DossierId = entry.DossierId,
            Note = entry.Note,
            At = now,
            EnteredBy = actor.Name,
        };

    /// <summary>Gạch dòng vào sổ nhầm. Refuses NumberCancelled, ReasonRequired.</summary>
    public IReadOnlyList<Refusal> Cancel(string reason, Actor actor, Instant now)
    {
        if (IsCancelled)
            return [new Refusal(nameof(RefusalCode.NumberCancelled), null, Serial)];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        (CancelledAt, CancelledBy, CancelReason) = (now, actor.Name, reason.Trim());
        return [];
    }
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Trạng thái của lần nhập.</summary>
public enum PastImportState
{
    /// <summary>Chạy thử: nothing has entered.</summary>
    Trial,

    /// <summary>Đã nhập.</summary>
    Confirmed,

    /// <summary>Đã hoàn tác.</summary>
    Undone,
}

/// <summary>
/// Lần nhập dữ liệu cũ: a file read on trial (chạy thử), then confirmed by a person as a whole, and undone as a whole while nothing else was done to what it
/// brought.
/// </summary>
public sealed class PastImport
{
    public required Guid Id { get; init; }

    public required PastKind Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, by which the same file is known again.</summary>
    public required string FileHash { get; init; }

    /// <summary>How the file was read: encoding and separator, or the sheet.</summary>
    public required string Origin { get; init; }

    /// <summary>Headers that no column answers to; their cells are not read.</summary>
    public required IReadOnlyList<string> UnknownHeaders { get; init; }

    /// <summary>Lines that only add up the others (dòng tổng cộng), by their number: passed over.</summary>
    public required IReadOnlyDictionary<int, string> Totals { get; init; }

    public Guid? ById { get; init; }

    public required string ByName { get; init; }

    public required Instant ReadAt { get; init; }

    public required int Accepted { get; init; }

    public required int Repaired { get; init; }

    public required int Rejected { get; init; }

    /// <summary>How many cells each kind of mending touched.</summary>
    public required IReadOnlyDictionary<RepairKind, int> Repairs { get; init; }

    public required IReadOnlyList<NamePair> Pairs { get; init; }

    public Instant? ConfirmedAt { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public Instant? UndoneAt { get; private set; }

    public string? UndoneBy { get; private set; }

    /// <summary>Counts what was done to it.</summary>
    public int Revision { get; private set; }

    public PastImportState State =>
        UndoneAt is not null ? PastImportState.Undone
        : ConfirmedAt is not null ? PastImportState.Confirmed
        : PastImportState.Trial;

    public static PastImport Read(
        PastKind kind,
        string fileName,
        string fileHash,
        string origin,
        IReadOnlyList<string> unknownHeaders,
        IReadOnlyDictionary<int, string> totals,
        PastImportPlan plan,
        Actor actor,
        Instant now
    )
    {
        var accepted = plan.Readings.Where(reading => reading.Record is not null).ToList();
        return new PastImport
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            FileName = fileName,
            FileHash = fileHash,
            Origin = origin,
            UnknownHeaders = unknownHeaders,
            Totals = totals,
            ById = actor.AccountId,
            ByName = actor.Name,
            ReadAt = now,
            Accepted = accepted.Count,
            Repaired = accepted.Count(reading => reading.Repairs.Count > 0),
            Rejected = plan.Readings.Count - accepted.Count,
            Repairs = accepted.SelectMany(reading => reading.Repairs).CountBy(repair => repair.Kind).ToDictionary(),
            Pairs = plan.Pairs,
        };
    }

    /// <summary>
    /// Xác nhận nhập. Refuses PastImportConfirmed, PastImportEmpty, and PastImportPairsUnseen while nobody has said that the pairs were looked at.
    /// </summary>
    public IReadOnlyList<Refusal> Confirm(bool pairsSeen, Actor actor, Instant now)
    {
        if (ConfirmedAt is not null)
            return [new Refusal(nameof(RefusalCode.PastImportConfirmed), null, ConfirmedBy ?? "")];
        if (Accepted == 0)
            return [new Refusal(nameof(RefusalCode.PastImportEmpty))];
        if (Pairs.Count > 0 && !pairsSeen)
            return [new Refusal(nameof(RefusalCode.PastImportPairsUnseen), "pairsSeen", Pairs.Count)];
        (ConfirmedAt, ConfirmedBy, Revision) = (now, actor.Name, Revision + 1);
        return [];
    }

    /// <summary>Hoàn tác. Refuses PastImportNotConfirmed, PastImportUndone, and PastImportTouched when something else was done to what it brought.</summary>
    /// <param name="touched">What prevents it, the first few licences.</param>
    /// <param name="touchedCount">How many licences there are of these.</param>
    /// <param name="actor">Who undoes it.</param>
    /// <param name="now">Now.</param>
    public IReadOnlyList<Refusal> Undo(IReadOnlyList<TouchedLicence> touched, int touchedCount, Actor actor, Instant now)
    {
        if (ConfirmedAt is null)
            return [new Refusal(nameof(RefusalCode.PastImportNotConfirmed))];
        if (UndoneAt is not null)
            return [new Refusal(nameof(RefusalCode.PastImportUndone), null, UndoneBy ?? "")];
        if (touchedCount > 0)
            return [new Refusal(nameof(RefusalCode.PastImportTouched), null, touchedCount), .. touched.Select(licence => licence.Why)];
        (UndoneAt, UndoneBy, Revision) = (now, actor.Name, Revision + 1);
        return [];
    }
}

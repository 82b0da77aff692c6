using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Places;

/// <summary>Dòng được nhận: a line of a register that can become a place.</summary>
public sealed record AcceptedRow(
    int Line,
    string? Code,
    string Name,
    string Owner,
    bool OwnerIsPerson,
    string Address,
    string? District,
    decimal Latitude,
    decimal Longitude,
    string? Details,
    LocalDate? ValidTo,
    string? DecisionNumber
)
{
    /// <summary>What was mended in its cells beyond cleaning, with what stood there before.</summary>
    public IReadOnlyList<CellRepair> Repairs { get; init; } = [];

    /// <summary>The place that the line becomes.</summary>
    public Place Place(PlaceKind kind, Guid importId, Instant now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Code = Code,
            Name = Name,
            Owner = Owner,
            OwnerIsPerson = OwnerIsPerson,
            Address = Address,
            District = District,
            Latitude = Latitude,
            Longitude = Longitude,
            Details = Details,
            ValidTo = ValidTo,
            DecisionNumber = DecisionNumber,
            ImportId = importId,
            RecordedAt = now,
        };
}

/// <summary>Dòng bị loại: a line that cannot, its cells by column, and every reason in a sentence.</summary>
public sealed record RejectedRow(int Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<string> Codes, IReadOnlyList<ToldReason> Reasons);

/// <summary>
/// Lần nhập danh sách: a register read on trial (chạy thử), then confirmed by a person as a whole, and undone as a whole when it was wrong.
/// </summary>
public sealed class PlaceImport
{
    public required Guid Id { get; init; }

    public required PlaceKind Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>How the file was read: encoding and separator, or the sheet.</summary>
    public required string Origin { get; init; }

    public Guid? ById { get; init; }

    public required string ByName { get; init; }

    public required Instant ReadAt { get; init; }

    public required IReadOnlyList<AcceptedRow> Accepted { get; init; }

    public int AcceptedCount { get; private init; }

    public required IReadOnlyList<RejectedRow> Rejected { get; init; }

    public int RejectedCount { get; private init; }

    /// <summary>Lines that only add up the others (dòng tổng cộng), by their number: passed over.</summary>
    public required IReadOnlyDictionary<int, string> Totals { get; init; }

    public Instant? ConfirmedAt { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public Instant? UndoneAt { get; private set; }

    public string? UndoneBy { get; private set; }

    /// <summary>Counts what was done to it; two people who do something at once cannot both succeed.</summary>
    public int Revision { get; private set; }

    public bool Stands => ConfirmedAt is not null && UndoneAt is null;

    public static PlaceImport Read(
        PlaceKind kind,
        string fileName,
        string origin,
        IReadOnlyList<AcceptedRow> accepted,
        IReadOnlyList<RejectedRow> rejected,
        IReadOnlyDictionary<int, string> totals,
        Actor actor,
        Instant now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            FileName = fileName,
            Origin = origin,
            ById = actor.AccountId,
            ByName = actor.Name,
            ReadAt = now,
            Accepted = accepted,
            AcceptedCount = accepted.Count,
            Rejected = rejected,
            RejectedCount = rejected.Count,
            Totals = totals,
        };

    /// <summary>
    /// Xác nhận nhập: as a whole or not at all. Refuses PlaceImportConfirmed, PlaceImportEmpty and, when some of the places have come onto the map
    /// since the trial, PlaceImportStale.
    /// </summary>
    public IReadOnlyList<Refusal> Confirm(IReadOnlySet<string> standing, Actor actor, Instant now)
    {
        if (ConfirmedAt is not null)
            return [new Refusal(nameof(RefusalCode.PlaceImportConfirmed), null, ConfirmedBy ?? "")];
        if (Accepted.Count == 0)
            return [new Refusal(nameof(RefusalCode.PlaceImportEmpty))];
        if (Places(now).Count(place => standing.Contains(place.Key)) is > 0 and var known)
            return [new Refusal(nameof(RefusalCode.PlaceImportStale), null, known)];
        (ConfirmedAt, ConfirmedBy, Revision) = (now, actor.Name, Revision + 1);
        return [];
    }

    /// <summary>Hoàn tác. Refuses PlaceImportNotConfirmed and PlaceImportUndone.</summary>
    public IReadOnlyList<Refusal> Undo(Actor actor, Instant now)
    {
        if (ConfirmedAt is null)
            return [new Refusal(nameof(RefusalCode.PlaceImportNotConfirmed))];
        if (UndoneAt is not null)
            return [new Refusal(nameof(RefusalCode.PlaceImportUndone), null, UndoneBy ?? "")];
        (UndoneAt, UndoneBy, Revision) = (now, actor.Name, Revision + 1);
        return [];
    }

    /// <summary>The places that the accepted lines become.</summary>
    public IReadOnlyList<Place> Places(Instant now) => [.. Accepted.Select(row => row.Place(Kind, Id, now))];
}

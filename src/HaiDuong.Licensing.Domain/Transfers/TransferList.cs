using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Transfers;

/// <summary>Chiều bàn giao hồ sơ giấy.</summary>
public enum TransferWay
{
    /// <summary>Quầy một cửa giao phòng giải quyết: what was brought or came by post.</summary>
    ToDivision,

    /// <summary>Phòng giải quyết giao quầy một cửa: results, and the papers of what was stopped.</summary>
    ToCounter,
}

/// <summary>
/// Danh sách bàn giao hồ sơ giấy: what a counter and a division give each other, by a number of the department and the year. It stays as it was made; the
/// receiver says once what really came. What did not come, and everything of a list that was cancelled, waits with the giver again.
/// </summary>
public sealed class TransferList
{
    /// <summary>What one list holds at most.</summary>
    public const int Most = 200;

    public const int LongestReason = 200;

    private readonly List<TransferLine> _lines = [];

    public required Guid Id { get; init; }

    /// <summary>The department whose series of numbers it is.</summary>
    public required string Office { get; init; }

    public required int Year { get; init; }

    public required long Serial { get; init; }

    public required string Number { get; init; }

    public required TransferWay Way { get; init; }

    public required string Division { get; init; }

    public required string Counter { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>Bên giao ký.</summary>
    public required Guid? MadeById { get; init; }

    public required string MadeByName { get; init; }

    public Instant? ReceivedAt { get; private set; }

    /// <summary>Bên nhận ký.</summary>
    public Guid? ReceivedById { get; private set; }

    public string? ReceivedByName { get; private set; }

    public Instant? CancelledAt { get; private set; }

    public string? CancelledByName { get; private set; }

    public IReadOnlyList<TransferLine> Lines => _lines;

    public bool IsOpen => ReceivedAt is null && CancelledAt is null;

    /// <summary>The unit that gives.</summary>
    public string From => Way == TransferWay.ToDivision ? Counter : Division;

    /// <summary>The unit that takes.</summary>
    public string To => Way == TransferWay.ToDivision ? Division : Counter;

    /// <summary>The input of why a dossier is missing.</summary>
    public static string ReasonName(Guid dossier) => $"reason.{dossier}";

    public static TransferList Make(
        TransferWay way,
        string division,
        string counter,
        DocumentNumber number,
        IEnumerable<TransferredDossier> dossiers,
        Actor actor,
        Instant now
    )
    {
        var list = new TransferList
        {
            Id = Guid.CreateVersion7(),
            Office = number.Office,
            Year = number.Year,
            Serial = number.Serial,
            Number = number.Text,
            Way = way,
            Division = division,
            Counter = counter,
            MadeAt = now,
            MadeById = actor.AccountId,
            MadeByName = actor.Name,
        };
        list._lines.AddRange(
            dossiers.Select(
                (given, index) =>
                    new TransferLine
                    {
                        ListId = list.Id,
                        DossierId = given.DossierId,
                        Position = index + 1,
                        Round = given.Round,
                        Papers = given.Papers,
                    }
            )
        );
        return list;
    }

    /// <summary>
    /// Nhận bàn giao: what came, by dossier; the rest is missing, each with its reason. Refuses TransferReceived, TransferCancelled, TransferSamePerson (two
    /// people sign), TransferNothingCame, and TransferReasonMissing or TransferReasonLong of each that is missing.
    /// </summary>
    public IReadOnlyList<Refusal> Receive(IReadOnlySet<Guid> came, IReadOnlyDictionary<Guid, string> reasons, Actor actor, Instant now)
    {
        if (WhyClosed is { } closed)
            return [closed];
        if (MadeById is { } giver && giver == actor.AccountId)
            return [new Refusal(nameof(RefusalCode.TransferSamePerson))];
        if (!_lines.Exists(line => came.Contains(line.DossierId)))
            return [new Refusal(nameof(RefusalCode.TransferNothingCame))];
        string ReasonOf(TransferLine line) => reasons.GetValueOrDefault(line.DossierId, "").Trim();
        Refusal? WhyNot(TransferLine line) =>
            came.Contains(line.DossierId) ? null
            : ReasonOf(line) is not { Length: > 0 } reason ? new(nameof(RefusalCode.TransferReasonMissing), ReasonName(line.DossierId), line.Position)
            : reason.Length > LongestReason ? new(nameof(RefusalCode.TransferReasonLong), ReasonName(line.DossierId), line.Position, LongestReason)
            : null;
        if (_lines.Select(WhyNot).OfType<Refusal>().ToList() is { Count: > 0 } refusals)
            return refusals;
        foreach (var line in _lines)
        {
            if (came.Contains(line.DossierId))
                line.End(TransferState.Taken);
            else
                line.End(TransferState.Missing, ReasonOf(line));
        }

        (ReceivedAt, ReceivedById, ReceivedByName) = (now, actor.AccountId, actor.Name);
        return [];
    }

    /// <summary>Hủy danh sách that nobody received. Refuses TransferReceived, TransferCancelled.</summary>
    public IReadOnlyList<Refusal> Cancel(Actor actor, Instant now)
    {
        if (WhyClosed is { } closed)
            return [closed];
        _lines.ForEach(line => line.End(TransferState.Cancelled));
        (CancelledAt, CancelledByName) = (now, actor.Name);
        return [];
    }

    private Refusal? WhyClosed =>
        ReceivedAt is not null ? new(nameof(RefusalCode.TransferReceived), null, Number, ReceivedByName!)
        : CancelledAt is not null ? new(nameof(RefusalCode.TransferCancelled), null, Number, CancelledByName!)
        : null;
}

using System.Globalization;

namespace HaiDuong.Licensing.Domain.Transfers;

/// <summary>Giấy tờ bàn giao: one kind of paper, and how many originals and copies of it go along.</summary>
public sealed record TransferredPaper(string Name, int Originals, int Copies)
{
    /// <summary>With how many originals and copies there are.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Originals}/{Copies})");
}

/// <summary>Hồ sơ bàn giao: the papers of one dossier that go along; <see cref="Round"/> is the last supplement round among them.</summary>
public sealed record TransferredDossier(Guid DossierId, int Round, IReadOnlyList<TransferredPaper> Papers);

/// <summary>Tình trạng của một hồ sơ trong danh sách bàn giao.</summary>
public enum TransferState
{
    /// <summary>Chờ nhận.</summary>
    Waiting,

    /// <summary>Đã nhận.</summary>
    Taken,

    /// <summary>Thiếu: it was not among what came, and waits with the giver again.</summary>
    Missing,

    /// <summary>Đã hủy cùng danh sách.</summary>
    Cancelled,
}

/// <summary>Dòng của danh sách bàn giao: one dossier, which papers of it, and what became of them.</summary>
public sealed class TransferLine
{
    public required Guid ListId { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>Số thứ tự, from 1.</summary>
    public required int Position { get; init; }

    public required int Round { get; init; }

    public required IReadOnlyList<TransferredPaper> Papers { get; init; }

    public TransferState State { get; private set; }

    /// <summary>Lý do thiếu, as the receiver gave it.</summary>
    public string? MissingReason { get; private set; }

    internal void End(TransferState state, string? reason = null) => (State, MissingReason) = (state, reason);
}

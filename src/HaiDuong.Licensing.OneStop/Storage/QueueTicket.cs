using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Phiếu số thứ tự: the number that somebody drew at a counter on a day, and what became of it. It waits until it is called to a window, and ends when the
/// person was served or did not come. It names nobody.
/// </summary>
public sealed class QueueTicket
{
    public required Guid Id { get; init; }

    /// <summary>The unit whose counter it is.</summary>
    public required string Counter { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>Số thứ tự: from one each day.</summary>
    public required int Number { get; init; }

    public required Instant DrawnAt { get; init; }

    public Instant? FirstCalledAt { get; set; }

    /// <summary>The last call, by which the screen knows what is new.</summary>
    public Instant? CalledAt { get; set; }

    /// <summary>Quầy số: where the person is called to.</summary>
    public int? Window { get; set; }

    public string? CalledBy { get; set; }

    public Instant? EndedAt { get; set; }

    /// <summary>Vắng mặt: called, and nobody came.</summary>
    public bool IsAbsent { get; set; }
}

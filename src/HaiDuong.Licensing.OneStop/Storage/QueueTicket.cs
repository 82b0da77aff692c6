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

    public Instant? FirstCalledAt { get; private set; }

    /// <summary>The last call, by which the screen knows what is new.</summary>
    public Instant? CalledAt { get; private set; }

    /// <summary>Quầy số: where the person is called to.</summary>
    public int? Window { get; private set; }

    public string? CalledBy { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>Vắng mặt: called, and nobody came.</summary>
    public bool IsAbsent { get; private set; }

    /// <summary>Called to another window, where the person is served now.</summary>
    public bool IsServedElsewhere(int window) => this is { CalledAt: not null, EndedAt: null } && Window != window;

    /// <summary>Gọi: to a window; also somebody who was absent, or whose business was not over yet.</summary>
    public void CallTo(int window, string by, Instant now)
    {
        FirstCalledAt ??= now;
        (Window, CalledAt, CalledBy, EndedAt, IsAbsent) = (window, now, by, null, false);
    }

    /// <summary>Gọi lại: to the same window.</summary>
    public void CallAgain(Instant now) => CalledAt = now;

    /// <summary>Xong, or vắng mặt.</summary>
    public void End(Instant now, bool isAbsent = false) => (EndedAt, IsAbsent) = (now, isAbsent);
}

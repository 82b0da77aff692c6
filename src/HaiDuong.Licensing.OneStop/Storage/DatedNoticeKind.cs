using HaiDuong.Licensing.Domain.Notices;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Loại tin có từ một ngày: since when this office owes a kind of notice that came with a newer program than the one it began with. A migration writes the
/// line of a new kind; kinds without one are owed from the first act.
/// </summary>
public sealed class DatedNoticeKind
{
    public required NoticeKind Kind { get; init; }

    public required Instant OwedFrom { get; init; }
}

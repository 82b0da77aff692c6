using HaiDuong.Licensing.Domain.Dossiers;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>Biến động giấy phép: what was done to a licence. That it expired is no event: it follows from its last day.</summary>
public enum LicenceEventKind
{
    /// <summary>Ghi sổ từ bản giấy: entered from a paper that was given before the software.</summary>
    Entered,

    /// <summary>Cấp mới.</summary>
    Issued,

    /// <summary>Sửa đổi, bổ sung.</summary>
    Amended,

    /// <summary>Gia hạn.</summary>
    Renewed,

    /// <summary>Cấp lại.</summary>
    Reissued,

    /// <summary>Đổi số: the paper was spoilt before it was handed over and numbered again.</summary>
    Renumbered,

    /// <summary>Thu hồi.</summary>
    Revoked,
}

/// <summary>Dòng lịch sử giấy phép: the act, who did it and what the licence said afterwards. Never changed, never deleted.</summary>
public sealed class LicenceEvent
{
    public long Id { get; private set; }

    public required Guid LicenceId { get; init; }

    public required LicenceEventKind Kind { get; init; }

    /// <summary>Lần thứ mấy: counts the events of the kind from 1 ("cấp lại lần 1").</summary>
    public required int Ordinal { get; init; }

    /// <summary>The day from which it counts.</summary>
    public required LocalDate OnDay { get; init; }

    public required Instant At { get; init; }

    /// <summary>The number of the paper; of a letter that leaves the licence its number, the letter's.</summary>
    public required string Number { get; init; }

    /// <summary>The number that the licence has from then on.</summary>
    public required string LicenceNumber { get; init; }

    /// <summary>The number as it is looked up; see <see cref="Licences.LicenceNumber"/>. Computed by the database.</summary>
    public string NumberKey { get; private set; } = "";

    public required Applicant Holder { get; init; }

    public required string Subject { get; init; }

    public required string Place { get; init; }

    public required LocalDate ValidFrom { get; init; }

    public LocalDate? ValidTo { get; init; }

    public Guid? DossierId { get; init; }

    public string? ProcedureSlug { get; init; }

    public string? File { get; init; }

    /// <summary>Căn cứ pháp lý of a revocation.</summary>
    public string? Ground { get; init; }

    /// <summary>The reason of a revocation, or a remark.</summary>
    public string? Note { get; init; }

    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    public Guid? ImportBatch { get; init; }
}

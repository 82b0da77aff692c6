using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>
/// Vắng mặt, giao thay: who is away, or gives some of their work, from which day to which, who stands in for them, in which roles, how that one signs and by
/// which document. Never changed, never deleted; a correction is a later fact that replaces it, so that what was known on any day can be told.
/// </summary>
public sealed class StandIn
{
    public long Id { get; private set; }

    /// <summary>In whose place.</summary>
    public required Guid PersonId { get; init; }

    public required string PersonName { get; init; }

    /// <summary>False where the person is there and gives work or signature all the same (phân công, ủy quyền thường xuyên).</summary>
    public required bool IsAway { get; init; }

    /// <summary>Null where others of the same desk go on.</summary>
    public Guid? SubstituteId { get; init; }

    public string? SubstituteName { get; init; }

    /// <summary>Null is every role that the person holds, but that of an administrator.</summary>
    public StaffRole? Role { get; init; }

    public required LocalDate ValidFrom { get; init; }

    /// <summary>The last day; null until another fact says so.</summary>
    public LocalDate? ValidTo { get; init; }

    public SigningForm? Form { get; init; }

    public string Position { get; init; } = "";

    /// <summary>Slugs of the procedures that it is for; empty is all.</summary>
    public string[] Procedures { get; init; } = [];

    public string DocumentNumber { get; init; } = "";

    public LocalDate? DocumentDate { get; init; }

    public string Note { get; init; } = "";

    /// <summary>The fact in whose place this one stands.</summary>
    public long? Replaces { get; init; }

    /// <summary>Ghi nhầm: it replaces a fact and says that nothing of the kind is so.</summary>
    public bool IsWithdrawn { get; init; }

    public required LocalDateTime RecordedAt { get; init; }

    public required Guid? RecordedById { get; init; }

    public required string RecordedBy { get; init; }

    public bool IsOn(LocalDate day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>False for the role of an administrator, which is given on the page of accounts alone.</summary>
    public bool Concerns(StaffRole role) => role != StaffRole.Administrator && (Role is null || Role == role);

    /// <summary>True when both are about one day at least.</summary>
    public bool Meets(StandIn other) => (ValidTo is null || other.ValidFrom <= ValidTo) && (other.ValidTo is null || ValidFrom <= other.ValidTo);

    /// <summary>Từ ngày – đến ngày.</summary>
    public string Days => ValidTo is { } last ? $"{VietnameseDate.Print(ValidFrom)} – {VietnameseDate.Print(last)}" : $"{VietnameseDate.Print(ValidFrom)} –";

    /// <summary>Số, ngày văn bản as it is cited.</summary>
    public string Document => DocumentDate is { } day ? $"{DocumentNumber} ngày {VietnameseDate.Print(day)}" : DocumentNumber;

    public Mandate ToMandate() =>
        new(Id, PersonId, PersonName)
        {
            Form = Form,
            Position = Position,
            Document = Document,
            Procedures = Procedures,
        };
}

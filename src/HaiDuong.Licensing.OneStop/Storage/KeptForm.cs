using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Nội dung đang nhập: what somebody of the office typed in a form that they have not sent.</summary>
public sealed class KeptForm
{
    public required Guid AccountId { get; init; }

    /// <summary>Where the form is sent: the path, and the handler where it names one.</summary>
    public required string Address { get; init; }

    /// <summary>Null for a form about no dossier yet.</summary>
    public required Guid? DossierId { get; init; }

    /// <summary>The fields by name, as they are sent; no password and no file among them.</summary>
    public required IReadOnlyDictionary<string, string[]> Fields { get; init; }

    public required Instant SavedAt { get; init; }
}

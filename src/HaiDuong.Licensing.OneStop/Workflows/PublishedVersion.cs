using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>What has versions.</summary>
public enum PublishedKind
{
    /// <summary>Quy trình; its version is a number.</summary>
    Route,

    /// <summary>Thủ tục; its version is the first day in force.</summary>
    Procedure,
}

/// <summary>Phiên bản đã công bố: the files of a route or procedure as they were published. Never changed.</summary>
public sealed class PublishedVersion
{
    public required PublishedKind Kind { get; init; }

    public required string Key { get; init; }

    public required string Version { get; init; }

    /// <summary>1, or one more than the version of the same day that was withdrawn before.</summary>
    public int Edition { get; init; } = 1;

    public required string Hash { get; init; }

    /// <summary>Each file by its name.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    public required Instant PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>The digest of a procedure's files; that of a route is of what the route does.</summary>
    public static string HashOf(IReadOnlyDictionary<string, string> files) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\0',
                        files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => new[] { file.Key, file.Value.ReplaceLineEndings("\n") })
                    )
                )
            )
        );
}

/// <summary>Rút lại phiên bản: a version that was published and never held, because it was withdrawn before its first day. Never changed.</summary>
public sealed class WithdrawnVersion
{
    public required PublishedKind Kind { get; init; }

    public required string Key { get; init; }

    public required string Version { get; init; }

    public required int Edition { get; init; }

    public required string Reason { get; init; }

    public required Instant WithdrawnAt { get; init; }

    public required string WithdrawnBy { get; init; }
}

/// <summary>Bản nháp của quy trình: what an administrator is drawing; no dossier runs on it.</summary>
public sealed class RouteDraft
{
    public required string RouteId { get; init; }

    public required string Definition { get; set; }

    /// <summary>The number of the last save, which no other save of any draft has; whoever saves over another's save is told.</summary>
    public required int Revision { get; set; }

    public required Instant SavedAt { get; set; }

    public required string SavedBy { get; set; }
}

/// <summary>Bản nháp của thủ tục: the files of the next version while administrators write them; no dossier is received under it.</summary>
public sealed class ProcedureDraft
{
    public required string Slug { get; init; }

    /// <summary>Each file by its name, as a published version has them.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; set; }

    /// <summary>The first day of the version that it was begun from.</summary>
    public required LocalDate Base { get; set; }

    /// <summary>The digest of that version's files: another version may begin on the same day once this one was withdrawn.</summary>
    public required string BaseHash { get; set; }

    /// <summary>The number of the last save, which no other save of any draft has; whoever saves over another's save is told.</summary>
    public required int Revision { get; set; }

    public required Instant SavedAt { get; set; }

    public required string SavedBy { get; set; }
}

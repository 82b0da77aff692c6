using System.Text;
using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>Tells what a file really is and refuses what its name, its insides or the limits speak against.</summary>
internal static class ContentCheck
{
    private const int HeadLength = 1024;
    private static readonly byte[][] OtherStarts =
    [
        [.. "GIF8"u8],
        [.. "MZ"u8],
        [.. "\u007FELF"u8],
        [.. "RIFF"u8],
        [.. "#!"u8],
        [.. "{\\rtf"u8],
        [0xD0, 0xCF, 0x11, 0xE0],
    ];
    private static readonly string[] WebMarks = ["<html", "<script", "<svg", "<!doctype", "<?php", "<iframe"];

    /// <summary>What the file is, and what speaks against it; a PDF or picture is opened within a budget of time.</summary>
    public static async Task<(FileKind Kind, FileInsides Insides)> InspectAsync(Stream content, string cleanName, UploadLimits limits, CancellationToken cancel)
    {
        var (kind, refusal) = Inspect(content, cleanName, limits);
        if (refusal is not null)
            return (kind, FileInsides.Refused(refusal));
        try
        {
            content.Position = 0;
            return (
                kind,
                kind switch
                {
                    FileKind.Pdf => await ParseBudget.RunAsync(budget => PdfCheck.Look(content, cleanName, budget), ParseBudget.Usual, cancel),
                    FileKind.Jpeg or FileKind.Png => await ParseBudget.RunAsync(
                        budget => ImageCheck.Look(content, cleanName, kind, budget),
                        ParseBudget.Usual,
                        cancel
                    ),
                    _ => FileInsides.Plain,
                }
            );
        }
        catch (TimeoutException)
        {
            return (kind, FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadTooComplex), null, cleanName)));
        }
    }

    private static (FileKind Kind, Refusal? Refusal) Inspect(Stream content, string cleanName, UploadLimits limits)
    {
        var head = new byte[HeadLength];
        head = head[..content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        content.Position = 0;
        var kind = KindOf(head);
        var insides = ArchiveInsides.Plain;
        if (kind is FileKind.Zip)
        {
            insides = ArchiveCheck.Look(content);
            content.Position = 0;
            kind = insides.Kind;
        }

        return (kind ?? FileKind.Zip, RefusalOf(kind, insides, head, content, cleanName, limits));
    }

    private static Refusal? RefusalOf(FileKind? kind, ArchiveInsides insides, byte[] head, Stream content, string cleanName, UploadLimits limits)
    {
        if (insides.Fault is { } fault)
            return new Refusal(fault, null, cleanName);
        if (kind is not { } known || !limits.Kinds.Contains(known))
            return new Refusal(
                nameof(RefusalCode.UploadKindNotAllowed),
                null,
                cleanName,
                string.Join(", ", limits.Kinds.Select(allowed => FileKinds.Endings(allowed)[0][1..].ToUpperInvariant()))
            );
        if (!FileKinds.Endings(known).Contains(Path.GetExtension(cleanName), StringComparer.OrdinalIgnoreCase))
            return new Refusal(nameof(RefusalCode.UploadDisguised), null, cleanName, FileKinds.Endings(known)[0][1..].ToUpperInvariant());
        if (
            known is FileKind.Pdf or FileKind.Jpeg or FileKind.Png
            && (LooksLikeWeb(head) || Array.Exists(OtherStarts, start => head.AsSpan().StartsWith(start)) || ArchiveCheck.EndsAsArchive(content))
        )
            return new Refusal(nameof(RefusalCode.UploadTwoInOne), null, cleanName);
        return null;
    }

    private static FileKind? KindOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return FileKind.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return FileKind.Png;
        if (head.StartsWith("PK\x03\x04"u8))
            return FileKind.Zip;
        // Scanners and mail programs put lines before the header; readers look for it in the first 1,024 bytes.
        return head.IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf : null;
    }

    private static bool LooksLikeWeb(byte[] head)
    {
        var text = Encoding.Latin1.GetString(head);
        return Array.Exists(WebMarks, mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>What a ZIP file turned out to be; the fault is a refusal code.</summary>
internal sealed record ArchiveInsides(FileKind? Kind, string? Fault)
{
    public static ArchiveInsides Plain { get; } = new(null, null);
}

/// <summary>Looks into ZIP files without trusting the sizes that they declare.</summary>
internal static class ArchiveCheck
{
    private const int MostEntries = 2000;
    private const int DeepestNesting = 2;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int HighestRatio = 100;
    private const int EndRecordLength = 22;

    // A megabyte of blank paper packs very well; only more than this is suspicious.
    private const long RatioCounts = 8 * 1024 * 1024;

    public static ArchiveInsides Look(Stream content)
    {
        try
        {
            long unpacked = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var fault = Unpack(archive, content.Length, depth: 1, ref unpacked);
            return new ArchiveInsides(KindOf(archive), fault ?? (HasMacros(archive) ? nameof(RefusalCode.UploadMacro) : null));
        }
        catch (InvalidDataException)
        {
            return new ArchiveInsides(FileKind.Zip, nameof(RefusalCode.UploadDamaged));
        }
    }

    /// <summary>Says whether the file is also a ZIP file, by an end record that fits its end.</summary>
    public static bool EndsAsArchive(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, EndRecordLength + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        content.Position = 0;
        for (var at = tail.Length - EndRecordLength; at >= 0; at--)
            if (
                tail.AsSpan(at).StartsWith("PK\x05\x06"u8)
                && at + EndRecordLength + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) <= tail.Length
            )
                return true;
        return false;
    }

    private static string? Unpack(ZipArchive archive, long packed, int depth, ref long unpacked)
    {
        if (archive.Entries.Count > MostEntries)
            return nameof(RefusalCode.UploadArchiveBomb);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var nested = new MemoryStream();
            var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
            try
            {
                var isArchive = false;
                var first = true;
                int read;
                while ((read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
                {
                    unpacked += read;
                    if (unpacked > MostUnpacked || unpacked > RatioCounts && unpacked / HighestRatio > packed)
                        return nameof(RefusalCode.UploadArchiveBomb);
                    isArchive = first ? buffer.AsSpan(0, read).StartsWith("PK\x03\x04"u8) : isArchive;
                    first = false;
                    if (isArchive)
                        nested.Write(buffer, 0, read);
                }

                if (isArchive && (depth == DeepestNesting ? nameof(RefusalCode.UploadArchiveNested) : Nested(nested, depth, ref unpacked)) is { } fault)
                    return fault;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }

        return null;
    }

    private static string? Nested(MemoryStream content, int depth, ref long unpacked)
    {
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read);
        return HasMacros(archive) ? nameof(RefusalCode.UploadMacro) : Unpack(archive, content.Length, depth + 1, ref unpacked);
    }

    private static FileKind KindOf(ZipArchive archive) =>
        archive.GetEntry("[Content_Types].xml") is null ? FileKind.Zip
        : archive.GetEntry("word/document.xml") is not null ? FileKind.Docx
        : archive.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx
        : FileKind.Zip;

    private static bool HasMacros(ZipArchive archive)
    {
        if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return true;
        if (archive.GetEntry("[Content_Types].xml") is not { } types)
            return false;
        using var reader = new StreamReader(types.Open());
        return reader.ReadToEnd().Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }
}

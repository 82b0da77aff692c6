using System.Runtime.InteropServices;
using HaiDuong.Licensing.Domain;
using SkiaSharp;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>Decodes a picture to its last row: refused are those that are cut off, damaged, or of more points than a scan or a photograph has.</summary>
internal static class ImageCheck
{
    /// <summary>Read row by row with little memory.</summary>
    public const long MostOfJpeg = 100_000_000;

    /// <summary>Read as a whole, four bytes a point.</summary>
    public const long MostOfPng = 50_000_000;

    private const int Rows = 32;

    public static FileInsides Look(Stream content, string name, FileKind kind, CancellationToken budget)
    {
        using var data = SKData.Create(content);
        using var codec = data is null ? null : SKCodec.Create(data);
        if (codec is null)
            return FileInsides.Refused(new Refusal(IsWholeJpeg(content) ? nameof(RefusalCode.UploadDamaged) : nameof(RefusalCode.UploadCutOff), null, name));
        var (points, most) = ((long)codec.Info.Width * codec.Info.Height, kind == FileKind.Jpeg ? MostOfJpeg : MostOfPng);
        if (points > most)
            return FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadTooManyPixels), null, name, points / 1e6m, most / 1e6m));
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, codec.Info.AlphaType);
        return (kind == FileKind.Jpeg ? Scan(codec, info, budget) : Decode(codec, info)) switch
        {
            SKCodecResult.Success => FileInsides.Photo(PhotoPlace.IsIn(data!.ToArray())),
            SKCodecResult.IncompleteInput => FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadCutOff), null, name)),
            _ => FileInsides.Refused(
                new Refusal(kind == FileKind.Jpeg && !IsWholeJpeg(content) ? nameof(RefusalCode.UploadCutOff) : nameof(RefusalCode.UploadDamaged), null, name)
            ),
        };
    }

    private static SKCodecResult Scan(SKCodec codec, SKImageInfo info, CancellationToken budget)
    {
        if (codec.StartScanlineDecode(info) is var started && started != SKCodecResult.Success)
            return started;
        var strip = GCHandle.Alloc(new byte[info.RowBytes * Rows], GCHandleType.Pinned);
        try
        {
            for (var row = 0; row < info.Height; row += Rows)
            {
                budget.ThrowIfCancellationRequested();
                var wanted = Math.Min(Rows, info.Height - row);
                if (codec.GetScanlines(strip.AddrOfPinnedObject(), wanted, info.RowBytes) < wanted)
                    return SKCodecResult.IncompleteInput;
            }

            return SKCodecResult.Success;
        }
        finally
        {
            strip.Free();
        }
    }

    private static SKCodecResult Decode(SKCodec codec, SKImageInfo info)
    {
        using var picture = new SKBitmap();
        return picture.TryAllocPixels(info) ? codec.GetPixels(info, picture.GetPixels()) : SKCodecResult.InternalError;
    }

    /// <summary>A whole JPEG ends with its end mark; some cameras write something behind it.</summary>
    private static bool IsWholeJpeg(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, 1024)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        return tail.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
    }
}

using System.Collections.Concurrent;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Settings;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>Hình ảnh chữ ký và con dấu: the configured ones, or drawn ones that say "MẪU"; each office has its own seal.</summary>
public sealed class SignatureImages(OfficeOptions options)
{
    private readonly ConcurrentDictionary<string, byte[]> seals = new(StringComparer.Ordinal);

    private readonly Lazy<byte[]> signature = new(() => options.Signing.SignatureImage is { } file ? File.ReadAllBytes(file) : DemoImages.Signature());

    public byte[] Signature => signature.Value;

    public byte[] SealOf(Office office) =>
        seals.GetOrAdd(office.Key, _ => options.Signing.Of(office.Key).SealImage is { } file ? File.ReadAllBytes(file) : DemoImages.Seal(office.Agency));
}

using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Letters;

/// <summary>Hình ảnh chữ ký và con dấu: the configured ones, or drawn ones that say "MẪU".</summary>
public sealed class SignatureImages(OfficeOptions options, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private readonly Lazy<byte[]> signature = new(() =>
        options.Signing.SignatureImage is { } file ? File.ReadAllBytes(file) : DemoImages.Signature());

    private readonly Lazy<byte[]> seal = new(() =>
        options.Signing.SealImage is { } file ? File.ReadAllBytes(file) : DemoImages.Seal(catalogue.Office(clock.Today).Agency));

    public byte[] Signature => signature.Value;

    public byte[] Seal => seal.Value;
}

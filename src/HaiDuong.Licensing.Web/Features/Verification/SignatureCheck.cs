using HaiDuong.Licensing.Documents.Pdf;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Web.Letters;

namespace HaiDuong.Licensing.Web.Features.Verification;

/// <summary>The signatures of a file as anybody may check them; an unreadable file has none.</summary>
public static class SignatureCheck
{
    public static IReadOnlyList<SignatureReport> Of(byte[] pdf, SigningKeys keys)
    {
        try
        {
            return PdfSignatures.Verify(pdf, keys.TrustedRoots);
        }
        catch (PdfFormatException)
        {
            return [];
        }
    }
}

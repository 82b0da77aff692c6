using HaiDuong.Licensing.Documents.Pdf;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage.Files;

namespace HaiDuong.Licensing.OneStop.Features.Verification;

/// <summary>The signatures of a file as anybody may check them, within a budget: an unreadable file has none.</summary>
public static class SignatureCheck
{
    /// <summary>Null when the file asks for more work than one that an office signed.</summary>
    public static async Task<IReadOnlyList<SignatureReport>?> OfAsync(byte[] pdf, SigningKeys keys, CancellationToken cancel)
    {
        try
        {
            return await ParseBudget.RunAsync(budget => PdfSignatures.Verify(pdf, keys.TrustedRoots, budget), ParseBudget.Usual, cancel);
        }
        catch (PdfFormatException fault)
        {
            return fault.AsksForTooMuch ? null : [];
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Pdf;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>
/// Signs a document in place as an incremental update (chữ ký số PAdES): ETSI.CAdES.detached, SHA-256, a visible image,
/// and a time stamp when an authority is given. Earlier signatures stay valid.
/// </summary>
public sealed class PdfSigner(ITimeStampAuthority? timeStamps = null)
{
    private const int SignatureBytes = 10_000;
    private const int TimeStampBytes = 12_000;
    private const string RangeBlank = "[0 0000000000 0000000000 0000000000]";
    private const string TimeStampToken = "1.2.840.113549.1.9.16.2.14";

    private int Reserved => SignatureBytes + (timeStamps is null ? 0 : TimeStampBytes);

    /// <param name="pdf">A document of this program that still has this place open.</param>
    /// <param name="place">The leader certifies the document; the agency closes it.</param>
    /// <param name="signer">Holder of the key.</param>
    /// <param name="at">Time written beside the signature, with the offset to print.</param>
    /// <param name="image">PNG with transparency: the handwritten signature or the seal; none for an invisible signature.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <exception cref="PdfFormatException">The file has no such place, or it is signed already.</exception>
    public async Task<byte[]> SignAsync(
        byte[] pdf,
        SignaturePlace place,
        IDocumentSigner signer,
        DateTimeOffset at,
        byte[]? image = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(signer);
        var prepared = Prepare(pdf, place, signer.Name, at, image, out var signatureAt);
        var contents = IndexOf(prepared, "/Contents <"u8, signatureAt) + "/Contents ".Length;
        var afterContents = contents + 2 + (Reserved * 2);
        WriteRange(prepared, signatureAt, contents, afterContents);
        byte[] covered = [.. prepared[..contents], .. prepared[afterContents..]];
        var cms = await signer.SignAsync(covered, cancellationToken);
        if (timeStamps is not null)
            cms = await StampAsync(cms, cancellationToken);
        if (cms.Length > Reserved)
            throw new CryptographicException($"The signature needs {cms.Length} bytes, {Reserved} are reserved.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms)).CopyTo(prepared, contents + 1);
        return prepared;
    }

    private byte[] Prepare(byte[] pdf, SignaturePlace place, string name, DateTimeOffset at, byte[]? image, out int signatureAt)
    {
        var file = new PdfFile(pdf);
        var fields = file.Fields();
        var fieldName = place == SignaturePlace.Leader ? FieldNames.Leader : FieldNames.Agency;
        if (!fields.TryGetValue(fieldName, out var found))
            throw new PdfFormatException($"The document has no place for the signature '{fieldName}'.");
        if (found.Field["V"] is not null)
            throw new PdfFormatException($"The place '{fieldName}' is signed already.");

        var update = new PdfUpdate(file);
        var isFirst = !fields.Values.Any(field => field.Field.Name("FT") == "Sig" && field.Field["V"] is not null);
        var signature = update.Add(Signature(name, at, place, isFirst));
        var field = update.Change(found.Reference).With("V", signature);
        if (image is not null)
            field["AP"] = new PdfDictionary().With("N", SignatureImage.AddTo(update, file, found.Field, image));
        if (file.Catalog["AcroForm"] is not PdfReference form)
            throw new PdfFormatException("The document has no form.");
        update.Change(form).With("SigFlags", 3);
        if (place == SignaturePlace.Leader && isFirst)
            update.Change(file.Root)["Perms"] = new PdfDictionary().With("DocMDP", signature);
        var bytes = update.ToBytes(out var offsets);
        signatureAt = offsets[signature.Number];
        return bytes;
    }

    private PdfDictionary Signature(string name, DateTimeOffset at, SignaturePlace place, bool isFirst)
    {
        var signature = new PdfDictionary()
            .With("Type", "Sig")
            .With("Filter", "Adobe.PPKLite")
            .With("SubFilter", "ETSI.CAdES.detached")
            .With("Name", PdfText.Of(name))
            .With("M", new PdfText(Encoding.ASCII.GetBytes(Date(at))))
            .With("ByteRange", new PdfToken(RangeBlank))
            .With("Contents", new PdfText(new byte[Reserved]));
        if (place == SignaturePlace.Leader && isFirst)
            signature["Reference"] = Rule("DocMDP", new PdfDictionary().With("P", 2));
        else if (place == SignaturePlace.Agency)
            signature["Reference"] = Rule("FieldMDP", new PdfDictionary().With("Action", "All"));
        return signature;
    }

    private static PdfArray Rule(string method, PdfDictionary parameters) =>
        new([
            new PdfDictionary()
                .With("Type", "SigRef")
                .With("TransformMethod", method)
                .With("TransformParams", parameters.With("Type", "TransformParams").With("V", "1.2")),
        ]);

    private static string Date(DateTimeOffset at)
    {
        var sign = at.Offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"D:{at:yyyyMMddHHmmss}{sign}{at.Offset.Duration():hh}'{at.Offset.Duration():mm}'");
    }

    private static void WriteRange(byte[] pdf, int signatureAt, int contents, int afterContents)
    {
        var range = IndexOf(pdf, Encoding.ASCII.GetBytes(RangeBlank), signatureAt);
        var text = string.Create(CultureInfo.InvariantCulture, $"[0 {contents:D10} {afterContents:D10} {pdf.Length - afterContents:D10}]");
        Encoding.ASCII.GetBytes(text).CopyTo(pdf, range);
    }

    private static int IndexOf(byte[] pdf, ReadOnlySpan<byte> what, int from)
    {
        var at = pdf.AsSpan(from).IndexOf(what);
        return at >= 0 ? from + at : throw new PdfFormatException("The signature was not written.");
    }

    private async Task<byte[]> StampAsync(byte[] cms, CancellationToken cancellationToken)
    {
        var signed = new SignedCms();
        signed.Decode(cms);
        var signer = signed.SignerInfos[0];
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(
            signer,
            HashAlgorithmName.SHA256,
            requestSignerCertificates: true,
            nonce: RandomNumberGenerator.GetBytes(8)
        );
        var token = request.ProcessResponse(await timeStamps!.AskAsync(request.Encode(), cancellationToken), out _);
        signer.AddUnsignedAttribute(new AsnEncodedData(new Oid(TimeStampToken), token.AsSignedCms().Encode()));
        return signed.Encode();
    }
}

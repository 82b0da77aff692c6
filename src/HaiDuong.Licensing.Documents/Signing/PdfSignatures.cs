using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Pdf;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>Checks the signatures of a document (kiểm tra chữ ký số) without any network: bytes, certificates, later changes.</summary>
public static class PdfSignatures
{
    /// <summary>No document of an office has so many; a file that has is not looked at.</summary>
    public const int MostSignatures = 32;

    private const string TimeStampToken = "1.2.840.113549.1.9.16.2.14";

    /// <summary>One report per signature, oldest first; a file without signatures gives none.</summary>
    /// <exception cref="PdfFormatException">The file cannot be read as a PDF of this program, or has more than <see cref="MostSignatures"/>.</exception>
    /// <exception cref="OperationCanceledException">The budget is over.</exception>
    public static IReadOnlyList<SignatureReport> Verify(byte[] pdf, IReadOnlyCollection<X509Certificate2> trustedRoots, CancellationToken budget = default)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(trustedRoots);
        try
        {
            return Check(new PdfFile(pdf), trustedRoots, budget);
        }
        catch (Exception e) when (e is OverflowException or FormatException or InvalidCastException or ArgumentException)
        {
            throw new PdfFormatException("Not a readable PDF.", e);
        }
    }

    private static List<SignatureReport> Check(PdfFile file, IReadOnlyCollection<X509Certificate2> trustedRoots, CancellationToken budget)
    {
        // However many fields name one value, it is one signature. They are counted before the first is looked at.
        var seen = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var signatures = new List<(string Name, PdfDictionary Value)>();
        foreach (var (name, (_, field)) in file.Fields())
        {
            budget.ThrowIfCancellationRequested();
            if (field.Name("FT") == "Sig" && file.Resolve(field["V"]) is PdfDictionary value && seen.Add(value))
                signatures.Add((name, value));
        }

        if (signatures.Count > MostSignatures)
            throw new PdfFormatException("More signatures than a document has.") { AsksForTooMuch = true };
        var reports = new List<(int End, SignatureReport Report)>();
        foreach (var (name, value) in signatures)
        {
            budget.ThrowIfCancellationRequested();
            reports.Add(Check(file, name, value, trustedRoots));
        }

        return [.. reports.OrderBy(item => item.End).Select(item => item.Report)];
    }

    private static (int End, SignatureReport Report) Check(PdfFile file, string name, PdfDictionary signature, IReadOnlyCollection<X509Certificate2> roots)
    {
        var range = Range(file, signature);
        var end = range?[3] ?? 0;
        try
        {
            return (end, Report(file, name, signature, range, range is null ? null : Decode(file, signature, range), roots));
        }
        catch (CryptographicException)
        {
            // What others signed is decoded as its parts are read, and each may be broken.
            return (end, Report(file, name, signature, range, null, roots));
        }
    }

    private static SignatureReport Report(
        PdfFile file,
        string name,
        PdfDictionary signature,
        int[]? range,
        SignedCms? cms,
        IReadOnlyCollection<X509Certificate2> roots
    )
    {
        var certificate = cms is { SignerInfos.Count: 1 } ? cms.SignerInfos[0].Certificate : null;
        var stamp = cms is null ? null : Stamp(cms, roots);
        var at = stamp ?? Date(file.Resolve(signature["M"]) as PdfText);
        return new SignatureReport
        {
            Place = name switch
            {
                FieldNames.Leader => SignaturePlace.Leader,
                FieldNames.Agency => SignaturePlace.Agency,
                _ => null,
            },
            Signer = certificate?.Subject ?? "",
            SerialNumber = certificate?.SerialNumber ?? "",
            SignedAt = at,
            IsTimeStamped = stamp is not null,
            IsIntact = cms is not null && IsSound(cms),
            CoversWholeFile = range is not null && range[3] == file.Bytes.Length,
            CertificateWasValid = certificate is not null && at is { } time && LeadsToRoot(certificate, cms!.Certificates, roots, time, null),
            LaterChangesArePermitted = range is not null && LaterChanges.ArePermitted(file, range[3], signature),
        };
    }

    /// <summary>Start and end of both covered parts; null unless they leave out exactly this signature's value.</summary>
    private static int[]? Range(PdfFile file, PdfDictionary signature)
    {
        if (file.Resolve(signature["ByteRange"]) is not PdfArray { Items: [PdfToken a, PdfToken b, PdfToken c, PdfToken d] })
            return null;
        var (first, firstLength, second, secondLength) = (a.ToInteger(), b.ToInteger(), c.ToInteger(), d.ToInteger());
        if (first != 0 || firstLength <= 0 || second <= firstLength || secondLength <= 0 || second + secondLength > file.Bytes.Length)
            return null;
        var hole = file.Bytes.Span[(int)firstLength..(int)second];
        var isValue =
            hole[0] == '<'
            && hole[^1] == '>'
            && file.Resolve(signature["Contents"]) is PdfText contents
            && Convert.ToHexString(contents.Bytes).Equals(System.Text.Encoding.ASCII.GetString(hole[1..^1]), StringComparison.Ordinal)
            && IsPaddedWithZeros(contents.Bytes);
        return isValue ? [0, (int)firstLength, (int)second, (int)(second + secondLength)] : null;
    }

    // Nothing may hide behind the signature in the space reserved for it.
    private static bool IsPaddedWithZeros(byte[] contents) =>
        AsnDecoder.TryReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out _, out var length)
        && contents.AsSpan(length).IndexOfAnyExcept((byte)0) < 0;

    private static SignedCms Decode(PdfFile file, PdfDictionary signature, int[] range)
    {
        var span = file.Bytes.Span;
        byte[] covered = [.. span[..range[1]], .. span[range[2]..range[3]]];
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.Decode(((PdfText)file.Resolve(signature["Contents"])!).Bytes);
        return cms;
    }

    private static bool IsSound(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return cms.SignerInfos.Count == 1;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static DateTimeOffset? Stamp(SignedCms cms, IReadOnlyCollection<X509Certificate2> roots)
    {
        var attribute = cms.SignerInfos[0].UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(item => item.Oid.Value == TimeStampToken);
        if (attribute is null || !Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _))
            return null;
        if (!token.VerifySignatureForSignerInfo(cms.SignerInfos[0], out var authority) || authority is null)
            return null;
        var at = token.TokenInfo.Timestamp;
        return LeadsToRoot(authority, token.AsSignedCms().Certificates, roots, at, "1.3.6.1.5.5.7.3.8") ? at : null;
    }

    private static bool LeadsToRoot(
        X509Certificate2 certificate,
        X509Certificate2Collection others,
        IReadOnlyCollection<X509Certificate2> roots,
        DateTimeOffset at,
        string? purpose
    )
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        if (purpose is not null)
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid(purpose));
        return chain.Build(certificate);
    }

    private static DateTimeOffset? Date(PdfText? text)
    {
        var value = text?.ToString().Replace("'", "", StringComparison.Ordinal);
        return
            DateTimeOffset.TryParseExact(value, "'D:'yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            || (
                value is { Length: 21 }
                && DateTimeOffset.TryParseExact(value.Insert(19, ":"), "'D:'yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out at)
            )
            ? at
            : null;
    }
}

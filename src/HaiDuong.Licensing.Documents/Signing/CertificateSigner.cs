using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>Signs with a certificate whose private key this process can use (chứng thư số dạng tệp).</summary>
public sealed class CertificateSigner(X509Certificate2 certificate, params IEnumerable<X509Certificate2> chain) : IDocumentSigner
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private readonly IReadOnlyList<X509Certificate2> _chain = [.. chain];

    public string Name => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    public Task<byte[]> SignAsync(byte[] content, CancellationToken cancellationToken)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var issuer in _chain)
            signer.Certificates.Add(issuer);
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), EssCertificate()));
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return Task.FromResult(cms.Encode());
    }

    // ESSCertIDv2 with its default algorithm, SHA-256, left out (RFC 5035).
    private byte[] EssCertificate()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }
}

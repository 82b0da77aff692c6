namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>
/// Who holds a signing key (chứng thư số): a certificate of this server, an HSM or a USB token. Answers a detached CMS
/// signature in the CAdES baseline profile (SHA-256, signing-certificate-v2, chain embedded, no signing-time attribute).
/// </summary>
public interface IDocumentSigner
{
    /// <summary>Name printed nowhere but kept in the PDF as the signer's name.</summary>
    string Name { get; }

    /// <summary>Signs the bytes and gives the DER of the CMS SignedData.</summary>
    Task<byte[]> SignAsync(byte[] content, CancellationToken cancellationToken);
}

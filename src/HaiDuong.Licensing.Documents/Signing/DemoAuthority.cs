using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>
/// A certification authority for trying the program out, with a leader's and an agency's certificate (chứng thư số mẫu).
/// Its signatures have no legal value; a real installation configures the certificates of Ban Cơ yếu Chính phủ.
/// </summary>
public sealed class DemoAuthority : IDisposable
{
    /// <summary>The file of a folder that holds the authority's own certificate.</summary>
    public const string RootFile = "root.pfx";

    private const int KeyBits = 2048;
    private const int Years = 5;

    private DemoAuthority(X509Certificate2 root, X509Certificate2 leader, X509Certificate2 agency) => (Root, Leader, Agency) = (root, leader, agency);

    public X509Certificate2 Root { get; }

    public X509Certificate2 Leader { get; }

    public X509Certificate2 Agency { get; }

    public IDocumentSigner LeaderSigner => new CertificateSigner(Leader, Root);

    public IDocumentSigner AgencySigner => new CertificateSigner(Agency, Root);

    /// <summary>Loads the certificates of a folder, or makes them when it has none or they have run out at <paramref name="now"/>.</summary>
    public static DemoAuthority Open(string folder, string leaderName, string agencyName, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        string[] files = [Path.Combine(folder, RootFile), Path.Combine(folder, "leader.pfx"), Path.Combine(folder, "agency.pfx")];
        if (Array.TrueForAll(files, File.Exists))
        {
            var loaded = Load(files);
            if (loaded.Root.NotAfter.ToUniversalTime() > now.UtcDateTime)
                return loaded;
            loaded.Dispose();
        }

        Make(files, leaderName, agencyName, now);
        return Load(files);
    }

    /// <summary>The authority's certificate of a folder, without its key.</summary>
    public static X509Certificate2 LoadRoot(string file)
    {
        using var root = X509CertificateLoader.LoadPkcs12FromFile(file, null);
        return X509CertificateLoader.LoadCertificate(root.RawData);
    }

    public void Dispose()
    {
        Root.Dispose();
        Leader.Dispose();
        Agency.Dispose();
    }

    private static void Make(string[] files, string leaderName, string agencyName, DateTimeOffset now)
    {
        // In force since a year ago: the demo office signs on days gone by.
        var (from, until) = (now.AddYears(-1), now.AddYears(Years));
        using var rootKey = RSA.Create(KeyBits);
        var request = Request($"{Wording.Get("Sample")} - {agencyName} - Demo CA", rootKey);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        using var root = request.CreateSelfSigned(from, until);
        using var leader = Issue(root, leaderName, from, until);
        using var agency = Issue(root, agencyName, from, until);
        Save(files[0], root);
        Save(files[1], leader);
        Save(files[2], agency);
    }

    private static X509Certificate2 Issue(X509Certificate2 root, string name, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(KeyBits);
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        using var certificate = request.Create(root, from, until, [1, .. RandomNumberGenerator.GetBytes(15)]);
        return certificate.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string name, RSA key)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion("VN");
        subject.AddCommonName(name);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    // Written beside and moved into place, so that a stop in the middle leaves no half file.
    private static void Save(string file, X509Certificate2 certificate)
    {
        File.WriteAllBytes(file + ".new", certificate.Export(X509ContentType.Pfx));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static DemoAuthority Load(string[] files)
    {
        var certificates = files.Select(file => X509CertificateLoader.LoadPkcs12FromFile(file, null)).ToArray();
        return new DemoAuthority(certificates[0], certificates[1], certificates[2]);
    }
}

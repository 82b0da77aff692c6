using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HaiDuong.Licensing.Documents.Content;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>
/// A certification authority for trying the program out, with a certificate of the agency and one of each person who signs (chứng thư số mẫu).
/// Its signatures have no legal value; a real installation configures the certificates of Ban Cơ yếu Chính phủ.
/// </summary>
public sealed class DemoAuthority : IDisposable
{
    /// <summary>The file of a folder that holds the authority's own certificate.</summary>
    public const string RootFile = "root.pfx";

    private const string AgencyFile = "agency.pfx";
    private const int KeyBits = 2048;
    private const int Years = 5;

    private readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> people = new(StringComparer.Ordinal);
    private readonly string folder;
    private readonly string? passphrase;

    private DemoAuthority(string folder, string? passphrase, X509Certificate2 root, X509Certificate2 agency) =>
        (this.folder, this.passphrase, Root, Agency) = (folder, passphrase, root, agency);

    public X509Certificate2 Root { get; }

    public X509Certificate2 Agency { get; }

    public IDocumentSigner AgencySigner => new CertificateSigner(Agency, Root);

    /// <summary>Loads the certificates of a folder, or makes them when it has none or they have run out at <paramref name="now"/>.</summary>
    /// <param name="folder">Of this authority alone.</param>
    /// <param name="agencyName">In whose name the seal is set.</param>
    /// <param name="now">The moment.</param>
    /// <param name="passphrase">Encrypts the files; those that an earlier run left open are encrypted now. Null leaves them open.</param>
    /// <exception cref="CryptographicException">The files are encrypted with another passphrase.</exception>
    public static DemoAuthority Open(string folder, string agencyName, DateTimeOffset now, string? passphrase = null)
    {
        KeyFile.MakeFolder(folder);
        string[] files = [Path.Combine(folder, RootFile), Path.Combine(folder, AgencyFile)];
        if (Array.TrueForAll(files, File.Exists))
        {
            var loaded = Load(folder, files, passphrase);
            if (loaded.Root.NotAfter.ToUniversalTime() > now.UtcDateTime)
                return loaded;
            loaded.Dispose();
            foreach (var outdated in Directory.GetFiles(folder, PersonFile("*")))
                File.Delete(outdated);
        }

        Make(files, agencyName, now, passphrase);
        return Load(folder, files, passphrase);
    }

    /// <summary>The authority's certificate of a folder, without its key.</summary>
    public static X509Certificate2 LoadRoot(string file, string? passphrase = null)
    {
        using var root = KeyFile.Load(file, passphrase);
        return X509CertificateLoader.LoadCertificate(root.RawData);
    }

    /// <summary>Signs as one person, under a certificate of their own that bears their name; it is made when they first sign.</summary>
    /// <param name="person">What tells the person from every other: letters, digits and hyphens.</param>
    /// <param name="name">As it stands in the certificate.</param>
    public IDocumentSigner SignerOf(string person, string name)
    {
        if (!person.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            throw new ArgumentException("A person's key is made of letters, digits and hyphens.", nameof(person));
        return new CertificateSigner(
            people.GetOrAdd(person, key => new Lazy<X509Certificate2>(() => OfPerson(Path.Combine(folder, PersonFile(key)), name))).Value,
            Root
        );
    }

    public void Dispose()
    {
        Root.Dispose();
        Agency.Dispose();
        foreach (var person in people.Values.Where(person => person.IsValueCreated))
            person.Value.Dispose();
    }

    private static string PersonFile(string person) => $"leader-{person}.pfx";

    private X509Certificate2 OfPerson(string file, string name)
    {
        if (!File.Exists(file))
        {
            using var made = Issue(Root, name, new DateTimeOffset(Root.NotBefore), new DateTimeOffset(Root.NotAfter));
            KeyFile.Save(file, made, passphrase);
        }

        return KeyFile.Load(file, passphrase);
    }

    private static void Make(string[] files, string agencyName, DateTimeOffset now, string? passphrase)
    {
        // In force since a year ago: the demo office signs on days gone by.
        var (from, until) = (now.AddYears(-1), now.AddYears(Years));
        using var rootKey = RSA.Create(KeyBits);
        var request = Request($"{Wording.Get("Sample")} - {agencyName} - Demo CA", rootKey);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        using var root = request.CreateSelfSigned(from, until);
        using var agency = Issue(root, agencyName, from, until);
        KeyFile.Save(files[0], root, passphrase);
        KeyFile.Save(files[1], agency, passphrase);
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

    private static DemoAuthority Load(string folder, string[] files, string? passphrase) =>
        new(folder, passphrase, KeyFile.Load(files[0], passphrase), KeyFile.Load(files[1], passphrase));
}

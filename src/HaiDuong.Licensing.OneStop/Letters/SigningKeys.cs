using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>Who signs: somebody's account, their user name and the name that the signature bears.</summary>
public sealed record SigningPerson(Guid? AccountId, string? UserName, string Name);

/// <summary>
/// Chứng thư số: one certificate of each office's seal and one of each leader, so that a signature names the person who signed. A demo
/// authority makes them unless real certificates are configured; a token or a remote signing service takes the place of a key by implementing
/// <see cref="IDocumentSigner"/>. What an office that has ended signed stays trusted.
/// </summary>
public sealed class SigningKeys(OfficeOptions options, OfficeClock clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<DemoAuthority>> authorities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IDocumentSigner>> loaded = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, X509Certificate2> roots = new(StringComparer.Ordinal);

    public bool AreDemo => !options.Signing.IsReal;

    private string Folder => Path.Combine(options.DataFolder, "keys");

    /// <summary>The authorities that the signatures of all offices, also of those that have ended, are checked against.</summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots =>
        AreDemo
            ?
            [
                .. Directory.Exists(Folder)
                    ? Directory
                        .EnumerateFiles(Folder, DemoAuthority.RootFile, SearchOption.AllDirectories)
                        .Order(StringComparer.Ordinal)
                        .Select(file => roots.GetOrAdd(file, path => DemoAuthority.LoadRoot(path, options.KeyPassphrase)))
                    : [],
            ]
            : [.. options.Signing.RootCertificates.Select(file => roots.GetOrAdd(file, X509CertificateLoader.LoadCertificateFromFile))];

    /// <summary>
    /// The key of one leader of an office; null when real certificates are configured and this person has none: nobody signs under another's.
    /// </summary>
    public IDocumentSigner? LeaderOf(Office office, SigningPerson person) =>
        AreDemo ? Authority(office).SignerOf(person.AccountId?.ToString("N") ?? "without-account", $"{person.Name} - {office.Name} (chứng thư mẫu)")
        : person.UserName is { } user && options.Signing.Of(office.Key).Leaders.GetValueOrDefault(user) is { Certificate: { } file } own
            ? Load(file, own.Password)
        : null;

    /// <summary>The key of an office's seal.</summary>
    /// <exception cref="InvalidOperationException">Real certificates are configured, but not for this office.</exception>
    public IDocumentSigner SealOf(Office office) =>
        AreDemo ? Authority(office).AgencySigner
        : options.Signing.Of(office.Key) is { AgencyCertificate: { } file } own ? Load(file, own.AgencyPassword)
        : throw new InvalidOperationException($"No certificates are configured for {office.Name} (Office:Signing:Offices:{office.Key}).");

    public void Dispose()
    {
        foreach (var authority in authorities.Values.Where(authority => authority.IsValueCreated))
            authority.Value.Dispose();
        foreach (var root in roots.Values)
            root.Dispose();
    }

    private DemoAuthority Authority(Office office) =>
        authorities
            .GetOrAdd(office.Key, key => new Lazy<DemoAuthority>(() =>
                DemoAuthority.Open(Path.Combine(Folder, key), office.Name, clock.Now.ToDateTimeOffset(), options.KeyPassphrase)
            ))
            .Value;

    private IDocumentSigner Load(string file, string? password) =>
        loaded
            .GetOrAdd(file, path => new Lazy<IDocumentSigner>(() =>
                new CertificateSigner(X509CertificateLoader.LoadPkcs12FromFile(path, password), TrustedRoots)
            ))
            .Value;
}

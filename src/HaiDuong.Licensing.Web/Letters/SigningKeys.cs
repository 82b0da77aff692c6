using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Letters;

/// <summary>Who signs for the leader and for the agency of one office.</summary>
public sealed record OfficeKeys(IDocumentSigner Leader, IDocumentSigner Agency);

/// <summary>
/// Chứng thư số: the keys of each office. A demo authority for each unless real certificates are configured; a token or a remote signing
/// service takes the place of a key by implementing <see cref="IDocumentSigner"/>. What an office that has ended signed stays trusted.
/// </summary>
public sealed class SigningKeys(OfficeOptions options, OfficeClock clock) : IDisposable
{
    private readonly Lock opening = new();
    private readonly ConcurrentDictionary<string, OfficeKeys> keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, X509Certificate2> roots = new(StringComparer.Ordinal);
    private readonly List<DemoAuthority> authorities = [];

    public bool AreDemo => !options.Signing.IsReal;

    private string Folder => Path.Combine(options.DataFolder, "keys");

    /// <summary>The authorities that the signatures of all offices, also of those that have ended, are checked against.</summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots => AreDemo
        ? [.. Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, DemoAuthority.RootFile, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => roots.GetOrAdd(file, DemoAuthority.LoadRoot)) : []]
        : [.. options.Signing.RootCertificates.Select(file => roots.GetOrAdd(file, X509CertificateLoader.LoadCertificateFromFile))];

    /// <summary>The keys of an office.</summary>
    /// <exception cref="InvalidOperationException">Real certificates are configured, but not for this office.</exception>
    public OfficeKeys Of(Office office)
    {
        if (keys.TryGetValue(office.Key, out var known))
            return known;
        lock (opening)
            return keys.GetOrAdd(office.Key, _ => AreDemo ? Demo(office) : Real(office));
    }

    public void Dispose()
    {
        authorities.ForEach(authority => authority.Dispose());
        foreach (var root in roots.Values)
            root.Dispose();
    }

    private OfficeKeys Demo(Office office)
    {
        var authority = DemoAuthority.Open(Path.Combine(Folder, office.Key), $"Lãnh đạo {office.Name} (chứng thư mẫu)", office.Name, clock.Now.ToDateTimeOffset());
        authorities.Add(authority);
        return new OfficeKeys(authority.LeaderSigner, authority.AgencySigner);
    }

    private OfficeKeys Real(Office office) => options.Signing.Of(office.Key) is { LeaderCertificate: { } leader, AgencyCertificate: { } agency } files
        ? new OfficeKeys(Load(leader, files.LeaderPassword), Load(agency, files.AgencyPassword))
        : throw new InvalidOperationException($"No certificates are configured for {office.Name} (Office:Signing:Offices:{office.Key}).");

    private CertificateSigner Load(string file, string? password) => new(X509CertificateLoader.LoadPkcs12FromFile(file, password), TrustedRoots);
}

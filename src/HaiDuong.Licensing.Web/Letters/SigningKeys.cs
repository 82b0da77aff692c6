using System.Security.Cryptography.X509Certificates;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Letters;

/// <summary>
/// Chứng thư số: who signs for the leader and for the agency. The demo authority unless real certificates are configured; a token or a
/// remote signing service takes the place of a key by implementing <see cref="IDocumentSigner"/>.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    private readonly DemoAuthority? demo;

    private SigningKeys(DemoAuthority? demo, IDocumentSigner leader, IDocumentSigner agency, IReadOnlyList<X509Certificate2> roots)
    {
        this.demo = demo;
        Leader = leader;
        Agency = agency;
        TrustedRoots = roots;
    }

    public IDocumentSigner Leader { get; }

    public IDocumentSigner Agency { get; }

    public IReadOnlyList<X509Certificate2> TrustedRoots { get; }

    public bool AreDemo => demo is not null;

    public static SigningKeys Open(OfficeOptions options, ProcedureCatalogue catalogue, OfficeClock clock)
    {
        if (options.Signing is { LeaderCertificate: { } leader, AgencyCertificate: { } agency, RootCertificates: var roots } signing)
        {
            var trusted = roots.Select(X509CertificateLoader.LoadCertificateFromFile).ToList();
            return new SigningKeys(null, Load(leader, signing.LeaderPassword, trusted), Load(agency, signing.AgencyPassword, trusted), trusted);
        }

        var office = catalogue.Office(clock.Today);
        var authority = DemoAuthority.Open(Path.Combine(options.DataFolder, "keys"), "Lãnh đạo Sở (chứng thư mẫu)", office.Name, clock.Now.ToDateTimeOffset());
        return new SigningKeys(authority, authority.LeaderSigner, authority.AgencySigner, [authority.Root]);
    }

    public void Dispose() => demo?.Dispose();

    private static CertificateSigner Load(string file, string? password, IReadOnlyList<X509Certificate2> chain) =>
        new(X509CertificateLoader.LoadPkcs12FromFile(file, password), chain);
}

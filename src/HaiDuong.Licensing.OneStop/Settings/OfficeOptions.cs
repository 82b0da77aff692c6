using HaiDuong.Licensing.Domain.Fees;

namespace HaiDuong.Licensing.OneStop.Settings;

/// <summary>What an installation sets, in the section <c>Office</c> of its configuration. Everything has a default that works on a bare machine.</summary>
public sealed class OfficeOptions
{
    public const string Section = "Office";

    /// <summary>Where the private database, papers, keys and undelivered mail are kept; a relative path lies beside the folder <c>workflows</c>.</summary>
    public string DataFolder { get; set; } = ".data";

    /// <summary>
    /// Encrypts the keys that the program makes and keeps in the data folder (cookies, sample certificates); given by the environment
    /// (<c>Office__KeyPassphrase</c>), never beside the data. Without one the keys lie open to the program's own user.
    /// </summary>
    public string? KeyPassphrase { get; set; }

    /// <summary>True when the keys that the program keeps are not encrypted.</summary>
    public bool HasOpenKeys => KeyPassphrase is not { Length: > 0 };

    /// <summary>
    /// Addresses or networks (10.0.0.0/8) of the proxies before the program: only what they say of a visitor's address and of https is believed.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; set; } = [];

    /// <summary>Names under which the program is reached, besides that of the public address; a request for any other is refused.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>Where the law as data is; found by walking up from the program when not set.</summary>
    public string? WorkflowsFolder { get; set; }

    /// <summary>Where Elsa Studio lies once it was fetched; in the data folder when not set.</summary>
    public string? StudioFolder { get; set; }

    /// <summary>Where PostgreSQL's programs are, for the private database.</summary>
    public string? PostgresFolder { get; set; }

    /// <summary>The address that stands in QR codes and mails; where the program listens when not set.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5080";

    /// <summary>Makes the demo office (accounts and dossiers). Default: when the private database is used.</summary>
    public bool? Demo { get; set; }

    /// <summary>
    /// Whether what followed the first department counts (sáp nhập từ 01/03/2025 và 01/07/2025, as workflows/offices tells): an office that has merged
    /// switches it on. Without it the department goes on as it was founded.
    /// </summary>
    public bool Mergers { get; set; }

    /// <summary>
    /// After so many days without the program an administrator confirms the clock before reminders are sent and anything expires: it may be the clock
    /// that jumped, not the office that was closed.
    /// </summary>
    public int MostDaysAway { get; set; } = 3;

    /// <summary>So many days before a licence ends its holder and the division are told; 60 and 30 when not set.</summary>
    public IReadOnlyList<int> LicenceWarningDays { get; set; } = [];

    /// <summary>
    /// Tài khoản thu phí, lệ phí of each office, by its key in workflows/offices: with one, whoever owes is shown a code for their bank. A demo office
    /// without one shows a sample.
    /// </summary>
    public Dictionary<string, FeeAccount> FeeAccounts { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The options of this run, with the data folder as a full path.</summary>
    /// <exception cref="InvalidOperationException">No code can be made of an account.</exception>
    public static OfficeOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<OfficeOptions>() ?? new OfficeOptions();
        var workflows = options.WorkflowsFolder is { Length: > 0 } configured
            ? new Workflows.WorkflowsFolder(configured)
            : Workflows.WorkflowsFolder.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
        options.WorkflowsFolder = workflows.Root;
        options.DataFolder = Path.GetFullPath(options.DataFolder, Path.GetDirectoryName(options.WorkflowsFolder)!);
        if (
            configuration[$"{Section}:{nameof(PublicAddress)}"] is null
            && Uri.TryCreate(configuration["Urls"]?.Split(';')[0], UriKind.Absolute, out var listens)
        )
            options.PublicAddress = listens.GetLeftPart(UriPartial.Authority);
        return options.FeeAccounts.FirstOrDefault(account => !account.Value.IsPayable) is { Key: { } office }
            ? throw new InvalidOperationException(
                $"{Section}__{nameof(FeeAccounts)}__{office}: six digits as Bin, at most 19 letters and digits as Number, Bank and Holder."
            )
            : options;
    }

    /// <summary>Certificates of the leaders and the agency; a demo authority is made when they are not set.</summary>
    public SigningOptions Signing { get; set; } = new();
}

/// <summary>The certificate of one leader with its key (PKCS#12).</summary>
public sealed class LeaderCertificate
{
    public string? Certificate { get; set; }

    public string? Password { get; set; }
}

/// <summary>Files of certificates with their keys (PKCS#12) and of the authorities that citizens' checks trust.</summary>
public sealed class SigningOptions
{
    /// <summary>Each leader's own certificate, by user name: nobody signs under another's.</summary>
    public Dictionary<string, LeaderCertificate> Leaders { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public string? AgencyCertificate { get; set; }

    public string? AgencyPassword { get; set; }

    public IReadOnlyList<string> RootCertificates { get; set; } = [];

    /// <summary>Blue PNG of the leader's handwritten signature and red PNG of the seal, with transparency; drawn ones marked "MẪU" when not set.</summary>
    public string? SignatureImage { get; set; }

    public string? SealImage { get; set; }

    /// <summary>
    /// What each office signs and seals with, by its key in workflows/offices; what stands outside is for an installation that has known one office only.
    /// </summary>
    public Dictionary<string, SigningOptions> Offices { get; set; } = new(StringComparer.Ordinal);

    /// <summary>True when real certificates are configured, so that no demo authority may stand in.</summary>
    public bool IsReal => AgencyCertificate is not null || Leaders.Count > 0 || Offices.Values.Any(office => office.IsReal);

    /// <summary>An office's own certificates and seal. With several offices none is ever used for another.</summary>
    public SigningOptions Of(string office) => Offices.Count == 0 ? this : Offices.GetValueOrDefault(office) ?? new SigningOptions();
}

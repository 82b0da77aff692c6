using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>Where the private cluster, its socket and its log live. All but the log belong to the server's account alone.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed record ClusterFolders(string Cluster, string Socket, string Log)
{
    // sun_path holds 108 bytes with the closing zero; the file is called .s.PGSQL.5432
    private const int LongestSocketFolder = 107 - 14;

    private const UnixFileMode OpenToPassThrough =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string ProcessFile => Path.Combine(Cluster, "postmaster.pid");

    public int? MajorVersion =>
        File.Exists(Path.Combine(Cluster, "PG_VERSION"))
            ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")).Trim(), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    public static async Task<(ClusterFolders Folders, ServerAccount Account)> PrepareAsync(
        string dataFolder,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(dataFolder);
        var home = dataFolder;
        var account = await ServerAccount.ChooseAsync(Path.Combine(home, "cluster"), cancellationToken);
        if (!await account.CanAsync("-x", home, cancellationToken))
        {
            // Root's home is closed to every other user, so a database below it cannot be opened by the server's account.
            // Not /var/tmp: its cleaner would eat table files that nobody read for a month.
            home = Path.Combine("/var/lib/haiduong-licensing", Hash(dataFolder));
            foreach (var folder in (string[])[Path.GetDirectoryName(home)!, home])
            {
                Directory.CreateDirectory(folder);
                File.SetUnixFileMode(folder, OpenToPassThrough);
            }

            account = await ServerAccount.ChooseAsync(Path.Combine(home, "cluster"), cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(dataFolder, "moved-to.txt"), home + "\n", cancellationToken);
            logger.LogWarning("The database user may not enter {DataFolder}; the database lives in {Home}", dataFolder, home);
        }

        var socket = Path.Combine(home, "socket");
        if (Encoding.UTF8.GetByteCount(socket) > LongestSocketFolder)
            socket = "/tmp/hdl-" + Hash(dataFolder);

        await account.MakePrivateAsync(socket, cancellationToken);
        return (new ClusterFolders(Path.Combine(home, "cluster"), socket, Path.Combine(dataFolder, "server.log")), account);
    }

    /// <summary>Creates the cluster beside its place and moves it there whole, so that a kill halfway leaves none rather than half of one.</summary>
    public async Task InitializeAsync(PostgresBinaries binaries, ServerAccount account, bool sync, CancellationToken cancellationToken)
    {
        var half = Cluster + ".new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        await account.MakePrivateAsync(half, cancellationToken);
        await Tool.RunOrThrowAsync(
            [
                .. account.Wrap([
                    binaries.InitDb,
                    "--pgdata=" + half,
                    "--username=postgres",
                    "--auth=trust",
                    "--encoding=UTF8",
                    OperatingSystem.IsMacOS() ? "--locale=C" : "--locale=C.UTF-8",
                    .. sync ? [] : (string[])["--no-sync"],
                ]),
            ],
            cancellationToken
        );
        Directory.Move(half, Cluster);
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}

using System.Globalization;
using System.Runtime.Versioning;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>The operating-system user that PostgreSQL runs as: ourselves, or another one when we are root, as PostgreSQL refuses root.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed record ServerAccount(int? UserId, int? GroupId)
{
    public static async Task<ServerAccount> ChooseAsync(string cluster, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(null, null);

        if (!Tool.Exists("setpriv"))
            throw new EmbeddedPostgresException(
                "Running as root, and PostgreSQL refuses root: install 'setpriv' (package util-linux) or start the application as an ordinary user."
            );

        // A cluster made earlier by an ordinary user stays that user's.
        if (Directory.Exists(cluster) && await OwnerOfAsync(cluster, cancellationToken) is { UserId: not 0 } owner)
            return owner;

        foreach (var name in (string[])["postgres", "nobody"])
        {
            var (exitCode, user) = await Tool.RunAsync(["id", "-u", name], cancellationToken);
            if (exitCode == 0)
                return new ServerAccount(Number(user), Number(await Tool.RunOrThrowAsync(["id", "-g", name], cancellationToken)));
        }

        throw new EmbeddedPostgresException("Running as root, and there is neither a user 'postgres' nor 'nobody' to run PostgreSQL as.");
    }

    /// <summary>Makes the command run as this user; with <paramref name="diesWithUs"/> the kernel ends it when the thread that started it ends.</summary>
    public IEnumerable<string> Wrap(IEnumerable<string> command, bool diesWithUs = false)
    {
        List<string> words = [];
        if (UserId is { } user && GroupId is { } group)
            words.AddRange([
                string.Create(CultureInfo.InvariantCulture, $"--reuid={user}"),
                string.Create(CultureInfo.InvariantCulture, $"--regid={group}"),
                "--clear-groups",
            ]);
        if (diesWithUs && Tool.Exists("setpriv"))
            words.AddRange(["--pdeathsig", "INT"]);
        return words.Count == 0 ? command : ["setpriv", .. words, .. command];
    }

    public async Task<bool> CanAsync(string test, string path, CancellationToken cancellationToken) =>
        (await Tool.RunAsync(Wrap(["test", test, path]), cancellationToken)).ExitCode == 0;

    /// <summary>Creates the folder for this user alone; refuses one that is a link or that somebody else owns.</summary>
    public async Task MakePrivateAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (new DirectoryInfo(folder).LinkTarget is not null)
            throw new EmbeddedPostgresException($"'{folder}' is a symbolic link; remove it, the database needs a folder of its own there.");
        try
        {
            if (UserId is not null)
                await Tool.RunOrThrowAsync(["chown", "-h", string.Create(CultureInfo.InvariantCulture, $"{UserId}:{GroupId}"), folder], cancellationToken);
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new EmbeddedPostgresException(
                $"'{folder}' belongs to another user; start the application as that user, or choose another data folder.",
                problem
            );
        }
    }

    private static async Task<ServerAccount> OwnerOfAsync(string path, CancellationToken cancellationToken)
    {
        var ids = (await Tool.RunOrThrowAsync(["stat", "-c", "%u:%g", path], cancellationToken)).Split(':');
        return new ServerAccount(Number(ids[0]), Number(ids[1]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
}

using System.Runtime.Versioning;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>
/// The folders that the program writes, for its own user alone (0700): keys, mails that were not sent, papers, documents. Whoever may not enter
/// a folder reads nothing in it, whatever the files' own modes are.
/// </summary>
public static class PrivateFolders
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>For root, who lets PostgreSQL run as another user below this folder: passed through, not listed.</summary>
    private const UnixFileMode PassedThrough = Mine | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] Names = ["keys", "mail", "papers", "documents", "published"];

    /// <summary>Makes them where they are not, and closes those that an earlier version left open.</summary>
    public static void Prepare(string dataFolder)
    {
        if (OperatingSystem.IsWindows())
            return;
        Close(dataFolder, Environment.IsPrivilegedProcess ? PassedThrough : Mine);
        foreach (var name in Names)
            Close(Path.Combine(dataFolder, name), Mine);
    }

    // A folder of somebody else (a mounted volume) keeps its mode.
    [UnsupportedOSPlatform("windows")]
    private static void Close(string folder, UnixFileMode mode)
    {
        Directory.CreateDirectory(folder, mode);
        try
        {
            if ((File.GetUnixFileMode(folder) & ~mode) != UnixFileMode.None)
                File.SetUnixFileMode(folder, mode);
        }
        catch (UnauthorizedAccessException)
        {
            return;
        }
    }
}

using System.Globalization;
using System.Runtime.Versioning;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>What is known of the server of a cluster from its process file and the process table.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed record ServerState(bool PostmasterLives, bool BackendsLive, bool Ready)
{
    public static ServerState Read(ClusterFolders folders)
    {
        var lines = ReadProcessFile(folders.ProcessFile);
        var postmaster = lines.Length > 0 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var ready = lines.Length > 7 && lines[7].Trim() == "ready";
        if (!OperatingSystem.IsLinux())
            return new ServerState(postmaster > 0 && Signals(postmaster), false, ready);

        var living = ProcessesIn(folders.Cluster);
        return new ServerState(living.Contains(postmaster), living.Count > 0, ready);
    }

    /// <summary>
    /// Removes the locks of a server that is gone. Needed when its process stays in the table as a zombie (a container without an
    /// init): PostgreSQL would take it for alive. Safe only when no process of the cluster lives.
    /// </summary>
    public static void RemoveLocks(ClusterFolders folders)
    {
        if (!OperatingSystem.IsLinux())
            return;
        string[] locks = [folders.ProcessFile, Path.Combine(folders.Socket, ".s.PGSQL.5432.lock"), Path.Combine(folders.Socket, ".s.PGSQL.5432")];
        foreach (var file in locks.Where(Path.Exists))
            File.Delete(file);
    }

    private static string[] ReadProcessFile(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException)
        {
            return [];
        }
    }

    // Every process of a cluster stands in its folder. A zombie stands nowhere, so it counts as dead.
    private static HashSet<int> ProcessesIn(string cluster)
    {
        HashSet<int> living = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            try
            {
                if (new FileInfo(folder + "/cwd").LinkTarget == cluster)
                    living.Add(id);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Another user's process, or one that has just ended.
            }
        }

        return living;
    }

    private static bool Signals(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

using System.Globalization;
using System.Runtime.Versioning;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>The settings of the private cluster, for a machine of two cores that also runs the application.</summary>
[UnsupportedOSPlatform("windows")]
internal static class ServerSettings
{
    public static IEnumerable<string> Command(PostgresBinaries binaries, ClusterFolders folders, bool fsync)
    {
        string[] settings =
        [
            "listen_addresses=",
            string.Create(CultureInfo.InvariantCulture, $"unix_socket_directories={folders.Socket}"),
            "unix_socket_permissions=0700",
            fsync ? "max_connections=100" : "max_connections=300",
            fsync ? "shared_buffers=256MB" : "shared_buffers=64MB",
            "effective_cache_size=1GB",
            "maintenance_work_mem=128MB",
            "work_mem=8MB",
            "random_page_cost=1.1",
            "max_wal_size=2GB",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "log_line_prefix=%m [%p] ",
            "log_checkpoints=off",
            .. fsync ? [] : (string[])["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
        ];
        return [binaries.Postgres, "-D", folders.Cluster, .. settings.SelectMany(setting => (string[])["-c", setting])];
    }
}

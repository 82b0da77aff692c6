using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// How many database connections one process of the office takes at most. Two processes fit into a server of 100 connections, with room for
/// the commands and for an administrator; a connection string that names its own pool size keeps it for the pages.
/// </summary>
public static class ConnectionBudget
{
    /// <summary>For pages and acts, and for what the jobs do.</summary>
    public const int Pages = 30;

    /// <summary>For the bookkeeping of the job server.</summary>
    public const int Jobs = 12;

    public const int JobWorkers = 2;

    public static string ForPages(string connectionString) => Limited(connectionString, Pages, keepsOwn: true);

    public static string ForJobs(string connectionString) => Limited(connectionString, Jobs, keepsOwn: false);

    /// <summary>What the database itself ends: a statement that runs away, a wait for a lock, a transaction whose holder has stopped.</summary>
    private const string Limits = "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s";

    /// <summary>So many seconds a page waits for a connection of the pool before it says that the office is busy.</summary>
    private const int Patience = 10;

    /// <summary>
    /// So many questions each connection of the pages keeps prepared. What a connection knows is not thrown away then when it goes back to the pool, the
    /// plans of the database's own functions among it: an act costs the database half.
    /// </summary>
    private const int Learnt = 100;

    private static string Limited(string connectionString, int most, bool keepsOwn)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!keepsOwn || !builder.ShouldSerialize("Maximum Pool Size"))
            builder.MaxPoolSize = most;
        if (!keepsOwn || !builder.ShouldSerialize("Timeout"))
            builder.Timeout = Patience;
        if (builder.Options?.Contains("statement_timeout", StringComparison.Ordinal) != true)
            builder.Options = $"{builder.Options} {Limits}".Trim();
        if (keepsOwn && !builder.ShouldSerialize("Max Auto Prepare"))
            builder.MaxAutoPrepare = Learnt;
        builder.MinPoolSize = Math.Min(builder.MinPoolSize, builder.MaxPoolSize);
        return builder.ConnectionString;
    }
}

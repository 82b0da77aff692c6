using System.Net.Sockets;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>What a fault means for whoever asked.</summary>
public enum OutageKind
{
    /// <summary>A fault of the program or of what was asked.</summary>
    None,

    /// <summary>The database does not answer, ends, starts, or has no connection left.</summary>
    DatabaseAway,

    /// <summary>Nothing can be written: a full or closed disk, here or at the database.</summary>
    DiskFull,

    /// <summary>A slip's template is not there, as the start has said.</summary>
    SlipMissing,
}

/// <summary>The one place that tells faults which pass by themselves, or by making room, from faults of the program.</summary>
public static class Outage
{
    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;
    private const string IdleInTransactionTooLong = "25P03";

    public static OutageKind Of(Exception? fault)
    {
        for (var one = fault; one is not null; one = one is AggregateException { InnerExceptions: [var first, ..] } ? first : one.InnerException)
        {
            switch (one)
            {
                case SlipMissingException:
                    return OutageKind.SlipMissing;
                case PostgresException { SqlState: PostgresErrorCodes.DiskFull }:
                case IOException full when (full.HResult & 0xFFFF) is NoSpaceLeft or QuotaExceeded:
                    return OutageKind.DiskFull;
                case PostgresException refusal:
                    return IsAway(refusal) ? OutageKind.DatabaseAway : OutageKind.None;
                case NpgsqlException { IsTransient: true }:
                case NpgsqlException { InnerException: IOException or SocketException or TimeoutException or EndOfStreamException }:
                    return OutageKind.DatabaseAway;
            }
        }

        return OutageKind.None;
    }

    /// <summary>The innermost reason on one line.</summary>
    public static string Sentence(Exception fault) => fault.GetBaseException().Message.ReplaceLineEndings(" ");

    private static bool IsAway(PostgresException refusal) =>
        refusal.SqlState
            is PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.CannotConnectNow
                or PostgresErrorCodes.TooManyConnections
                or PostgresErrorCodes.QueryCanceled
                or PostgresErrorCodes.LockNotAvailable
                or IdleInTransactionTooLong
        || refusal.SqlState.StartsWith("08", StringComparison.Ordinal);
}

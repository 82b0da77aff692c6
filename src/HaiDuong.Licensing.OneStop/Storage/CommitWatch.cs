using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Knows of the request that runs whether it may have written something: from the moment it asks for a commit, or writes without a transaction,
/// nobody can tell from a broken line what became of it.
/// </summary>
public sealed class CommitWatch : IDbTransactionInterceptor, IDbCommandInterceptor
{
    private static readonly AsyncLocal<CommitWatch?> Current = new();

    /// <summary>Given to the database once; it writes into the watch of whichever request asks.</summary>
    public static CommitWatch Ear { get; } = new();

    /// <summary>False when nothing was written for sure.</summary>
    public bool MayHaveWritten { get; private set; }

    /// <summary>Watches what the caller does from here on.</summary>
    public static CommitWatch Begin() => Current.Value = new CommitWatch();

    public InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        Mark();
        return result;
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        Mark();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        MarkIfAlone(command);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        MarkIfAlone(command);
        return ValueTask.FromResult(result);
    }

    private static void MarkIfAlone(DbCommand command)
    {
        if (command.Transaction is null && !command.CommandText.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
            Mark();
    }

    private static void Mark()
    {
        if (Current.Value is { } watch)
            watch.MayHaveWritten = true;
    }
}

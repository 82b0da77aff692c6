using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// One transaction stays on one line to the database. The driver keeps silent about a line that breaks while it puts the last answer away; the next
/// question would then be asked on a new line without the transaction, its locks and its way back, and the next command would fail as if the program were
/// at fault. Either is an <see cref="Outage"/>.
/// </summary>
internal sealed class BrokenLine : IDbCommandInterceptor, IDbTransactionInterceptor
{
    /// <exception cref="NpgsqlException">The line broke under the transaction.</exception>
    public static void Refuse(IRelationalConnection connection)
    {
        if (connection is { CurrentTransaction: not null, DbConnection.State: not ConnectionState.Open })
            throw new NpgsqlException("The line to the database broke under a transaction.", new IOException("Broken between two commands."));
    }

    public InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        Whole(eventData, result);

    public InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        Whole(eventData, result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Whole(eventData, result));

    public InterceptionResult TransactionRollingBack(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        Whole(eventData, result);

    public ValueTask<InterceptionResult> TransactionRollingBackAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Whole(eventData, result));

    public InterceptionResult CreatingSavepoint(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        Whole(eventData, result);

    public ValueTask<InterceptionResult> CreatingSavepointAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Whole(eventData, result));

    private static T Whole<T>(DbContextEventData asked, T goesOn)
    {
        if (asked.Context is { } context)
            Refuse(context.GetService<IRelationalConnection>());
        return goesOn;
    }
}

#pragma warning disable EF1001 // Only the provider's own connection sees that a line is opened again under a transaction.
internal static class BrokenLines
{
    /// <summary>Before any interceptor that takes a commit for asked.</summary>
    public static DbContextOptionsBuilder RefuseBrokenLines(this DbContextOptionsBuilder options) =>
        options.AddInterceptors(new BrokenLine()).ReplaceService<INpgsqlRelationalConnection, UnbrokenConnection>();
}

/// <summary>The line of a context, which is never opened a second time under a transaction.</summary>
internal sealed class UnbrokenConnection(RelationalConnectionDependencies dependencies, NpgsqlDataSourceManager sources, IDbContextOptions options)
    : NpgsqlRelationalConnection(dependencies, sources, options)
{
    public override bool Open(bool errorsExpected = false)
    {
        BrokenLine.Refuse(this);
        return base.Open(errorsExpected);
    }

    public override Task<bool> OpenAsync(CancellationToken cancellationToken, bool errorsExpected = false)
    {
        BrokenLine.Refuse(this);
        return base.OpenAsync(cancellationToken, errorsExpected);
    }
}

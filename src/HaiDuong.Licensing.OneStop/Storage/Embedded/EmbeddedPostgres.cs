using System.Diagnostics;
using System.Runtime.Versioning;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>
/// The private PostgreSQL cluster of an installation without a connection string: reached through a Unix socket in a closed folder,
/// never over the network. The process that starts it stops it and starts it again when it is killed; a second process on the same data
/// folder shares it, and takes over when the first one is gone.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly ServerKeeper keeper;
    private readonly ILogger logger;

    private EmbeddedPostgres(ServerKeeper keeper, string connectionString, ILogger logger)
    {
        this.keeper = keeper;
        this.logger = logger;
        ConnectionString = connectionString;
    }

    /// <summary>For the database named in the options; its extensions <c>unaccent</c> and <c>pg_trgm</c> are there.</summary>
    public string ConnectionString { get; }

    /// <summary>False when another process runs the server and this one only uses it, and while a killed one is started again.</summary>
    public bool Owned => keeper.Owns;

    /// <summary>Starts the cluster, creating it first when there is none, or attaches to the one that runs on this data folder.</summary>
    /// <remarks>The data folder is for example <c>.data/postgres</c>, created when missing; without a binaries folder the programs are looked for.</remarks>
    /// <exception cref="EmbeddedPostgresException">It cannot start; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        string dataFolder,
        string? binariesFolder,
        ILogger logger,
        EmbeddedPostgresOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException(
                "The embedded database runs on Linux and macOS. On Windows start one with 'docker compose up -d db' and set ConnectionStrings__Default."
            );

        var clock = Stopwatch.StartNew();
        dataFolder = Path.GetFullPath(dataFolder);
        var (folders, account) = await ClusterFolders.PrepareAsync(dataFolder, logger, cancellationToken);
        var place = new Place(dataFolder, binariesFolder, folders, account, options ?? new EmbeddedPostgresOptions(), logger);
        await using var turn = await TakeTurnAsync(place, cancellationToken);
        var server = await RunOrAttachAsync(place, cancellationToken);
        try
        {
            var connectionString = await PreparedDatabase.CreateAsync(folders.Socket, place.Options.Database, cancellationToken);
            logger.LogInformation(
                "PostgreSQL is {How} in {Milliseconds} ms, socket in {Socket}",
                server is null ? "attached" : "started",
                clock.ElapsedMilliseconds,
                folders.Socket
            );
            var watched = new ServerKeeper(server, Again(place), Lives(folders), logger);
            watched.Begin();
            return new EmbeddedPostgres(watched, connectionString, logger);
        }
        catch
        {
            await ServerKeeper.StopAsync(server);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        var owned = Owned;
        await keeper.DisposeAsync();
        if (owned)
            logger.LogInformation("PostgreSQL is stopped");
    }

    [UnsupportedOSPlatform("windows")]
    private static Func<CancellationToken, Task<ServerProcess?>> Again(Place place) => cancel => BeginAsync(place, cancel);

    [UnsupportedOSPlatform("windows")]
    private static Func<bool> Lives(ClusterFolders folders) => () => ServerState.Read(folders).PostmasterLives;

    [UnsupportedOSPlatform("windows")]
    private static async Task<ServerProcess?> BeginAsync(Place place, CancellationToken cancellationToken)
    {
        await using var turn = await TakeTurnAsync(place, cancellationToken);
        return await RunOrAttachAsync(place, cancellationToken);
    }

    [UnsupportedOSPlatform("windows")]
    private static async Task<ServerProcess?> RunOrAttachAsync(Place place, CancellationToken cancellationToken)
    {
        var (dataFolder, binariesFolder, folders, account, options, logger) = place;
        ServerLog log = new(folders.Log);
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < options.StartTimeout; await Task.Delay(Pause, cancellationToken))
        {
            var state = ServerState.Read(folders);
            if (state is { PostmasterLives: true, Ready: true } && await PreparedDatabase.AnswersAsync(folders.Socket, cancellationToken))
                return null;
            if (state.PostmasterLives || state.BackendsLive)
                continue;

            ServerState.RemoveLocks(folders);
            var binaries = await PostgresBinaries.FindAsync(
                binariesFolder,
                folders.MajorVersion,
                [dataFolder, Environment.CurrentDirectory, AppContext.BaseDirectory],
                logger,
                cancellationToken
            );
            // Fetching them over a slow line is not the server's delay.
            waited.Restart();
            binaries = await binaries.ReachableByAsync(account, folders, cancellationToken);
            if (folders.MajorVersion is null)
            {
                logger.LogInformation("Creating a private PostgreSQL cluster in {Cluster} with {Binaries}", folders.Cluster, binaries.Folder);
                await folders.InitializeAsync(binaries, account, options.Fsync, cancellationToken);
            }

            log.Begin();
            var server = await ServerProcess.StartAsync(account, ServerSettings.Command(binaries, folders, options.Fsync), folders.Log);
            try
            {
                if (await BecomesReadyAsync(server, folders, waited, options.StartTimeout, cancellationToken))
                    return server;
            }
            catch (OperationCanceledException)
            {
                await ServerKeeper.StopAsync(server);
                throw;
            }

            await ServerKeeper.StopAsync(server);
            if (!log.SaysTryAgain())
                throw new EmbeddedPostgresException($"PostgreSQL did not start. The end of {folders.Log} says:\n{log.Tail()}");
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL was not ready within {options.StartTimeout.TotalSeconds:0} s. The end of {folders.Log} says:\n{log.Tail()}"
        );
    }

    [UnsupportedOSPlatform("windows")]
    private static async Task<bool> BecomesReadyAsync(
        ServerProcess server,
        ClusterFolders folders,
        Stopwatch waited,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        while (!server.Exited.IsCompleted && waited.Elapsed < limit)
        {
            if (ServerState.Read(folders).Ready && await PreparedDatabase.AnswersAsync(folders.Socket, cancellationToken))
                return true;
            await Task.Delay(Pause, cancellationToken);
        }

        return false;
    }

    // One process at a time starts the cluster; the kernel frees the lock when its holder dies.
    [UnsupportedOSPlatform("windows")]
    private static async Task<FileStream> TakeTurnAsync(Place place, CancellationToken cancellationToken)
    {
        var path = Path.Combine(place.DataFolder, "start.lock");
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Pause, cancellationToken))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException problem)
            {
                if (waited.Elapsed > place.Options.StartTimeout)
                    throw new EmbeddedPostgresException($"Another process is still starting the database ('{path}' is locked).", problem);
            }
        }
    }

    /// <summary>Where a server runs and how.</summary>
    [UnsupportedOSPlatform("windows")]
    private sealed record Place(
        string DataFolder,
        string? BinariesFolder,
        ClusterFolders Folders,
        ServerAccount Account,
        EmbeddedPostgresOptions Options,
        ILogger Logger
    );
}

using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace HaiDuong.Licensing.Web;

/// <summary>
/// Starts the office: waits for a database that is away, also when it goes away again meanwhile; what else fails is one sentence and exit code 1.
/// </summary>
internal static class OfficeStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Tries until the office has run to its end. An attempt throws while it starts, never later.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> attempt, ILogger log)
    {
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (HostAbortedException)
            {
                throw;
            }
            catch (Exception failure) when (Outage.Of(failure) is OutageKind.DatabaseAway)
            {
                log.LogWarning("The database went away while the office was starting ({Reason}); trying again.", Outage.Sentence(failure));
                await Task.Delay(Pause);
            }
#pragma warning disable CA1031 // Whatever keeps the office from starting is said to whoever started it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogCritical("The office did not start. {Reason}", Reason(failure));
                log.LogDebug(failure, "Where it failed");
                return 1;
            }
        }
    }

    private static string Reason(Exception failure) =>
        failure switch
        {
            IOException { InnerException: AddressInUseException } =>
                $"{failure.Message} Another program listens there; start this one with Urls=http://localhost:5081.",
            PostgresException refusal => $"The database server refuses: {refusal.MessageText}. Check ConnectionStrings__Default.",
            EmbeddedPostgresException or WorkflowFilesException or MigrationException or DirectoryNotFoundException => failure.Message,
            IOException or UnauthorizedAccessException => $"{failure.Message} Check the data folder (Office__DataFolder), its rights and the room on its disk.",
            _ => $"{failure.GetType().Name}: {Outage.Sentence(failure)} Logging__LogLevel__Default=Debug shows where.",
        };
}

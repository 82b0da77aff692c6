using System.Text.Encodings.Web;
using System.Text.Json;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using Npgsql;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>check --data</c>: every row and every file that the office keeps, one line a fault, then how much was looked at.</summary>
internal static class CheckDataCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Ends with 0 without faults, 1 with any, 2 when the data could not be checked. As JSON: one object a line, the last one the counts.</summary>
    public static async Task<int> RunAsync(bool json, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            var configuration = CommandSettings.Read();
            var options = OfficeOptions.From(configuration);
            using var log = CommandSettings.Log();
            await using var database = await OfficeDatabase.OpenAsync(configuration, options, log.CreateLogger<OfficeDatabase>(), cancel);
            await using var services = new ServiceCollection()
                .AddLogging()
                .AddSingleton(configuration)
                .AddOffice(options, database.ConnectionString)
                .BuildServiceProvider();
            await using var desk = services.CreateAsyncScope();
            var count = await desk
                .ServiceProvider.GetRequiredService<CheckData>()
                .DoAsync(fault => output.WriteLine(json ? Of(fault) : fault.Sentence), cancel);
            await output.WriteLineAsync(
                json ? JsonSerializer.Serialize(count, Written) : CommandTexts.Get("Check.DataDone", count.Dossiers, count.Files, count.Faults)
            );
            return count.Faults == 0 ? 0 : 1;
        }
        catch (PostgresException empty) when (empty.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            await errors.WriteLineAsync(CommandTexts.Get("Check.NoOffice"));
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or InvalidOperationException or EmbeddedPostgresException or NpgsqlException)
        {
            await errors.WriteLineAsync(fault.Message);
        }

        return 2;
    }

    private static string Of(DataFault fault) =>
        JsonSerializer.Serialize(
            new
            {
                Kind = fault.Kind.ToString(),
                fault.DossierId,
                fault.Subject,
                fault.Expected,
                fault.Found,
                fault.Sentence,
            },
            Written
        );
}

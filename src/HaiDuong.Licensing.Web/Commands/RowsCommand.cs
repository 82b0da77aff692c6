using System.CommandLine;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using Npgsql;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>rows</c>: compares the rows of the lists with their dossiers and writes anew what differs; the office stays open.</summary>
public static class RowsCommand
{
    public static Command Create()
    {
        var command = new Command("rows", CommandTexts.Get("Rows"));
        command.SetAction((parsed, cancel) => RunAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            var configuration = CommandSettings.Read();
            var options = OfficeOptions.From(configuration);
            using var log = CommandSettings.Log();
            await using var database = await OfficeDatabase.OpenAsync(configuration, options, log.CreateLogger<OfficeDatabase>(), cancel);
            await using var services = new ServiceCollection().AddLogging().AddOffice(options, database.ConnectionString).BuildServiceProvider();
            await using var desk = services.CreateAsyncScope();
            var (dossiers, rewritten) = await desk.ServiceProvider.GetRequiredService<DossierRows>().RebuildAsync(cancel);
            await output.WriteLineAsync(CommandTexts.Get("Rows.Done", dossiers, rewritten));
            return 0;
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or EmbeddedPostgresException or NpgsqlException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}

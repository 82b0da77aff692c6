using System.CommandLine;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using Npgsql;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>migrate</c>: brings the schema of the configured or the private database up to date and says so.</summary>
public static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", CommandTexts.Get("Migrate"));
        command.SetAction((parsed, cancel) => RunAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            var configuration = CommandSettings.Read();
            using var log = CommandSettings.Log();
            await using var database = await OfficeDatabase.OpenAsync(
                configuration,
                OfficeOptions.From(configuration),
                log.CreateLogger<OfficeDatabase>(),
                cancel
            );
            await using var source = NpgsqlDataSource.Create(database.ConnectionString);
            await Migrator.MigrateAsync(source, cancel);
            await using var last = source.CreateCommand("SELECT name FROM schema_migrations ORDER BY name DESC LIMIT 1");
            await output.WriteLineAsync(CommandTexts.Get("Migrate.Done", await last.ExecuteScalarAsync(cancel)));
            return 0;
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or EmbeddedPostgresException or NpgsqlException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}

using System.CommandLine;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>account</c>: opens a staff account from the server's own console, so that a new installation gets its first administrator.</summary>
public static class AccountCommand
{
    public static Command Create()
    {
        var user = new Option<string>("--user") { Description = CommandTexts.Get("Account.User"), Required = true };
        var name = new Option<string>("--name") { Description = CommandTexts.Get("Account.Name"), Required = true };
        var role = new Option<StaffRole>("--role") { Description = CommandTexts.Get("Account.Role"), DefaultValueFactory = _ => StaffRole.Administrator };
        var unit = new Option<string>("--unit") { Description = CommandTexts.Get("Account.Unit"), DefaultValueFactory = _ => "office" };
        var title = new Option<string?>("--title") { Description = CommandTexts.Get("Account.Title") };
        var command = new Command("account", CommandTexts.Get("Account")) { user, name, role, unit, title };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    parsed.GetRequiredValue(user),
                    parsed.GetRequiredValue(name),
                    new RoleHolding(parsed.GetRequiredValue(role), parsed.GetRequiredValue(unit), parsed.GetValue(title)),
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string user, string name, RoleHolding holding, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            var configuration = CommandSettings.Read();
            var options = OfficeOptions.From(configuration);
            using var log = CommandSettings.Log();
            await using var database = await OfficeDatabase.OpenAsync(configuration, options, log.CreateLogger<OfficeDatabase>(), cancel);
            await using var services = new ServiceCollection().AddLogging().AddOffice(options, database.ConnectionString).BuildServiceProvider();
            await Migrator.MigrateAsync(services.GetRequiredService<NpgsqlDataSource>(), cancel);
            await using var scope = services.CreateAsyncScope();
            var today = scope.ServiceProvider.GetRequiredService<OfficeClock>().Today;
            // A unit that has ended stands for its successor, so that the command of the handbook goes on working.
            var unit = scope.ServiceProvider.GetRequiredService<ProcedureCatalogue>().Organisation.KeyOn(holding.Unit, today);
            var result = await scope
                .ServiceProvider.GetRequiredService<StaffAccounts>()
                .OpenAsync(
                    new StaffAccountRequest(user, name, "", "", holding with { Unit = unit }, today),
                    Actor.System with
                    {
                        Name = CommandTexts.Get("Account.Console"),
                    },
                    cancel
                );
            foreach (var refusal in result.Refusals)
                await errors.WriteLineAsync(refusal.Sentence);
            if (result.Done)
                await output.WriteLineAsync(CommandTexts.Get("Account.Done", user, result.TemporaryPassword!));
            return result.Done ? 0 : 1;
        }
        catch (Exception fault)
            when (fault is InvalidOperationException or IOException or EmbeddedPostgresException or NpgsqlException or WorkflowFilesException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}

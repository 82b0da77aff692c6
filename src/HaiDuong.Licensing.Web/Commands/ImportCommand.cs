using System.CommandLine;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Features.PastRecords;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>import</c>: reads a file of old licences or dossiers on trial, prints what the page would show, and lets it enter when told so.</summary>
public static class ImportCommand
{
    /// <param name="Kind">What the file holds.</param>
    /// <param name="File">Its path.</param>
    /// <param name="Procedure">The procedure of lines that name none.</param>
    /// <param name="Confirm">Let it enter.</param>
    /// <param name="PairsSeen">Somebody has looked at the numbers that carry two names.</param>
    private sealed record Wish(PastKind Kind, string File, string? Procedure, bool Confirm, bool PairsSeen);

    public static Command Create()
    {
        var kind = new Argument<PastKind>("kind") { Description = CommandTexts.Get("Import.Kind") };
        var file = new Argument<string>("file") { Description = CommandTexts.Get("Import.File") };
        var procedure = new Option<string?>("--procedure") { Description = CommandTexts.Get("Import.Procedure") };
        var confirm = new Option<bool>("--confirm") { Description = CommandTexts.Get("Import.Confirm") };
        var pairs = new Option<bool>("--pairs-seen") { Description = CommandTexts.Get("Import.PairsSeen") };
        var command = new Command("import", CommandTexts.Get("Import")) { kind, file, procedure, confirm, pairs };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    new Wish(
                        parsed.GetRequiredValue(kind),
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(procedure),
                        parsed.GetValue(confirm),
                        parsed.GetValue(pairs)
                    ),
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Wish wish, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            await using var content = File.OpenRead(wish.File);
            var configuration = CommandSettings.Read();
            var options = OfficeOptions.From(configuration);
            using var log = CommandSettings.Log();
            await using var database = await OfficeDatabase.OpenAsync(configuration, options, log.CreateLogger<OfficeDatabase>(), cancel);
            await using var services = new ServiceCollection().AddLogging().AddOffice(options, database.ConnectionString).BuildServiceProvider();
            await Migrator.MigrateAsync(services.GetRequiredService<NpgsqlDataSource>(), cancel);
            await using var scope = services.CreateAsyncScope();
            return await ImportAsync(wish, content, scope.ServiceProvider, output, errors, cancel);
        }
        catch (Exception fault)
            when (fault
                    is InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
                        or EmbeddedPostgresException
                        or NpgsqlException
                        or WorkflowFilesException
            )
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task<int> ImportAsync(Wish wish, Stream content, IServiceProvider desk, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var actor = new Actor(null, CommandTexts.Get("Account.Console"), [new RoleHolding(StaffRole.Administrator, "office")]);
        var trial = await desk.GetRequiredService<ReadPastRecords>().DoAsync(new PastRecordsFile(wish.Kind, wish.File, content, wish.Procedure), actor, cancel);
        var refusals = trial.Refusals;
        if (trial.Import is { } import)
        {
            await ReportAsync(import, desk.GetRequiredService<PastImportsQuery>(), output, cancel);
            if (wish.Confirm)
            {
                refusals = await desk.GetRequiredService<ConfirmPastImport>().DoAsync(import.Id, wish.PairsSeen, actor, cancel);
                if (refusals.Count == 0)
                    await output.WriteLineAsync(CommandTexts.Get("Import.Confirmed", import.Accepted));
            }
        }

        foreach (var refusal in refusals)
            await errors.WriteLineAsync(refusal.Sentence);
        return refusals.Count == 0 && trial.Import is { Rejected: 0 } ? 0 : 1;
    }

    private static async Task ReportAsync(PastImport import, PastImportsQuery query, TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync(CommandTexts.Get("Import.Read", import.FileName, import.Origin, import.FileHash));
        await output.WriteLineAsync(CommandTexts.Get("Import.Lines", import.Accepted + import.Rejected, import.Accepted, import.Repaired, import.Rejected));
        if (import.UnknownHeaders.Count > 0)
            await output.WriteLineAsync(CommandTexts.Get("Import.UnknownHeaders", string.Join(", ", import.UnknownHeaders)));
        foreach (var (line, text) in import.Totals)
            await output.WriteLineAsync(CommandTexts.Get("Import.Total", line, text));
        if (await query.SameFileAsync(import, cancel) is { State: PastImportState.Confirmed, ConfirmedAt: { } at } same)
            await output.WriteLineAsync(CommandTexts.Get("Import.SameFile", OfficeClock.ToLocal(at).Date, same.ConfirmedBy));
        foreach (var (kind, count) in import.Repairs.OrderBy(repair => repair.Key))
            await output.WriteLineAsync(CommandTexts.Get("Import.Repair", CommandTexts.Get($"Import.Repair.{kind}"), count));
        foreach (var row in await query.RepairedAsync(import.Id, 0, cancel))
        {
            foreach (var repair in row.Repairs!.Where(repair => repair.Kind == RepairKind.OldCharset))
                await output.WriteLineAsync(CommandTexts.Get("Import.Converted", row.Line, repair.Column, repair.Before, repair.After));
        }

        foreach (var pair in import.Pairs)
            await output.WriteLineAsync(CommandTexts.Get("Import.Pair", pair.IdentityNumber, pair.Name, pair.Line, pair.OtherName));
        foreach (var row in await query.RejectedAsync(import.Id, 0, int.MaxValue, cancel))
            await output.WriteLineAsync(CommandTexts.Get("Import.Rejected", row.Line, string.Join(" ", row.Reasons!)));
    }
}

using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>
/// <c>check</c>: everything under <c>workflows/</c> and that it fits together, or only the route files that are named, or all that the office keeps.
/// </summary>
public static class CheckCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = CommandTexts.Get("Check.Files"), Arity = ArgumentArity.ZeroOrMore };
        var folder = new Option<DirectoryInfo?>("--workflows") { Description = CommandTexts.Get("Check.Folder"), HelpName = "FOLDER" };
        var elsa = new Option<bool>("--elsa-default") { Description = CommandTexts.Get("Check.ElsaDefault") };
        var office = new Option<bool>("--office") { Description = CommandTexts.Get("Check.Office") };
        var data = new Option<bool>("--data") { Description = CommandTexts.Get("Check.Data") };
        var json = new Option<bool>("--json") { Description = CommandTexts.Get("Json") };
        var command = new Command("check", CommandTexts.Get("Check")) { files, folder, elsa, office, data, json };
        command.SetAction(
            (parsed, cancel) =>
                parsed.GetValue(data)
                    ? CheckDataCommand.RunAsync(parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel)
                    : RunAsync(
                        new CheckRequest(
                            [.. (parsed.GetValue(files) ?? []).Select(file => file.FullName)],
                            parsed.GetValue(folder)?.FullName,
                            parsed.GetValue(elsa),
                            parsed.GetValue(office),
                            parsed.GetValue(json)
                        ),
                        parsed.InvocationConfiguration.Output,
                        parsed.InvocationConfiguration.Error,
                        cancel
                    )
        );
        return command;
    }

    private static async Task<int> RunAsync(CheckRequest request, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            return request.Files.Count > 0
                ? Tell(
                    request,
                    request.Files.Count,
                    Path.GetDirectoryName(request.Files[0])!,
                    [.. request.Files.SelectMany(file => CheckCommandFindings.InFile(File.ReadAllText(file), file, request.ElsaDefault))],
                    output
                )
                : await CheckFolderAsync(request, output, cancel);
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or InvalidOperationException or EmbeddedPostgresException or NpgsqlException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 2;
        }
    }

    private static async Task<int> CheckFolderAsync(CheckRequest request, TextWriter output, CancellationToken cancel)
    {
        var workflows = request.Folder is { } folder
            ? new WorkflowsFolder(folder)
            : WorkflowsFolder.Find(Environment.CurrentDirectory, AppContext.BaseDirectory);
        var count = Directory.EnumerateFiles(workflows.Root, "*", SearchOption.AllDirectories).Count();
        var problems = request.Office ? await WithOfficeAsync(workflows, request, cancel) : CheckCommandFindings.Of(workflows, null, request.ElsaDefault);
        return Tell(request, count, workflows.Root, problems, output);
    }

    private static int Tell(CheckRequest request, int files, string folder, IReadOnlyList<WorkflowProblem> problems, TextWriter output)
    {
        var faults = problems.Count(problem => !problem.IsAdvice);
        if (request.Json)
        {
            output.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        Folder = folder,
                        Faults = faults,
                        Findings = problems.Select(problem => new
                        {
                            problem.File,
                            problem.Line,
                            problem.Step,
                            problem.Code,
                            Vietnamese = problem.Message,
                            problem.English,
                            problem.Path,
                            IsFault = !problem.IsAdvice,
                        }),
                    },
                    Written
                )
            );
            return faults == 0 ? 0 : 1;
        }

        foreach (var problem in problems)
        {
            output.WriteLine($"{problem.File}:{problem.Line}: {(problem.IsAdvice ? CommandTexts.Get("Check.Advice") : "")}{problem.Sentence()}");
            if (problem.Path.Count > 0)
                output.WriteLine($"    {CommandTexts.Get("Check.Path")} {string.Join(" → ", problem.Path)}");
        }

        output.WriteLine(CommandTexts.Get("Check.Done", files, faults, problems.Count - faults));
        return faults == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<WorkflowProblem>> WithOfficeAsync(WorkflowsFolder workflows, CheckRequest request, CancellationToken cancel)
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
        try
        {
            var problems = CheckCommandFindings.Of(
                workflows,
                await desk.ServiceProvider.GetRequiredService<StaffDirectory>().HeldRolesAsync(cancel),
                request.ElsaDefault
            );
            return problems.Any(problem => !problem.IsAdvice)
                ? problems
                : [.. problems, .. await desk.ServiceProvider.GetRequiredService<FilePublication>().EditedAsync(ProcedureCatalogue.Load(workflows), cancel)];
        }
        catch (PostgresException empty) when (empty.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw new InvalidOperationException(CommandTexts.Get("Check.NoOffice"), empty);
        }
    }

    private sealed record CheckRequest(IReadOnlyList<string> Files, string? Folder, bool ElsaDefault, bool Office, bool Json);
}

using System.CommandLine;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>demo</c>: drives one realistic dossier through the acts that the pages use and writes every paper it makes and a timeline.</summary>
public static class DemoCommand
{
    private const int DaysBack = 60;
    private static readonly string[] Paths = ["grant", "supplement", "refuse", "withdraw", "overdue", "turn-away", "expire"];

    public static Command Create()
    {
        var procedure = new Option<string>("--procedure")
        {
            Description = CommandTexts.Get("Demo.Procedure"),
            Required = true,
            HelpName = "SLUG",
        };
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = CommandTexts.Get("Demo.Out"),
            Required = true,
            HelpName = "FOLDER",
        };
        var path = new Option<string>("--path") { Description = CommandTexts.Get("Demo.Path"), DefaultValueFactory = _ => Paths[0] };
        path.AcceptOnlyFromAmong(Paths);
        var start = new Option<string?>("--start") { Description = CommandTexts.Get("Demo.Start"), HelpName = "yyyy-MM-dd" };
        var json = new Option<bool>("--json") { Description = CommandTexts.Get("Json") };
        var command = new Command("demo", CommandTexts.Get("Demo")) { procedure, output, path, start, json };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    new DemoRequest(
                        parsed.GetValue(procedure)!,
                        parsed.GetValue(output)!.FullName,
                        Enum.Parse<JourneyPath>(parsed.GetValue(path)!.Replace("-", "", StringComparison.Ordinal), true),
                        parsed.GetValue(start),
                        parsed.GetValue(json)
                    ),
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(DemoRequest request, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("mot-cua-demo-");
        try
        {
            await WalkAsync(request, folder.FullName, output, cancel);
            return 0;
        }
        catch (Exception fault)
            when (fault
                    is JourneyException
                        or IOException
                        or UnauthorizedAccessException
                        or WorkflowFilesException
                        or EmbeddedPostgresException
                        or NpgsqlException
            )
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WalkAsync(DemoRequest request, string workFolder, TextWriter output, CancellationToken cancel)
    {
        var configuration = CommandSettings.Read();
        var settings = OfficeOptions.From(configuration);
        using var log = CommandSettings.Log();
        await using var server = await OfficeDatabase.OpenAsync(configuration, settings, log.CreateLogger<OfficeDatabase>(), cancel);
        await using var database = await JourneyDatabase.CreateAsync(server.ConnectionString, cancel);

        // Files and keys of its own as well: the office's certificates never sign a demo.
        var options = new OfficeOptions
        {
            DataFolder = workFolder,
            WorkflowsFolder = settings.WorkflowsFolder,
            PublicAddress = settings.PublicAddress,
        };
        await using var office = OfficeInTime.Open(options, database.ConnectionString, SystemClock.Instance.GetCurrentInstant());
        office.Clock.Now = OfficeClock.ToInstant(StartOf(request, office));
        var journey = await new Journey(office, request.Procedure, request.Path).WalkAsync(cancel);
        await using var desk = office.Desk();
        var timeline = await JourneyFiles.WriteAsync(journey, desk.ServiceProvider, request.Folder, cancel);
        await output.WriteLineAsync(request.Json ? timeline : DemoCommandSummary.Of(journey, request.Folder));
    }

    /// <summary>A quarter past the opening of a working day: the one asked for, or one so long ago that the journey ends before today.</summary>
    private static LocalDateTime StartOf(DemoRequest request, OfficeInTime office)
    {
        var date = OfficeClock.ToLocal(office.Clock.Now).Date.PlusDays(-DaysBack);
        if (request.Start is { } start)
        {
            date = TypedDate.TryRead(start, out var read, out _) ? read : throw new JourneyException(CommandTexts.Get("Demo.NotADate", start));
        }

        var calendar = office.Rulebooks.Calendar;
        if (!calendar.Covers(date))
            throw new JourneyException(CommandTexts.Get("Demo.NoCalendar", date));
        return calendar.Opening(calendar.OnOrAfter(date)).PlusMinutes(15);
    }
}

/// <summary>What the command line asked the demo for.</summary>
internal sealed record DemoRequest(string Procedure, string Folder, JourneyPath Path, string? Start, bool Json);

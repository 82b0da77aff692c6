using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>check</c>: everything under <c>workflows/</c>: procedures, templates, offices, routes, regimes, calendars, and that they fit together.</summary>
public static class CheckCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var folder = new Option<DirectoryInfo?>("--workflows") { Description = CommandTexts.Get("Check.Folder"), HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = CommandTexts.Get("Json") };
        var command = new Command("check", CommandTexts.Get("Check")) { folder, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)?.FullName, parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string? folder, bool json, TextWriter output, TextWriter errors)
    {
        try
        {
            var workflows = folder is null ? WorkflowsFolder.Find(Environment.CurrentDirectory, AppContext.BaseDirectory) : new WorkflowsFolder(folder);
            var findings = CheckCommandFindings.Of(workflows);
            var refused = findings.Count(finding => finding.IsFault);
            if (json)
            {
                output.WriteLine(JsonSerializer.Serialize(new { Folder = workflows.Root, Faults = refused, Findings = findings }, Written));
            }
            else
            {
                foreach (var finding in findings)
                    output.WriteLine($"{finding.File}:{finding.Line}: {(finding.IsFault ? "" : CommandTexts.Get("Check.Advice"))}{finding.Message}");
                output.WriteLine(CommandTexts.Get("Check.Done", Directory.EnumerateFiles(workflows.Root, "*", SearchOption.AllDirectories).Count(), refused, findings.Count - refused));
            }

            return refused == 0 ? 0 : 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(fault.Message);
            return 2;
        }
    }
}

using System.CommandLine;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime.Text;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>publish</c>: closes a version of a procedure; from then on <c>check</c> refuses any change of what it says.</summary>
public static class PublishCommand
{
    public static Command Create()
    {
        var slug = new Argument<string>("SLUG") { Description = CommandTexts.Get("Publish.Slug") };
        var from = new Option<string>("--from") { Description = CommandTexts.Get("Publish.From"), Required = true, HelpName = "yyyy-MM-dd" };
        var folder = new Option<DirectoryInfo?>("--workflows") { Description = CommandTexts.Get("Check.Folder"), HelpName = "FOLDER" };
        var command = new Command("publish", CommandTexts.Get("Publish")) { slug, from, folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)?.FullName, parsed.GetValue(slug)!, parsed.GetValue(from)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string? folder, string slug, string from, TextWriter output, TextWriter errors)
    {
        try
        {
            var workflows = folder is null ? WorkflowsFolder.Find(Environment.CurrentDirectory, AppContext.BaseDirectory) : new WorkflowsFolder(folder);
            var version = ProcedureCatalogue.Load(workflows).Versions.FirstOrDefault(one => one.Slug == slug && LocalDatePattern.Iso.Format(one.InForceFrom) == from);
            if (version is null)
            {
                errors.WriteLine(CommandTexts.Get("Publish.Unknown", slug, from));
                return 1;
            }

            output.WriteLine(CommandTexts.Get(new PublishedVersions(workflows).Add(version) ? "Publish.Done" : "Publish.Before", version.Name, from));
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or WorkflowFilesException)
        {
            errors.WriteLine(fault.Message);
            return 2;
        }
    }
}

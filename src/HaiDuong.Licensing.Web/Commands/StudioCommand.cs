using System.CommandLine;
using HaiDuong.Licensing.OneStop.Npm;
using HaiDuong.Licensing.OneStop.Settings;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>
/// <c>studio</c>: fetches Elsa Studio from npm in the one version this program is tried with, compares its hash, and unpacks it where the office serves it.
/// </summary>
public static class StudioCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo?>("--file") { Description = CommandTexts.Get("Studio.File"), HelpName = "TGZ" };
        var command = new Command("studio", CommandTexts.Get("Studio")) { file };
        command.SetAction(
            (parsed, cancel) => RunAsync(parsed.GetValue(file)?.FullName, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel)
        );
        return command;
    }

    private static async Task<int> RunAsync(string? file, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var folder = new StudioPackage(OfficeOptions.From(CommandSettings.Read())).Folder;
        var package = StudioPackage.Package;
        try
        {
            await (file is null ? package.FetchAsync(folder, cancel, IsZipped) : package.UnpackAsync(file, folder, cancel, IsZipped));
            await output.WriteLineAsync(CommandTexts.Get("Studio.Done", StudioPackage.Version, folder));
            return 0;
        }
        catch (NpmPackageException fault)
        {
            await errors.WriteLineAsync(
                fault.Fault == NpmFault.OtherHash
                    ? CommandTexts.Get("Studio.OtherHash", Path.GetFileName(file ?? package.Name))
                    : CommandTexts.Get("Studio.Away", fault.Message, $"{package.Name}@{package.Version}")
            );
            return 1;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    // The server sends the Brotli form or the plain one; the gzip form would only take room.
    private static bool IsZipped(string name) => name.EndsWith(".gz", StringComparison.Ordinal);
}

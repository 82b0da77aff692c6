using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using HaiDuong.Licensing.Web.Studio;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>studio</c>: fetches Elsa Studio from npm in the one version this program is tried with, compares its hash, and unpacks it where the office serves it.</summary>
public static class StudioCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo?>("--file") { Description = CommandTexts.Get("Studio.File"), HelpName = "TGZ" };
        var command = new Command("studio", CommandTexts.Get("Studio")) { file };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(file)?.FullName, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? file, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var package = new StudioPackage(OfficeOptions.From(CommandSettings.Read()));
        var work = Directory.CreateTempSubdirectory("elsa-studio-");
        try
        {
            file ??= await PackAsync(work.FullName, cancel);
            await using (var packed = File.OpenRead(file))
            {
                if (Convert.ToBase64String(await SHA512.HashDataAsync(packed, cancel)) != StudioPackage.Sha512)
                {
                    await errors.WriteLineAsync(CommandTexts.Get("Studio.OtherHash", Path.GetFileName(file)));
                    return 1;
                }
            }

            await UnpackAsync(file, package.Folder, cancel);
            await output.WriteLineAsync(CommandTexts.Get("Studio.Done", StudioPackage.Version, package.Folder));
            return 0;
        }
        catch (Win32Exception)
        {
            await errors.WriteLineAsync(CommandTexts.Get("Studio.NoNpm", $"{StudioPackage.Name}@{StudioPackage.Version}"));
            return 1;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task<string> PackAsync(string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", $"{StudioPackage.Name}@{StudioPackage.Version}", "--silent", "--ignore-scripts"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Process.Start(start)!;
        var errors = npm.StandardError.ReadToEndAsync(cancel);
        await npm.StandardOutput.ReadToEndAsync(cancel);
        await npm.WaitForExitAsync(cancel);
        return npm.ExitCode == 0 ? Directory.GetFiles(folder, "*.tgz").Single() : throw new InvalidOperationException(await errors);
    }

    // The server sends the Brotli form or the plain one; the gzip form would only take room.
    private static async Task UnpackAsync(string file, string folder, CancellationToken cancel)
    {
        var fresh = folder + ".new";
        if (Directory.Exists(fresh))
            Directory.Delete(fresh, recursive: true);
        await using (var zipped = new GZipStream(File.OpenRead(file), CompressionMode.Decompress))
        await using (var tar = new TarReader(zipped))
        {
            while (await tar.GetNextEntryAsync(cancellationToken: cancel) is { } entry)
            {
                var target = Path.GetFullPath(Path.Combine(fresh, entry.Name["package/".Length..]));
                if (entry.DataStream is null || entry.Name.EndsWith(".gz", StringComparison.Ordinal) || !target.StartsWith(fresh + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                    continue;
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await entry.ExtractToFileAsync(target, overwrite: true, cancel);
            }
        }

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.Move(fresh, folder);
    }
}

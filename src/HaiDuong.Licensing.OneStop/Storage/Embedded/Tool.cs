using System.Diagnostics;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>Runs a short system program to its end and returns what it printed.</summary>
internal static class Tool
{
    public static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> command, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Describe(command))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    public static async Task<string> RunOrThrowAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(command, cancellationToken);
        return exitCode == 0
            ? output.Trim()
            : throw new EmbeddedPostgresException($"'{string.Join(' ', command)}' failed with exit code {exitCode}: {output.Trim()}");
    }

    public static ProcessStartInfo Describe(IEnumerable<string> command)
    {
        var words = command.ToList();
        return new ProcessStartInfo(words[0], words[1..])
        {
            // PostgreSQL's programs complain about a current folder that their user may not enter.
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    public static bool Exists(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));
}

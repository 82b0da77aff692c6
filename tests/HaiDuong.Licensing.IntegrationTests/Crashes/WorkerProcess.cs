using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>A started <see cref="CrashWorker"/>, and what it has said so far.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WorkerProcess(string connectionString, string dataFolder, int seed)
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
                ["exec", typeof(CrashWorker).Assembly.Location, CrashWorker.Command, connectionString, dataFolder, seed.ToString(CultureInfo.InvariantCulture)]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, heard) => Hear(heard.Data);
        process.ErrorDataReceived += (_, heard) => Hear(heard.Data is null ? null : $"fault {heard.Data}");
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The worker ended before it was ready: {string.Join('\n', lines)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IEnumerable<string> Faults => lines.Where(line => line.StartsWith("fault", StringComparison.Ordinal));

    /// <summary>The acts that were answered: dossier and revision.</summary>
    public IEnumerable<(Guid Dossier, int Revision)> Done =>
        lines
            .Where(line => line.StartsWith("done", StringComparison.Ordinal))
            .Select(line => line.Split(' '))
            .Select(words => (Guid.Parse(words[1]), int.Parse(words[2], CultureInfo.InvariantCulture)));

    public Task Ready => ready.Task;

    public void Go() => process.StandardInput.WriteLine();

    /// <summary>SIGKILL; comes back when the process is gone and all it said is heard.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line == "ready")
            ready.TrySetResult();
        else if (line is not null)
            lines.Enqueue(line);
    }
}

using System.Diagnostics;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>A PostgreSQL server that we started. It stops with us, even when we are killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly TaskCompletionSource<int> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    private ServerProcess() { }

    public Task Exited => exited.Task;

    public int Id { get; private set; }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public static async Task<ServerProcess> StartAsync(ServerAccount account, IEnumerable<string> command, string log)
    {
        // The shell only redirects into the log; setsid keeps Ctrl+C in a terminal from stopping the database before us.
        List<string> words = ["/bin/sh", "-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", log];
        if (Tool.Exists("setsid"))
            words.Add("setsid");
        words.AddRange(account.Wrap(command, diesWithUs: true));

        var server = new ServerProcess();
        // The kernel's death signal follows the thread that forked, so that thread lives as long as the server.
        new Thread(() => server.Run(Tool.Describe(words))) { IsBackground = true, Name = "PostgreSQL" }.Start();
        server.Id = await server.started.Task;
        return server;
    }

    /// <summary>Fast stop: running statements are cut off, everything committed is written; after the patience the hard way.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        foreach (var signal in (string[])["INT", "QUIT", "KILL"])
        {
            if (Exited.IsCompleted)
                return;
            await Tool.RunAsync(["/bin/sh", "-c", "kill -$1 $2", "sh", signal, $"{Id}"], CancellationToken.None);
            if (await Task.WhenAny(Exited, Task.Delay(patience)) == Exited)
                return;
        }
    }

    public void Dispose() => process?.Dispose();

    private void Run(ProcessStartInfo description)
    {
        try
        {
            process = Process.Start(description)!;
            started.SetResult(process.Id);
            process.WaitForExit();
        }
        catch (Exception problem) when (!started.Task.IsCompleted)
        {
            started.SetException(problem);
        }
        finally
        {
            exited.TrySetResult();
        }
    }
}

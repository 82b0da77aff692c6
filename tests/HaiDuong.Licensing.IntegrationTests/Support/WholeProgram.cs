using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>The program as an office runs it: a process of its own with pages, jobs and mail, on a database it is given or on its private one.</summary>
public sealed class WholeProgram : IDisposable
{
    private const string Filler = "filler";

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };
    private readonly Process process;
    private readonly string dataFolder;
    private readonly ConcurrentQueue<string> lines = [];

    private WholeProgram(Process process, Uri address, string dataFolder)
    {
        this.process = process;
        this.dataFolder = dataFolder;
        Address = address;
    }

    public Uri Address { get; }

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>Everything it has said so far.</summary>
    public string Log => string.Join('\n', lines);

    /// <summary>A data folder that the account of the private database may walk to.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("hdl-whole-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        return folder;
    }

    public static Uri FreeAddress()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return new Uri($"http://{free.LocalEndpoint}");
    }

    public static WholeProgram Start(
        string dataFolder,
        string? connectionString = null,
        Uri? address = null,
        params IEnumerable<(string Name, string Value)> settings
    ) => Start([], dataFolder, connectionString, address, settings);

    /// <summary>The same where the installed PostgreSQL is not to be seen, on its private database.</summary>
    public static WholeProgram StartWithoutPostgres(string dataFolder, params IEnumerable<(string Name, string Value)> settings) =>
        Start(["unshare", "--mount", "sh", "-c", "mount -t tmpfs none /usr/lib/postgresql && exec \"$@\"", "sh"], dataFolder, null, null, settings);

    /// <summary>The same on a disk of its own that is soon full, with its private database, its papers and what is being received.</summary>
    public static WholeProgram StartOnASmallDisk(string dataFolder, int megabytes, params IEnumerable<(string Name, string Value)> settings) =>
        Start(
            [
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o mode=0755,size=$1m none $2 && mkdir $2/received && shift 2 && exec \"$@\"",
                "sh",
                $"{megabytes}",
                dataFolder,
            ],
            dataFolder,
            null,
            null,
            [("ASPNETCORE_TEMP", Path.Combine(dataFolder, "received")), .. settings]
        );

    /// <summary>How the private database of a program on a small disk is reached from outside.</summary>
    public string SmallDiskDatabase => $"Host={OnSmallDisk("socket")};Port=5432;Username=postgres;Database=licensing;Pooling=false";

    /// <summary>Leaves no room on the small disk.</summary>
    public void FillDisk()
    {
        using var filler = new FileStream(OnSmallDisk(Filler), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var piece in (int[])[1 << 20, 1 << 12])
        {
            try
            {
                while (true)
                    filler.Write(new byte[piece]);
            }
            catch (IOException)
            {
                // It is full.
            }
        }
    }

    public void MakeRoom() => File.Delete(OnSmallDisk(Filler));

    private string OnSmallDisk(string name) => $"/proc/{process.Id}/root{dataFolder}/{name}";

    private static WholeProgram Start(
        string[] under,
        string dataFolder,
        string? connectionString,
        Uri? address,
        IEnumerable<(string Name, string Value)> settings
    )
    {
        address ??= FreeAddress();
        string[] command = [.. under, "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "HaiDuong.Licensing.Web.dll")];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["Office__DataFolder"] = dataFolder,
                ["Urls"] = address.ToString(),
                ["Office__Demo"] = "false",
            },
        };
        if (connectionString is not null)
            start.Environment["ConnectionStrings__Default"] = connectionString;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var program = new WholeProgram(new Process { StartInfo = start }, address, dataFolder);
        program.process.OutputDataReceived += (_, heard) => program.Hear(heard.Data);
        program.process.ErrorDataReceived += (_, heard) => program.Hear(heard.Data);
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Asks until the answer has the status and says the words; throws with the log when the program has ended.</summary>
    public async Task<string> AskAsync(string path, HttpStatusCode status, string words = "", CancellationToken cancel = default)
    {
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program has ended with {process.ExitCode}:\n{Log}");
            try
            {
                using var answer = await Client.GetAsync(new Uri(Address, path), cancel);
                var text = await answer.Content.ReadAsStringAsync(cancel);
                if (answer.StatusCode == status && text.Contains(words, StringComparison.Ordinal))
                    return text;
            }
            catch (Exception failure)
                when (failure is HttpRequestException or IOException || (failure is TaskCanceledException && !cancel.IsCancellationRequested))
            {
                // Nothing listens yet, or it was killed under the question.
            }

            await Task.Delay(200, cancel);
        }
    }

    /// <summary>The process of the private database; null while there is none.</summary>
    public static int? DatabaseProcess(string dataFolder)
    {
        var moved = Path.Combine(dataFolder, "moved-to.txt");
        var home = File.Exists(moved) ? File.ReadAllText(moved).Trim() : dataFolder;
        var file = Path.Combine(home, "cluster", "postmaster.pid");
        try
        {
            return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>SIGKILL for the private database; its process, or null when there was none.</summary>
    public int? KillDatabase()
    {
        if (DatabaseProcess(dataFolder) is not { } id)
            return null;
        try
        {
            using var database = Process.GetProcessById(id);
            database.Kill();
            return id;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>SIGKILL; comes back when the process is gone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public Task EndedAsync(CancellationToken cancel) => process.WaitForExitAsync(cancel);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}

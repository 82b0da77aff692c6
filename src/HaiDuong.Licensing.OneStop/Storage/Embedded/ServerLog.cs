namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>The server's log file; knows what the last start wrote.</summary>
internal sealed class ServerLog(string file)
{
    private const long LongestLog = 16 * 1024 * 1024;

    // What a starting server says while the remains of a killed one are still going away.
    private static readonly string[] PassingTroubles = ["shared memory block", "lock file", "already running", "Address already in use", "is still in use"];

    private long begin;

    public void Begin()
    {
        if (File.Exists(file) && new FileInfo(file).Length > LongestLog)
            File.Move(file, file + ".1", overwrite: true);
        begin = File.Exists(file) ? new FileInfo(file).Length : 0;
    }

    public bool SaysTryAgain()
    {
        var tail = Tail();
        return Array.Exists(PassingTroubles, trouble => tail.Contains(trouble, StringComparison.Ordinal));
    }

    public string Tail()
    {
        if (!File.Exists(file))
            return "(nothing)";
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Max(begin, stream.Length - 4000);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}

using System.Globalization;
using System.Text;
using Npgsql;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>What was measured, as a Markdown table.</summary>
internal sealed class Report
{
    private readonly StringBuilder rows = new();
    private string conditions = "";

    public async Task DescribeMachineAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(
            "SELECT concat('PostgreSQL ', current_setting('server_version'), ', fsync ', current_setting('fsync'), ', synchronous_commit ', current_setting('synchronous_commit'), ', shared_buffers ', current_setting('shared_buffers'))"
        );
        var server = (string)(await command.ExecuteScalarAsync())!;
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, load {load} at the start, .NET {Environment.Version}, {server}"
        );
    }

    public void Add(string what, FormattableString value)
    {
        var line = $"| {what} | {FormattableString.Invariant(value)} |";
        Console.Error.WriteLine(line);
        rows.AppendLine(line);
    }

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(sorted.Length * share))];
    }

    public override string ToString() => $"{conditions}\n\n| measured | value |\n|---|---|\n{rows}";
}

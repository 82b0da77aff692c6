using System.Collections.Concurrent;
using System.Diagnostics;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace HaiDuong.Licensing.Web;

/// <summary>
/// Writes the log to the console. What an outage makes everybody say is one line without a stack, once a minute with how often it came, so that
/// a night without a database leaves kilobytes.
/// </summary>
public sealed class CalmConsole() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "calm";

    private const int LongestLine = 300;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Category, int Event), Said> said = new();

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (Outage.Of(logEntry.Exception) is OutageKind.None)
        {
            textWriter.WriteLine($"{Word(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}]");
            textWriter.WriteLine($"      {message.ReplaceLineEndings(Environment.NewLine + "      ")}");
            if (logEntry.Exception is { } failure)
                textWriter.WriteLine(failure);
            return;
        }

        if (said.GetOrAdd((logEntry.Category, logEntry.EventId.Id), _ => new Said()).MayBeSaid(out var unsaid))
        {
            var line = $"{message} {Outage.Sentence(logEntry.Exception!)}".ReplaceLineEndings(" ");
            textWriter.WriteLine(
                $"{Word(logEntry.LogLevel)}: {logEntry.Category}: {(line.Length > LongestLine ? line[..LongestLine] : line)}{(unsaid > 0 ? $" ({unsaid} more like this in the last minute)" : "")}"
            );
        }
    }

    private static string Word(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };

    /// <summary>When a thing was said last, and how often it was not said since.</summary>
    private sealed class Said
    {
        private readonly Lock door = new();
        private long at;
        private int unsaid;

        public bool MayBeSaid(out int before)
        {
            lock (door)
            {
                before = unsaid;
                if (at != 0 && Stopwatch.GetElapsedTime(at) < Quiet)
                {
                    unsaid++;
                    return false;
                }

                (at, unsaid) = (Stopwatch.GetTimestamp(), 0);
                return true;
            }
        }
    }
}

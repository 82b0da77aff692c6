using HaiDuong.Licensing.Domain.Deadlines;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>A derivation as lines of text: from | to | why, + where it counts, which days of the term, minutes | by which source | what else.</summary>
internal static class ProofText
{
    public static string Of(ClockReading reading) => string.Join('\n', ProofLine.Together(reading.Proof).Select(Line));

    private static string Line(ProofLine line) =>
        $"{line.From:MM-dd HH:mm} | {line.To:MM-dd HH:mm} | {line.Code}{(line.Counted ? " +" : "")}{Days(line)}{Minutes(line)} | {line.Source} | {line.Detail}".TrimEnd();

    private static string Days(ProofLine line) =>
        line.Running is null ? ""
        : line.FirstRunning == line.Running ? $" {line.Running}"
        : $" {line.FirstRunning}–{line.Running}";

    private static string Minutes(ProofLine line) => line.Used is { } used ? $" {used.TotalMinutes}′" : "";
}

using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Puts the lines of a proof in the order of time, each stretch said by one line.</summary>
internal static class ProofOrder
{
    private static readonly ProofReason[] Interrupting =
    [
        ProofReason.Waiting,
        ProofReason.WaitingForSupplement,
        ProofReason.WaitingForFee,
        ProofReason.WaitingWithoutWorkingTime,
        ProofReason.WaitingAfterDue,
        ProofReason.StandsStill,
        ProofReason.StandsStillForSupplement,
        ProofReason.StandsStillForFee,
        ProofReason.SupplementOver,
        ProofReason.Restarted,
        ProofReason.Finished,
        ProofReason.Stopped,
        ProofReason.Withdrawn,
        ProofReason.Voided,
    ];

    /// <summary>
    /// By the moment at which each begins. The day that begins a count comes after the act that began it; the end of the term after all that counted,
    /// what was not used after the result.
    /// </summary>
    public static IReadOnlyList<ProofLine> Of(List<ProofLine> lines)
    {
        var keys = new List<(LocalDateTime At, ProofLine Line)>();
        foreach (var line in lines)
            keys.Add(
                (
                    line.Reason == ProofReason.AcceptanceDay ? LocalDateTime.Max(line.From, keys[^1].At)
                    : line.IsWholeDays ? LocalDateTime.Max(line.From, lines[0].From)
                    // Before a wait that begins in that very moment.
                    : line.Reason == ProofReason.Due ? line.From.PlusTicks(-1)
                    : line.From,
                    line
                )
            );
        return Apart([.. keys.OrderBy(key => key.At).ThenBy(key => key.Line.Reason == ProofReason.NotUsed).Select(key => key.Line)]);
    }

    /// <summary>What lasts until the office opens (C7), and a wait, end where the clock is stopped again or for good.</summary>
    private static List<ProofLine> Apart(List<ProofLine> lines) =>
        [
            .. lines.Select(
                (line, index) =>
                    IsOutOfHours(line) && lines.Skip(index + 1).FirstOrDefault(next => Interrupts(next) && next.From < line.To) is { } next
                        ? line with
                        {
                            To = LocalDateTime.Max(line.From, next.From),
                        }
                        : line
            ),
        ];

    private static bool IsOutOfHours(ProofLine line) =>
        !line.Counted && !line.IsWholeDays && (line.Reason is ProofReason.Received or ProofReason.ReceivedNextWorkingDay || Interrupting.Contains(line.Reason));

    private static bool Interrupts(ProofLine line) => !line.IsWholeDays && Interrupting.Contains(line.Reason);
}

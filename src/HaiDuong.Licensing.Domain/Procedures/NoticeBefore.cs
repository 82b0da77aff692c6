using HaiDuong.Licensing.Domain.Deadlines;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>How long before an event its notice must arrive (thời hạn thông báo trước), and whether silence is consent.</summary>
/// <remarks>Whether a notice came in time is computed by the deadlines, never here: this is the data they need.</remarks>
public sealed record NoticeBefore : Sourced
{
    /// <summary>The key of the form's DateTime field that holds the start of the event.</summary>
    public required string EventField { get; init; }

    public required int Amount { get; init; }

    public required TermUnit Unit { get; init; }

    /// <summary>True when the event may be held if no answer came before it starts (không trả lời - được tiến hành).</summary>
    public required bool TacitConsent { get; init; }

    public required string Text { get; init; }

    /// <summary>The least time between the notice and the event, which the deadlines count.</summary>
    public NoticeTerm Lead => new(new Term(Amount, Unit));

    internal override string Statement => Text;
}

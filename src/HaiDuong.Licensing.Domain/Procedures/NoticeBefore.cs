namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>How long before an event its notice must arrive (thời hạn thông báo trước), and whether silence is consent.</summary>
/// <remarks>Whether a notice came in time is computed by the deadlines, never here: this is the data they need.</remarks>
public sealed record NoticeBefore : Sourced
{
    /// <summary>The key of the form's DateTime field that holds the start of the event.</summary>
    public required string EventField { get; init; }

    public required int Amount { get; init; }

    public required ProcedureTermUnit Unit { get; init; }

    /// <summary>True when the event may be held if no answer came before it starts (không trả lời - được tiến hành).</summary>
    public required bool TacitConsent { get; init; }

    public required string Text { get; init; }

    internal override string Statement => Text;
}

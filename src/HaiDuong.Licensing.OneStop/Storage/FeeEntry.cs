using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>What a line of money is.</summary>
public enum FeeEntryKind
{
    /// <summary>Thu.</summary>
    Payment,

    /// <summary>Hoàn.</summary>
    Refund,
}

/// <summary>
/// Dòng sổ thu: a payment or a refund of one dossier. The database writes it from the dossier when the act commits; it is only read.
/// </summary>
public sealed class FeeEntry
{
    public Guid DossierId { get; private set; }

    public FeeEntryKind Kind { get; private set; }

    /// <summary>Which of the dossier's payments, or refunds, it is: from nought.</summary>
    public int Position { get; private set; }

    public string ProcedureSlug { get; private set; } = "";

    /// <summary>The division that had the dossier then.</summary>
    public string DivisionKey { get; private set; } = "";

    public LocalDateTime At { get; private set; }

    public decimal Amount { get; private set; }

    /// <summary>How it was paid; empty for a refund.</summary>
    public string Method { get; private set; } = "";

    /// <summary>Số biên lai, số chứng từ.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Why it was refunded.</summary>
    public string? Reason { get; private set; }

    public Guid? CashierId { get; private set; }

    public string Cashier { get; private set; } = "";

    /// <summary>The series that gave the number; null for a receipt from elsewhere.</summary>
    public Guid? SeriesId { get; private set; }

    public long? Serial { get; private set; }

    public LocalDateTime? CancelledAt { get; private set; }

    public string? CancelledBy { get; private set; }

    public string? CancelReason { get; private set; }
}

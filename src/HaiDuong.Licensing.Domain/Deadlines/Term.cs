namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Unit in which a term is written in law (đơn vị tính thời hạn); the national data keep it per procedure and channel.</summary>
public enum TermUnit
{
    ClockHour,
    WorkingHour,
    CalendarDay,
    WorkingDay,
    Month,
}

/// <summary>A length of time given by law or by decision (thời hạn), Bộ luật Dân sự 2015 Điều 144–148. Always one unit or more.</summary>
public sealed record Term
{
    /// <summary>More units are a slip of the hand.</summary>
    public const int Most = 10_000;

    /// <summary>Makes a term; throws when <paramref name="value"/> is below one or above <see cref="Most"/>.</summary>
    public Term(int value, TermUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Most);
        Value = value;
        Unit = unit;
    }

    public int Value { get; }

    public TermUnit Unit { get; }

    /// <summary>
    /// Thời hạn thụ lý: where it is set the term counts from the decision to take the matter up, which is due within this time of receipt; later than
    /// that it counts from the last day for that decision. Null where a term counts from receipt.
    /// </summary>
    public Term? StartsWithin { get; init; }
}

using NodaTime;

namespace HaiDuong.Licensing.Domain.Reports;

/// <summary>Loại kỳ báo cáo.</summary>
public enum ReportSpan
{
    /// <summary>Tháng.</summary>
    Month,

    /// <summary>Quý.</summary>
    Quarter,

    /// <summary>Sáu tháng.</summary>
    HalfYear,

    /// <summary>Năm.</summary>
    Year,

    /// <summary>Từ ngày đến ngày.</summary>
    Days,
}

/// <summary>
/// Kỳ báo cáo: from its first to its last day. Regular periods end on the reporting day of their last month, and begin on the day after the one before
/// (Nghị định 09/2019/NĐ-CP).
/// </summary>
/// <param name="Span">Its kind.</param>
/// <param name="Year">The year that it is called by; that of its last day for free dates.</param>
/// <param name="Number">Which of the year, from one.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record ReportPeriod(ReportSpan Span, int Year, int Number, LocalDate First, LocalDate Last)
{
    private const int MonthsOfYear = 12;

    /// <summary>How many periods of a kind a year has.</summary>
    public static int Of(ReportSpan span) => MonthsOfYear / Months(span);

    /// <summary>A regular period; <paramref name="lastDay"/> is the reporting day of a month, null where it is the month's last.</summary>
    public static ReportPeriod Regular(ReportSpan span, int year, int number, int? lastDay)
    {
        var months = Months(span);
        var last = EndOf(new LocalDate(year, Math.Clamp(number, 1, Of(span)) * months, 1), lastDay);
        var before = EndOf(last.With(DateAdjusters.StartOfMonth).PlusMonths(-months), lastDay);
        return new ReportPeriod(span, year, Math.Clamp(number, 1, Of(span)), before.PlusDays(1), last);
    }

    public static ReportPeriod Free(LocalDate first, LocalDate last) => new(ReportSpan.Days, last.Year, 1, first, last);

    /// <summary>The regular period that a day is in.</summary>
    public static ReportPeriod With(LocalDate day, ReportSpan span, int? lastDay)
    {
        var month = day > EndOf(day, lastDay) ? day.With(DateAdjusters.StartOfMonth).PlusMonths(1) : day;
        return Regular(span, month.Year, ((month.Month - 1) / Months(span)) + 1, lastDay);
    }

    private static LocalDate EndOf(LocalDate month, int? lastDay) =>
        lastDay is { } day ? new LocalDate(month.Year, month.Month, day) : month.With(DateAdjusters.EndOfMonth);

    private static int Months(ReportSpan span) =>
        span switch
        {
            ReportSpan.Month => 1,
            ReportSpan.Quarter => 3,
            ReportSpan.HalfYear => 6,
            ReportSpan.Year => MonthsOfYear,
            _ => throw new ArgumentOutOfRangeException(nameof(span), span, null),
        };
}

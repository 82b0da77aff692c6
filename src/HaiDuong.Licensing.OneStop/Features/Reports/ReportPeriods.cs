using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>Kỳ báo cáo as an address names it (<c>Quarter-2026-4</c>), as people read it, and those that are offered.</summary>
public sealed class ReportPeriods(ReportLaws laws, OfficeClock clock, PageWords<ReportModel> words)
{
    private const int FirstYear = 2000;

    /// <summary>How many of each kind are offered.</summary>
    private static readonly (ReportSpan Span, int Count)[] Offered =
    [
        (ReportSpan.Quarter, 8),
        (ReportSpan.HalfYear, 4),
        (ReportSpan.Year, 3),
        (ReportSpan.Month, 13),
    ];

    /// <summary>The quarter that today is in.</summary>
    public ReportPeriod Current => ReportPeriod.With(clock.Today, ReportSpan.Quarter, laws.ReportingDay(clock.Today));

    /// <summary>The period that a key names; null when it names none, or its days are missing or backwards.</summary>
    public ReportPeriod? Read(string? key, LocalDate? first, LocalDate? last)
    {
        if (key is null or "")
            return first is null && last is null ? Current : Free(first, last);
        if (key == nameof(ReportSpan.Days))
            return Free(first, last);
        return
            key.Split('-') is [var kind, var years, var numbers]
            && Enum.TryParse<ReportSpan>(kind, out var span)
            && Enum.IsDefined(span)
            && span != ReportSpan.Days
            && int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(numbers, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && year >= FirstYear
            && year <= clock.Today.Year + 1
            && number >= 1
            && number <= ReportPeriod.Of(span)
            ? Regular(span, year, number)
            : null;
    }

    public static string KeyOf(ReportPeriod period) =>
        period.Span == ReportSpan.Days ? nameof(ReportSpan.Days) : string.Create(CultureInfo.InvariantCulture, $"{period.Span}-{period.Year}-{period.Number}");

    /// <summary>What a period is called, with its days.</summary>
    public string Say(ReportPeriod period) =>
        words[$"Period.{period.Span}", period.Number, period.Year, VietnameseDate.Print(period.First), VietnameseDate.Print(period.Last)];

    /// <summary>The latest of each kind, and the one that is looked at.</summary>
    public IReadOnlyList<FieldChoice> Choices(ReportPeriod? chosen)
    {
        var day = laws.ReportingDay(clock.Today);
        var offered = Offered.SelectMany(kind => Back(ReportPeriod.With(clock.Today, kind.Span, day)).Take(kind.Count)).ToList();
        if (chosen is { Span: not ReportSpan.Days } && !offered.Contains(chosen))
            offered.Insert(0, chosen);
        return
        [
            .. offered.Select(period => new FieldChoice(KeyOf(period), words[$"Span.{period.Span}", period.Number, period.Year])),
            new FieldChoice(nameof(ReportSpan.Days), words["FreeDates"]),
        ];
    }

    private IEnumerable<ReportPeriod> Back(ReportPeriod from)
    {
        for (var period = from; period.Year >= FirstYear; )
        {
            yield return period;
            period =
                period.Number > 1 ? Regular(period.Span, period.Year, period.Number - 1) : Regular(period.Span, period.Year - 1, ReportPeriod.Of(period.Span));
        }
    }

    private static ReportPeriod? Free(LocalDate? first, LocalDate? last) =>
        first is { } from && last is { } to && from <= to ? ReportPeriod.Free(from, to) : null;

    private ReportPeriod Regular(ReportSpan span, int year, int number) =>
        ReportPeriod.Regular(span, year, number, laws.ReportingDay(ReportPeriod.Regular(span, year, number, null).Last));
}

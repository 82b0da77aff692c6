using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Ui.Words;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>An indicator as it is shown: what it comes to, and what of what; numbers are null where they are not asked.</summary>
public sealed record ShownIndicator(ReportIndicator Indicator, string Value, int? Numerator, int? Denominator);

/// <summary>Chỉ số đánh giá, worked out from the figures of a period.</summary>
public sealed class ReportIndicators(PageWords<ReportModel> words)
{
    private const decimal HoursOfDay = 24;

    public IReadOnlyList<ShownIndicator> Of(IReadOnlyList<ReportIndicator> indicators, ReportFigures figures) =>
        [.. indicators.Select(indicator => Of(indicator, figures))];

    /// <summary>The same as a table.</summary>
    public ReportGrid Grid(IReadOnlyList<ShownIndicator> shown) =>
        new(
            words["IndicatorNumber"],
            words["IndicatorTitle"],
            words["IndicatorMeasure"],
            [
                ([words["Indicator.Key"]], false),
                ([words["Indicator.Name"]], true),
                ([words["Indicator.Text"]], true),
                ([words["Indicator.Numerator"]], false),
                ([words["Indicator.Denominator"]], false),
                ([words["Indicator.Value"]], false),
            ],
            [
                .. shown.Select(one =>
                    (
                        (IReadOnlyList<object>)
                            [
                                one.Indicator.Key,
                                one.Indicator.Name,
                                one.Indicator.Text,
                                (object?)one.Numerator ?? "",
                                (object?)one.Denominator ?? "",
                                one.Value,
                            ],
                        false
                    )
                ),
            ]
        );

    private ShownIndicator Of(ReportIndicator indicator, ReportFigures figures)
    {
        var numerator = indicator.Numerator is { } above ? figures.Of(above) : (int?)null;
        var denominator = indicator.Denominator is { } below ? figures.Of(below) : (int?)null;
        var value = indicator.Measure switch
        {
            ReportMeasure.None => words["NoData"],
            _ when denominator is null or 0 => words["NothingToCount"],
            ReportMeasure.MeanDays => words[
                "Days",
                VietnameseNumber.Print(Math.Round(figures.Cells.Sum(cell => cell.Hours) / HoursOfDay / denominator.Value, 1))
            ],
            _ => words["PerCent", VietnameseNumber.Print(Math.Round(100m * numerator!.Value / denominator.Value, 1))],
        };
        return new ShownIndicator(indicator, value, numerator, denominator);
    }
}

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Người dự báo: counts in the office's own past, and corrects what it counts by how often such counts came about.</summary>
public sealed class Forecaster(ForecastBook book)
{
    /// <summary>How its forecasts would have done so far.</summary>
    public ForecastTrial Trial { get; } = ForecastTrial.Of(book);

    /// <summary>Null when there are too few to say anything.</summary>
    public Forecast? Of(ForecastCase open) => book.Of(open) is { } counted ? counted with { Chance = Trial.Scale?.Of(counted.Share) ?? counted.Share } : null;
}

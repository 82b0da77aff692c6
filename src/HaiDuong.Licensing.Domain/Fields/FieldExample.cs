using System.Globalization;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Ví dụ cách ghi: what could be typed into a field, taken by the field itself within its own limits.</summary>
public static class FieldExample
{
    private const int YearsAhead = 1;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly decimal[] Wholes = [1250, 250, 25, 12, 5, 2, 1, 0];
    private static readonly decimal[] Fractions = [12.5m, 2.5m, 0.5m, .. Wholes];
    private static readonly decimal[] Sums = [1_500_000, 150_000, .. Wholes];
    private static readonly LocalDate Day = new(2019, 9, 5);

    /// <summary>As it is typed; null of the kinds that are chosen or are free text.</summary>
    public static string? Of(FormField field, LocalDate today) =>
        field.Type switch
        {
            FieldType.Integer => Within(field, Wholes).ToString("N0", Vietnamese),
            FieldType.Money => Within(field, Sums).ToString("N0", Vietnamese),
            FieldType.Year => Within(field, [2019]).ToString("0", CultureInfo.InvariantCulture),
            FieldType.Decimal => Within(field, Fractions).ToString("0.######", Vietnamese),
            FieldType.Latitude => Within(field, [20.937341m]).ToString("0.######", Vietnamese),
            FieldType.Longitude => Within(field, [106.314609m]).ToString("0.######", Vietnamese),
            FieldType.Date => TypedDate.Written([DayOf(field, today)]),
            FieldType.Time => "08:30",
            FieldType.DateTime => $"{TypedDate.Written([DayOf(field, today)])} 08:30",
            _ => null,
        };

    private static LocalDate DayOf(FormField field, LocalDate today) => field.Moment == FieldMoment.Future ? today.PlusYears(YearsAhead) : Day;

    /// <summary>The first that the field takes; else its least or greatest.</summary>
    private static decimal Within(FormField field, IEnumerable<decimal> numbers)
    {
        var fitting = numbers
            .Select(number => decimal.Round(number, field.Decimals ?? 6))
            .Where(number => !(number < field.Min) && !(number > field.Max))
            .ToList();
        return fitting.Count > 0 ? fitting[0] : field.Min ?? field.Max!.Value;
    }
}

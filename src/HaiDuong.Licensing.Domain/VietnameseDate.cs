using System.Globalization;
using NodaTime;

namespace HaiDuong.Licensing.Domain;

/// <summary>Dates as Vietnamese offices write them: <c>05/09/2019</c>. What people type is read by <c>Domain.Typed</c>.</summary>
public static class VietnameseDate
{
    public static string Print(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{date.Month:00}/{date.Year:0000}");

    /// <summary>Time before date, as receipts say it: <c>17:00 05/09/2019</c>.</summary>
    public static string Print(LocalDateTime moment) => VietnameseTime.Print(moment.TimeOfDay) + " " + Print(moment.Date);
}

using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.Documents.Content;

/// <summary>The fixed words of official papers, from Wording.resx.</summary>
internal static class Wording
{
    public static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly ResourceManager Resources = new("HaiDuong.Licensing.Documents.Content.Wording", typeof(Wording).Assembly);

    public static string Get(string name) =>
        Resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"No wording '{name}'.");

    public static string Format(string name, params object[] values) => string.Format(Vietnamese, Get(name), values);

    /// <summary>"ngày 05 tháng 02 năm 2026": the day below 10 and the months 1 and 2 have a leading zero.</summary>
    public static string LongDate(DateOnly day) =>
        Format(
            "LongDate",
            day.Day.ToString("00", CultureInfo.InvariantCulture),
            day.Month.ToString(day.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture),
            day.Year
        );

    public static string Money(decimal amount) => Format("Money", amount.ToString("#,##0.##", Vietnamese));

    public static string DateTime(DateTimeOffset at) =>
        Format(
            "DateTime",
            at.Hour.ToString("00", CultureInfo.InvariantCulture),
            at.Minute.ToString("00", CultureInfo.InvariantCulture),
            LongDate(DateOnly.FromDateTime(at.DateTime))
        );
}

using System.Globalization;
using NodaTime;

namespace HaiDuong.Licensing.Domain;

/// <summary>Times of day as <c>08:30</c>.</summary>
public static class VietnameseTime
{
    public static string Print(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");
}

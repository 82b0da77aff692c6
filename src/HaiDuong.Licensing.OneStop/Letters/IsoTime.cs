using System.Globalization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>Dates as templates get them: ISO, with the office's offset; the templates' filters write them the Vietnamese way.</summary>
internal static class IsoTime
{
    public static string? Of(LocalDateTime? moment) => moment?.ToString("uuuu-MM-dd'T'HH:mm:ss'+07:00'", CultureInfo.InvariantCulture);

    public static string? Of(LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}

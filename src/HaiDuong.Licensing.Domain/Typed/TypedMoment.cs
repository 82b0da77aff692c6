using NodaTime;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Ngày giờ: 15/04/2026 9:00, 1/12/2026 9h, 9 giờ 00 ngày 1 tháng 12 năm 2026, 2026-12-01T09:00; the day and the time in either order.</summary>
public static class TypedMoment
{
    /// <summary>Reads a moment; false when the text is none, or could be several.</summary>
    public static bool TryRead(string? text, out LocalDateTime moment)
    {
        var plain = Spaced(text);
        var read = Parted(plain)
            .Concat(Parted(plain).Select(parts => (Date: parts.Time, Time: parts.Date)))
            .Select(parts =>
                TypedDate.TryRead(parts.Date, out var date, out _) && TypedTime.TryRead(parts.Time, out var time, out _) ? date.At(time) : (LocalDateTime?)null
            )
            .OfType<LocalDateTime>()
            .Distinct()
            .ToList();
        moment = read is [var only] ? only : default;
        return read.Count == 1;
    }

    /// <summary>The days that a moment with a year of two digits most likely means; none when it is no such moment.</summary>
    public static IReadOnlyList<LocalDate> OfShortYear(string? text) => [.. Dated(text).SelectMany(TypedDate.OfShortYear).Distinct()];

    /// <summary>The day of a moment that the calendar does not have, as it was typed; null when something else is wrong.</summary>
    public static string? ImpossibleDay(string? text) => Dated(text).FirstOrDefault(TypedDate.IsImpossible);

    /// <summary>What may be the day: all that stands beside a time.</summary>
    private static IEnumerable<string> Dated(string? text) =>
        Parted(Spaced(text))
            .SelectMany(parts => (IEnumerable<(string Date, string Time)>)[parts, (parts.Time, parts.Date)])
            .Where(parts => TypedTime.TryRead(parts.Time, out _, out _))
            .Select(parts => parts.Date);

    /// <summary>The text with a blank where the T of 2026-12-01T09:00 stands.</summary>
    private static string Spaced(string? text) =>
        TypedText.Plain(text) is { Length: > 10 } plain && plain[10] is 'T' or 't' ? $"{plain[..10]} {plain[11..]}" : TypedText.Plain(text);

    /// <summary>The text cut at each of its blanks; what only joins day and time falls away.</summary>
    private static IEnumerable<(string Date, string Time)> Parted(string text) =>
        from at in Enumerable.Range(0, text.Length)
        where text[at] == ' '
        select (Bare(text[..at]), Bare(text[(at + 1)..]));

    private static string Bare(string part)
    {
        var bare = part.Trim(' ', ',', ';', '-');
        return bare.StartsWith("lúc ", StringComparison.OrdinalIgnoreCase) ? bare["lúc ".Length..]
            : bare.EndsWith(" lúc", StringComparison.OrdinalIgnoreCase) ? bare[..^" lúc".Length].TrimEnd(' ', ',')
            : bare;
    }
}

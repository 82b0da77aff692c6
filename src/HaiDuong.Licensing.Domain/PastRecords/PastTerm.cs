using System.Globalization;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Thời hạn that an old register writes where the last day is asked: 05 năm, 60 tháng, 90 ngày; or that there is none: Không thời hạn.</summary>
public static partial class PastTerm
{
    private static readonly string[] Endless =
    [
        "khong thoi han",
        "khong co thoi han",
        "vo thoi han",
        "khong xac dinh",
        "khong xac dinh thoi han",
        "khong gioi han",
        "khong gioi han thoi gian",
        "lau dai",
        "vinh vien",
    ];

    public static bool IsEndless(string text) => Endless.Contains(Folded(text), StringComparer.Ordinal);

    /// <summary>How long; null when the text is no term.</summary>
    public static Period? Read(string text)
    {
        if (Shape().Match(Folded(text)) is not { Success: true } found)
            return null;
        var number = int.Parse(found.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        return (found.Groups["unit"].Value, number) switch
        {
            (_, 0) => null,
            ("nam", _) => Period.FromYears(number),
            ("thang", _) => Period.FromMonths(number),
            _ => Period.FromDays(number),
        };
    }

    private static string Folded(string text) => VietnameseText.Fold(TypedText.Plain(text)).TrimEnd('.');

    // The number may be said again in words, and it may be said since when.
    [GeneratedRegex(
        @"^(thoi han )?(?<number>[0-9]{1,3}) ?(\([a-z ]{1,30}\) ?)?(?<unit>nam|thang|ngay)( (ke )?tu ngay (cap|ky|ban hanh))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Shape();
}

using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.Demo;

/// <summary>The words of the demo office; several of a kind stand one a line.</summary>
internal static class SampleTexts
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly ResourceManager Texts = new(typeof(SampleTexts).FullName!, typeof(SampleTexts).Assembly);

    public static string Get(string key) => Find(key) ?? throw new KeyNotFoundException($"SampleTexts.resx has no '{key}'.");

    public static string? Find(string key) => Texts.GetString(key, Vietnamese)?.Trim();

    /// <summary>The one of several that a number falls on; null when there is none.</summary>
    public static string? Pick(string key, int number) => Find(key)?.Split('\n') is { } several ? several[number % several.Length].Trim() : null;
}

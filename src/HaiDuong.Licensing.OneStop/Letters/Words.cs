using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>The words that letters add to their templates; papers are always Vietnamese.</summary>
internal static class Words
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly ResourceManager Texts = new(typeof(Words).FullName!, typeof(Words).Assembly);

    public static string Get(string key, params object[] args) =>
        string.Format(Vietnamese, Texts.GetString(key, Vietnamese) ?? throw new KeyNotFoundException($"Words.resx has no '{key}'."), args);
}

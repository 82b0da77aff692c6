using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Words of <c>FieldTexts.resx</c> around a value.</summary>
internal static class FieldTexts
{
    private static readonly ResourceManager Texts = new(typeof(FieldTexts));
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Of(string key, params object[] args) => string.Format(Vietnamese, Texts.GetString(key, Vietnamese)!, args);
}

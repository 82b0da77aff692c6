using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>What the commands <c>demo</c>, <c>check</c> and <c>migrate</c> say to people.</summary>
internal static class CommandTexts
{
    private static readonly ResourceManager Texts = new(typeof(CommandTexts));

    public static string Get(string key, params object?[] args) =>
        string.Format(CultureInfo.GetCultureInfo("vi-VN"), Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key, args);
}

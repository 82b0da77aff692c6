using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>What the <c>deadline</c> command says to people.</summary>
internal static class DeadlineCommandTexts
{
    private static readonly ResourceManager Texts = new(typeof(DeadlineCommandTexts));

    public static string Get(string key, params object?[] args) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(key, CultureInfo.CurrentUICulture)!, args);
}

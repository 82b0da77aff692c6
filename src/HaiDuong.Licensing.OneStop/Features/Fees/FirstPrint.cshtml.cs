using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <summary>Bản in đầu: the page that follows the act shows the receipt itself; whoever opens it later prints a reprint (bản in lại).</summary>
internal static class FirstPrint
{
    private const string Key = "receipt.first";

    public static void Allow(ITempDataDictionary tempData, Guid dossier, int payment) => tempData[Key] = Mark(dossier, payment);

    /// <summary>Whether this opening is the first; it is so once.</summary>
    public static bool Take(ITempDataDictionary tempData, Guid dossier, int payment) => tempData[Key] as string == Mark(dossier, payment);

    private static string Mark(Guid dossier, int payment) => FormattableString.Invariant($"{dossier:N}/{payment}");
}

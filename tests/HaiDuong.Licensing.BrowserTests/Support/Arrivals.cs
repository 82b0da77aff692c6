using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HaiDuong.Licensing.BrowserTests.Support;

/// <summary>
/// Waits that lose nothing: the browser's driver is asked until it says yes, while Playwright's own <c>WaitForURLAsync</c> looks first and listens then,
/// and waits for ever for what happened between the two.
/// </summary>
internal static class Arrivals
{
    /// <summary>The page is whole, and whatever takes the focus when it is first drawn has it: that comes with a frame, after everything was loaded.</summary>
    private const string Settled = """
        async () => {
          if (document.readyState !== "complete") await new Promise(loaded => addEventListener("load", loaded));
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        }
        """;

    private const float PatienceInMilliseconds = 60_000;

    /// <summary>Waits until the page at the address is whole.</summary>
    /// <param name="page">Where somebody goes.</param>
    /// <param name="address">The whole address; <c>*</c> stands for anything but a slash, <c>**</c> for anything.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions
            .Expect(page)
            .ToHaveURLAsync(new Regex($"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = PatienceInMilliseconds });
        await page.SettleAsync();
    }

    /// <summary>Waits until the open page neither loads nor moves by itself.</summary>
    public static Task SettleAsync(this IPage page) => page.EvaluateAsync(Settled);
}

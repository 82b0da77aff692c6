using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HaiDuong.Licensing.BrowserTests.Support;

/// <summary>
/// Waits that lose nothing: the browser's driver is asked until it says yes, while Playwright's own <c>WaitForURLAsync</c> looks first and listens then,
/// and waits for ever for what happened between the two.
/// </summary>
internal static class Arrivals
{
    /// <summary>As long as a busy machine needs.</summary>
    public const float PatienceInMilliseconds = 60_000;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    /// <summary>What takes the focus when a page is first drawn has it: that comes with a frame, after everything was loaded.</summary>
    private const string Drawn = """
        async () => {
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        }
        """;

    /// <summary>Waits until the page at the address is whole.</summary>
    /// <param name="page">Where somebody goes.</param>
    /// <param name="address">The whole address; <c>*</c> stands for anything but a slash, <c>**</c> for anything.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions
            .Expect(page)
            .ToHaveURLAsync(new Regex($"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = PatienceInMilliseconds });
        // Asked from here, as a page without scripts has no clock either.
        while (await page.EvaluateAsync<string>("document.readyState") != "complete")
            await Task.Delay(Moment);
    }

    /// <summary>Sends a form and returns the answer; what the page saves by itself meanwhile is no answer.</summary>
    public static Task<IResponse> SendAsync(this IPage page, Func<Task> send) =>
        page.RunAndWaitForResponseAsync(send, answer => answer.Request is { Method: "POST" } request && !request.Headers.ContainsKey("x-autosave"));

    /// <summary>Waits until the open page, which is in front and has its scripts, neither loads nor moves by itself.</summary>
    public static async Task SettleAsync(this IPage page)
    {
        await page.ArriveAsync("**");
        await page.EvaluateAsync(Drawn);
    }
}

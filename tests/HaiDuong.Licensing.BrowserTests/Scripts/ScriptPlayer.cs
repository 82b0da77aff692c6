using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Scripts;

/// <summary>Follows a script in a browser as a person reads it: by the words of the page, never by its inside; and counts what it costs.</summary>
/// <param name="page">The browser of whoever the script is for.</param>
/// <param name="logIn">Logs somebody in.</param>
/// <param name="driver">Makes what is given.</param>
internal sealed class ScriptPlayer(IPage page, Func<string, Task> logIn, Func<string, DossierDriver> driver)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = Arrivals.PatienceInMilliseconds };

    private readonly Dictionary<string, string> known = [];
    private int pages;
    private int clicks;
    private int keys;

    private ILocator Main => page.Locator("main");

    /// <summary>Does a piece of work; returns what it cost.</summary>
    public async Task<ScriptCost> PlayAsync(ScriptPart part)
    {
        (pages, clicks, keys) = (0, 0, 0);
        page.Load += Count;
        try
        {
            foreach (var step in part.Steps)
                try
                {
                    await DoAsync(step.Verb, [.. step.Words.Select(Filled)]);
                }
                catch (Exception wrong) when (wrong is PlaywrightException or TimeoutException)
                {
                    throw new AssertionException($"{part.Title}, dòng {step.Line}: {wrong.Message}", wrong);
                }

            // The last page is counted too, once it is whole.
            await page.SettleAsync();
        }
        finally
        {
            page.Load -= Count;
        }

        return new ScriptCost(pages, clicks, keys);
    }

    private void Count(object? sender, IPage loaded) => pages++;

    private string Filled(string word) => known.Aggregate(word, (text, pair) => text.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal));

    private Task DoAsync(ScriptVerb verb, IReadOnlyList<string> words) =>
        verb switch
        {
            ScriptVerb.LogIn => StartAsync(words[0]),
            ScriptVerb.Given => GiveAsync(words[0], Enum.Parse<DossierAct>(words[1])),
            ScriptVerb.Open => page.GotoAsync(words[0]),
            ScriptVerb.Press => PressAsync(words[0]),
            ScriptVerb.Type => TypeAsync(words[0], words[1]),
            ScriptVerb.TypeOn => TypeOnAsync(words[0]),
            ScriptVerb.Choose => ChooseAsync(words[0], words[1]),
            ScriptVerb.Tick => ClickAsync(Main.GetByLabel(words[0]).First),
            ScriptVerb.Key => KeyAsync(words[0]),
            ScriptVerb.Scan => ScanAsync(words[0]),
            ScriptVerb.GivePassword => GivePasswordAsync(),
            ScriptVerb.RememberCode => RememberAsync(),
            ScriptVerb.See => Assertions.Expect(Seen(words[0])).ToBeVisibleAsync(Patient),
            ScriptVerb.SeeNot => Assertions.Expect(Seen(words[0])).ToHaveCountAsync(0),
            _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, null),
        };

    private ILocator Seen(string words) => page.Locator("main, dialog[open]").GetByText(words).Locator("visible=true").First;

    /// <summary>Whoever logs in has not begun the work yet.</summary>
    private async Task StartAsync(string userName)
    {
        page.Load -= Count;
        await logIn(userName);
        await page.SettleAsync();
        page.Load += Count;
    }

    private async Task GiveAsync(string slug, DossierAct last)
    {
        var driven = driver(slug);
        var dossier = (await driven.FindAsync(await driven.ReachAsync(last)))!;
        known["hồ sơ"] = dossier.Id.ToString();
        known["mã"] = dossier.Code ?? dossier.Reference;
        known["đuôi"] = known["mã"][(known["mã"].IndexOf('-', StringComparison.Ordinal) + 1)..];
        known["tên"] = dossier.Applicant.Name;
        known["số"] = dossier.Applicant.IdentityNumber;
    }

    private async Task PressAsync(string name)
    {
        foreach (var within in (ILocator[])[Main, page.Locator("body")])
        foreach (var exact in (bool[])[true, false])
        {
            var target = within
                .GetByRole(AriaRole.Button, new() { Name = name, Exact = exact })
                .Or(within.GetByRole(AriaRole.Link, new() { Name = name, Exact = exact }))
                .Or(within.Locator("summary").Filter(new() { HasText = name }))
                .Locator("visible=true");
            if (await target.CountAsync() == 0)
                continue;
            await ClickAsync(target.First);
            return;
        }

        throw new AssertionException($"Không có nút hay liên kết “{name}” trên trang {page.Url}.");
    }

    private async Task TypeAsync(string text, string label)
    {
        var exact = Box(label, true);
        var field = await exact.CountAsync() > 0 ? exact.First : Box(label, false).First;
        if (!await field.EvaluateAsync<bool>("field => field === document.activeElement"))
            clicks++;
        await field.FillAsync(text);
    }

    private ILocator Box(string label, bool exact) =>
        Main.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = exact })
            .Or(Main.GetByRole(AriaRole.Spinbutton, new() { Name = label, Exact = exact }))
            .Or(Main.GetByRole(AriaRole.Searchbox, new() { Name = label, Exact = exact }));

    private async Task ChooseAsync(string option, string label)
    {
        var list = Main.GetByRole(AriaRole.Combobox, new() { Name = label });
        if (await list.CountAsync() == 0)
        {
            await ClickAsync(Main.Locator("fieldset, [role=radiogroup]").Filter(new() { HasText = label }).GetByLabel(option).First);
            return;
        }

        clicks++;
        var value = await list.First.Locator("option").Filter(new() { HasText = option }).First.GetAttributeAsync("value");
        await list.First.SelectOptionAsync(value ?? option);
    }

    /// <summary>Into whatever has the focus, which it has once the page is drawn.</summary>
    private async Task TypeOnAsync(string text)
    {
        await page.SettleAsync();
        await page.Keyboard.TypeAsync(text);
    }

    private async Task ScanAsync(string code)
    {
        await TypeOnAsync(code);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task KeyAsync(string key)
    {
        keys++;
        await page.SettleAsync();
        await page.Keyboard.PressAsync(key);
    }

    private async Task GivePasswordAsync()
    {
        if (await page.Locator("[name=proof]").CountAsync() > 0)
            await page.FillAsync("[name=proof]", DemoPeople.Password);
    }

    private async Task RememberAsync() => known["mã"] = (await Main.Locator("strong.hd-code").First.InnerTextAsync()).Trim();

    private Task ClickAsync(ILocator target)
    {
        clicks++;
        return target.ClickAsync();
    }
}

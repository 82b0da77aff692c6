using HaiDuong.Licensing.BrowserTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>The counter's desk by keyboard and by scanner.</summary>
public sealed class DeskKeyTests : JourneyTest
{
    /// <summary>What a scanner does: all keys at once, then Enter, to whatever has the focus.</summary>
    private const string Scan = """
        code => {
          const at = document.activeElement;
          for (const key of [...code, "Enter"]) {
            const goesOn = at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
            if (at instanceof HTMLInputElement && goesOn) key === "Enter" ? at.form.requestSubmit() : at.value += key;
          }
        }
        """;

    private string reference = "";

    [SetUp]
    public async Task OpenDeskAsync()
    {
        reference = await SubmitAsync(await VisitorAsync());
        await LogInAsync(Page, "mot-cua");
        await Page.ArriveAsync("**/mot-cua");
    }

    [Test]
    public async Task Keys_LeadThroughTheListAndOpenARow()
    {
        var first = Page.Locator("[data-keys] tr").First.Locator("a");
        await Page.Keyboard.PressAsync("j");
        await Expect(first).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("k");
        await Expect(first).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Page.ArriveAsync("**/mot-cua/ho-so/*");
    }

    [Test]
    public async Task Keys_LeadThroughThePapersBesideTheForm_AlsoWhileSomebodyTypes()
    {
        var visitor = await VisitorAsync();
        await DeclareAsync(visitor);
        var part = Manuscript;
        await visitor.SetInputFilesAsync(
            FileInput,
            [
                part,
                new()
                {
                    Name = "phan-hai.pdf",
                    MimeType = part.MimeType,
                    Buffer = part.Buffer,
                },
            ]
        );
        await visitor.ClickAsync("button[name=go][value=next]");
        await visitor.ArriveAsync("**/xem-lai/*");
        await visitor.ClickAsync(SendButton);
        await visitor.ArriveAsync("**/da-nop");
        await OpenAtCounterAsync(Page, (await visitor.Locator(".hd-reference").InnerTextAsync()).Trim());
        var papers = Page.Locator("a[target=giay-to]");
        await Expect(papers.Nth(0)).ToHaveAttributeAsync("aria-current", "true");

        await Page.Keyboard.PressAsync("n");
        await Expect(papers.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await Expect(papers.Nth(0)).Not.ToHaveAttributeAsync("aria-current", "true");
        await Page.FocusAsync("#hd-search");
        await Page.Keyboard.PressAsync("Alt+PageUp");
        await Expect(papers.Nth(0)).ToHaveAttributeAsync("aria-current", "true");
        await Page.EvaluateAsync("document.activeElement.blur()");
        await Page.Keyboard.PressAsync("v");
        await Expect(Page.Locator("iframe[name=giay-to]")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Keys_ReachTheSearchAndTheHelp_AndWriteNothingWhileSomebodyTypes()
    {
        await Page.Keyboard.PressAsync("?");
        await Expect(Page.Locator("[data-keys-dialog]")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("/");
        await Expect(Page.Locator("#hd-search")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("jk?");

        Assert.That(await Page.InputValueAsync("#hd-search"), Is.EqualTo("jk?"));
        await Expect(Page.Locator("[data-keys-dialog]")).ToBeHiddenAsync();
    }

    [Test]
    public async Task Palette_FindsADossier_DoesSomethingWithIt_AndGoesToAPage_ByKeysAlone()
    {
        var palette = Page.Locator("[data-palette]");
        var chosen = palette.Locator("[role=option][aria-selected=true]");
        await Page.FocusAsync("[name=ma]");
        await Page.Keyboard.PressAsync("Control+k");
        await Expect(palette.Locator("[role=combobox]")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.Locator("[name=ma]")).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("Control+k");
        await Page.Keyboard.TypeAsync(reference);
        await Expect(chosen).ToContainTextAsync(reference);
        await AssertFitsAsync(Page);
        await Page.Keyboard.PressAsync("Enter");
        await Page.ArriveAsync("**/ho-so/*");

        await Page.Keyboard.PressAsync("Control+k");
        await Expect(chosen).ToHaveTextAsync((await Page.Locator("[data-acts] a").First.TextContentAsync())!);
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("ArrowUp");
        await Page.Keyboard.PressAsync("Enter");
        await Page.ArriveAsync("**/mot-cua/ho-so/*");

        await Page.Keyboard.PressAsync("Control+k");
        await Page.Keyboard.TypeAsync("so theo doi");
        await Page.Keyboard.PressAsync("Enter");
        await Page.ArriveAsync("**/so-theo-doi");
    }

    [Test]
    public async Task TakeIn_BeginsAtTheNumber_AndEnterLeadsToTheFirstEmptyField()
    {
        await Page.GotoAsync($"/mot-cua/tiep-nhan/{Procedure}");
        await Expect(Page.Locator("[name='intake.number']")).ToBeFocusedAsync();

        await Page.Keyboard.TypeAsync("0800011018");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator("[name='applicant.identityNumber']")).ToHaveValueAsync("0800011018");
        await Expect(Page.Locator("[name='applicant.name']")).ToBeFocusedAsync();
    }

    [TestCase("body")]
    [TestCase("[name=ma]")]
    public async Task Scan_OfTheApplicantsCode_OpensWhatTheCounterDoesNext(string focused)
    {
        if (focused != "body")
            await Page.FocusAsync(focused);
        await Page.EvaluateAsync(Scan, reference);

        await Page.ArriveAsync("**/mot-cua/ho-so/*");
        await Expect(Page.Locator("h1")).ToContainTextAsync(reference);
    }

    [Test]
    public async Task WhatIsTyped_SurvivesAClosedTab()
    {
        await OpenAtCounterAsync(Page, reference);
        await Page.FillAsync("[name=reason]", "Không thuộc thẩm quyền");
        await Expect(Page.Locator("form:has([name=reason]) [data-keep]")).ToContainTextAsync("Đã lưu");

        var again = await Context.NewPageAsync();
        await again.GotoAsync(Page.Url);
        await Page.CloseAsync();
        await again.ClickAsync("button[name='lay-lai']");

        await Expect(again.Locator("[name=reason]")).ToHaveValueAsync("Không thuộc thẩm quyền");
    }

    [Test]
    public async Task Scan_IntoAReason_SendsNothing()
    {
        await OpenAtCounterAsync(Page, reference);
        await Page.FocusAsync("[name=reason]");
        var prevented = await Page.EvaluateAsync<bool>(
            """
            code => {
              const at = document.activeElement;
              return [...code, "Enter"].map(key => at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))).at(-1) === false;
            }
            """,
            reference
        );

        Assert.That(prevented);
        Assert.That(Page.Url, Does.Contain("/mot-cua/ho-so/"));
    }
}

using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>
/// With JavaScript a supplement shows what an answer calls for once it is given, hides it when it is taken back, and takes the truthful answer.
/// </summary>
public sealed class SupplementFormTests : JourneyTest
{
    [Test]
    public async Task AskedAnswer_ShowsWhatItCallsFor_AndIsTaken()
    {
        var applicant = await VisitorAsync();
        var clerk = await LoggedInAsync("mot-cua");
        var reference = await SubmitAsync(applicant);
        await OpenAtCounterAsync(clerk, reference);
        await clerk.ClickAsync("main a[href*='/bo-sung/']");
        foreach (var field in new[] { "isTranslation", "medium" })
        {
            await clerk.CheckAsync($"[name=ask][value='Field:{field}']");
            await clerk.FillAsync($"[name='reason.Field.{field}']", "Khai chưa đúng.");
        }

        await clerk.FillAsync("[name=reason]", "Đề nghị sửa.");
        await clerk.ClickAsync(SendButton);

        await applicant.GotoAsync($"/theo-doi/{reference}/bo-sung");
        await Expect(applicant.Locator("[name=translator]")).ToBeHiddenAsync();
        await Expect(applicant.Locator("[name=pages]")).ToBeVisibleAsync();
        await AnswerAsync(applicant, [new("isTranslation", "true"), new("medium", "electronicText")]);
        await Expect(applicant.Locator("[name=pages]")).ToBeHiddenAsync();
        await Expect(applicant.Locator("[name=printerName]")).ToBeHiddenAsync();
        await AnswerAsync(
            applicant,
            [new("origin", "Nhật Bản"), new("translator", "Người dịch"), new("capacity", "12"), new("durationMinutes", "30"), new("fileFormat", "PDF")]
        );
        await applicant.ClickAsync("button[name=go][value=supply]");

        await Expect(applicant.Locator(".hd-status-new")).ToBeVisibleAsync();
    }

    /// <summary>The script alone: what depends on an answer that is itself hidden is hidden too.</summary>
    [Test]
    public async Task HiddenAnswer_CountsForNothing()
    {
        await Page.GotoAsync("/nop-ho-so");
        await Page.EvaluateAsync(
            """
            () => {
              const form = document.createElement("form");
              form.innerHTML = '<select name="a"><option>no<option>yes</select><div data-show-when="{&quot;field&quot;:&quot;a&quot;,&quot;in&quot;:[&quot;yes&quot;]}"><select name="b"><option>no<option>yes</select></div><div data-show-when="{&quot;field&quot;:&quot;b&quot;,&quot;in&quot;:[&quot;yes&quot;]}" id="c">c</div>';
              document.querySelector("main").append(form);
            }
            """
        );

        foreach (var (a, b, shown) in new[] { ("yes", "yes", true), ("no", "yes", false), ("yes", "yes", true), ("yes", "no", false) })
        {
            await Page.EvaluateAsync(
                "([a, b]) => { const form = document.querySelector('main form:last-child'); form.elements.b.value = b; form.elements.a.value = a; form.elements.a.dispatchEvent(new Event('change', { bubbles: true })); }",
                new[] { a, b }
            );
            Assert.That(await Page.Locator("#c").IsVisibleAsync(), Is.EqualTo(shown), $"{a} {b}");
        }
    }
}

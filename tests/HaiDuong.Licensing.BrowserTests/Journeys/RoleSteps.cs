using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>What each role does with a dossier at its own page, pressed and typed as a person does. Every step ends on the page that says it is done.</summary>
/// <param name="look">Looks at each page before anything is done there.</param>
internal sealed class RoleSteps(Func<IPage, Task>? look = null)
{
    private const string Send = "main form[method=post] .btn-primary";

    /// <summary>Follows the dossier's own page to the step that waits for this person.</summary>
    public async Task OpenStepAsync(IPage page, string id, string path)
    {
        await page.GotoAsync($"/ho-so/{id}");
        await page.ClickAsync($"section[aria-labelledby=acts] a.btn-primary[href*='/{path}/']");
        await page.ArriveAsync($"**/{path}/**");
        await LookAsync(page);
    }

    public async Task AssignAsync(IPage head, string id, string specialist)
    {
        await OpenStepAsync(head, id, "phan-cong");
        await head.GetByLabel(specialist).CheckAsync();
        await head.FillAsync("[name=Note]:not([type=hidden])", "Đề nghị thẩm định đúng hạn.");
        await DoneAsync(head, Send);
    }

    /// <summary>Asks an agency for its opinion and records the paper that came as its answer.</summary>
    public async Task ConsultAsync(IPage specialist, string id, string agency)
    {
        await OpenStepAsync(specialist, id, "tham-dinh");
        await specialist.ClickAsync("details:has([name=Agency]) > summary");
        await specialist.CheckAsync($"[name=Agency][value={agency}]");
        await specialist.FillAsync("[name=Question]", "Đề nghị cho ý kiến về nội dung tài liệu.");
        await specialist.ClickAsync("details:has([name=Agency]) button");
        await specialist.ClickAsync("main a[href*='/y-kien/']");
        await LookAsync(specialist);
        await specialist.CheckAsync("[name=Answer][value=Agree]");
        await specialist.FillAsync("[name=Text]", "Nhất trí với nội dung tài liệu.");
        await DoneAsync(specialist, Send);
    }

    /// <summary>Reads the applicant's paper beside the form and finds every check met.</summary>
    public async Task AppraiseAsync(IPage specialist, string id)
    {
        await OpenStepAsync(specialist, id, "tham-dinh");
        await Assertions.Expect(specialist.Locator("iframe[name=giay-to]")).ToBeVisibleAsync();
        foreach (var met in await specialist.Locator("input[name^='checks.'][value=true]").AllAsync())
            await met.CheckAsync();
        await specialist.FillAsync("[name=Note]:not([type=hidden])", "Hồ sơ đủ điều kiện cấp phép.");
        await DoneAsync(specialist, Send);
    }

    /// <summary>Takes the whole fee that the page says is due.</summary>
    public async Task CollectFeeAsync(IPage accountant, string id)
    {
        await OpenStepAsync(accountant, id, "thu-phi");
        Assert.That(await accountant.InputValueAsync("[name=Amount]"), Is.Not.Empty, "The fee that is due stands in the box.");
        await accountant.FillAsync("[name=ReceiptNumber]", $"{Guid.CreateVersion7():N}");
        await accountant.CheckAsync("[name=Method][value=transfer]");
        await DoneAsync(accountant, Send);
    }

    /// <summary>Writes the licence, looks at it beside the form and hands it to the head.</summary>
    public async Task DraftAsync(IPage specialist, string id, string copies)
    {
        await OpenStepAsync(specialist, id, "du-thao");
        await specialist.CheckAsync("[name=Decision][value=Grant]");
        var follows = await specialist.RunAndWaitForResponseAsync(
            () => specialist.FillAsync("[name='fields.permittedCopies']", copies),
            answer => answer.Url.Contains("handler=Preview", StringComparison.Ordinal) && answer.Request.Method == "POST"
        );
        Assert.That(follows.Headers["content-type"], Is.EqualTo("application/pdf"), "The document follows what is typed.");
        await specialist.FillAsync("[name='fields.depositCopies']", "2");
        var shown = await specialist.SendAsync(() => specialist.ClickAsync("button[formtarget=du-thao]"));
        Assert.That(shown.Status, Is.EqualTo(200), "The preview beside the form.");
        await DoneAsync(specialist, Send);
    }

    public async Task SendBackAsync(IPage head, string id, string reason)
    {
        await OpenStepAsync(head, id, "duyet-du-thao");
        await head.FillAsync("[name=Reason]", reason);
        await DoneAsync(head, "main form[method=post] .btn-outline-danger");
    }

    public async Task ApproveAsync(IPage head, string id)
    {
        await OpenStepAsync(head, id, "duyet-du-thao");
        await DoneAsync(head, Send);
    }

    public async Task SignAsync(IPage leader, string id)
    {
        await leader.GotoAsync("/ky");
        await LookAsync(leader);
        await leader.ClickAsync($"main a.hd-code[href*='{id}']");
        await Assertions.Expect(leader.Locator(".hd-document")).ToBeVisibleAsync();
        await LookAsync(leader);
        await ProveAsync(leader);
        await DoneAsync(leader, Send);
    }

    /// <summary>Gives the password again where the page asks for it: before the first signature of a few minutes.</summary>
    private static async Task ProveAsync(IPage leader)
    {
        if (await leader.Locator("[name=proof]").CountAsync() > 0)
            await leader.FillAsync("[name=proof]", DemoPeople.Password);
    }

    public async Task IssueAsync(IPage registry, string id)
    {
        await registry.GotoAsync("/phat-hanh");
        await LookAsync(registry);
        await registry.ClickAsync($"main a.hd-code[href*='{id}']");
        await LookAsync(registry);
        await DoneAsync(registry, Send);
    }

    /// <summary>Finds the dossier by the code on the applicant's receipt and gives the result out.</summary>
    public async Task HandOverAsync(IPage clerk, string code, string receiver, string identityNumber)
    {
        await clerk.GotoAsync("/mot-cua");
        await clerk.FillAsync("[name=ma]", code);
        await clerk.PressAsync("[name=ma]", "Enter");
        await clerk.ArriveAsync("**/mot-cua/tra/**");
        await LookAsync(clerk);
        await clerk.FillAsync("[name=receiver]", receiver);
        await clerk.FillAsync("[name=identityNumber]", identityNumber);
        await clerk.CheckAsync("[name=by][value=Counter]");
        await DoneAsync(clerk, Send);
    }

    private Task LookAsync(IPage page) => look?.Invoke(page) ?? Task.CompletedTask;

    private static async Task DoneAsync(IPage page, string button)
    {
        await page.ClickAsync(button);
        await Assertions.Expect(page.Locator(".hd-flash-good")).ToBeVisibleAsync();
    }
}

using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>The ways that leave the straight road: a supplement, a withdrawal, a refusal at the door; and an applicant with an account.</summary>
public sealed class OtherPathTests : JourneyTest
{
    private const string PaperReason = "Bản thảo chưa đóng dấu của cơ quan đề nghị.";
    private const string FieldReason = "Số lượng in chưa khớp với văn bản kèm theo.";
    private const string DoorReason = "Nội dung đề nghị không thuộc thẩm quyền giải quyết của Sở.";

    private static readonly RoleSteps Steps = new();

    [Test]
    public async Task Supplement_IsAskedExactlyAndSuppliedExactly()
    {
        var reference = await SubmitAsync(Page);
        var id = await TakenUpAsync(reference);
        var specialist = await LoggedInAsync("chuyen-vien-bao-chi");
        await AskAsync(specialist, id);

        await FollowAsync(Page, reference);
        await Expect(Page.Locator(".hd-note-warn li")).ToHaveCountAsync(2);
        await Page.ClickAsync(".hd-note-warn .btn-primary");
        await Expect(Page.Locator("main form .hd-panel")).ToHaveCountAsync(2);
        await Expect(Page.Locator("main")).ToContainTextAsync(PaperReason);
        await Expect(Page.Locator("main")).ToContainTextAsync(FieldReason);
        Assert.That(await Page.InputValueAsync("[name=copies]"), Is.EqualTo("1.000"));
        await Page.ClickAsync("button[name=go][value=supply]");
        await Expect(Page.Locator(".hd-error-summary")).ToContainTextAsync("Bản thảo");
        await Page.FillAsync("[name=copies]", "1200");
        await Page.SetInputFilesAsync(FileInput, Manuscript);
        await Page.ClickAsync("button[name=go][value=supply]");
        await Expect(Page.Locator(".hd-status-going")).ToBeVisibleAsync();

        await Steps.OpenStepAsync(specialist, id, "tham-dinh");
        await Expect(specialist.Locator(".hd-papers .hd-badge")).ToHaveTextAsync("bổ sung lần 1");
        await specialist.ClickAsync(".hd-split-paper summary");
        await Expect(specialist.Locator(".hd-split-paper")).ToContainTextAsync("1.200 bản");
    }

    [Test]
    public async Task Withdrawal_AskedByTheApplicant_IsAgreedAtTheCounterAndEndsTheDossier()
    {
        var reference = await SubmitAsync(Page);
        var id = await TakenUpAsync(reference);
        await FollowAsync(Page, reference);
        await Page.ClickAsync($"main a[href$='/{reference}/rut']");
        await Page.FillAsync("[name=reason]", "Đơn vị hoãn việc in.");
        await Page.ClickAsync("main form .btn-danger");
        await Page.ArriveAsync($"**/theo-doi/{reference}");

        var clerk = await LoggedInAsync("mot-cua");
        await clerk.GotoAsync("/mot-cua?muc=Withdrawals");
        await clerk.ClickAsync($"main a.hd-code[href*='{id}']");
        await Expect(clerk.Locator("section[aria-labelledby=request]")).ToContainTextAsync("Đơn vị hoãn việc in.");
        await clerk.ClickAsync("section[aria-labelledby=agree] .btn-primary");
        await Expect(clerk.Locator(".hd-flash-good")).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Page.Locator("main .hd-badge").First).ToHaveTextAsync("Dừng xử lý");
        await Expect(Page.Locator($"main a[href$='/{reference}/rut']")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Refusal_AtTheDoor_TellsTheApplicantWhyAndGivesTheSlip()
    {
        var reference = await SubmitAsync(Page);
        var clerk = await LoggedInAsync("mot-cua");
        await OpenAtCounterAsync(clerk, reference);
        await clerk.ClickAsync(".hd-decide a[href='#refuse']");
        await clerk.FillAsync("[name=reason]", DoorReason);
        await clerk.ClickAsync("section[aria-labelledby=refuse] .btn-outline-danger");
        await Expect(clerk.Locator(".hd-flash-good")).ToBeVisibleAsync();

        await FollowAsync(Page, reference);
        await Expect(Page.Locator(".hd-status-refused")).ToBeVisibleAsync();
        await Expect(Page.Locator(".hd-timeline")).ToContainTextAsync(DoorReason);
        var slip = await TextOfAsync(await DownloadAsync(Page, (await Page.GetAttributeAsync("main a[href*='/tep/']", "href"))!));
        Assert.That(slip, Does.Contain("TỪ CHỐI").And.Contain(DoorReason).And.Contain(ApplicantName));
    }

    [Test]
    public async Task RegisteredApplicant_FindsTheirDataInTheFormAndTheDossierInTheirList()
    {
        await Page.GotoAsync("/dang-ky");
        await AnswerAsync(
            Page,
            new Dictionary<string, string>
            {
                ["Input.Kind"] = "Organisation",
                ["Input.Name"] = ApplicantName,
                ["Input.IdentityNumber"] = TaxCode,
                ["Input.Address"] = Answers["applicant.address"],
                ["Input.Phone"] = Answers["applicant.phone"],
                ["Input.Email"] = "vanthu@hoilienhiep.example",
                ["Input.Password"] = "bon con voi xanh di bo",
                ["Input.PasswordAgain"] = "bon con voi xanh di bo",
            }
        );
        await Page.ClickAsync(SendButton);
        await Page.ArriveAsync("**/ho-so-cua-toi");
        await Expect(Page.Locator(".hd-empty")).ToBeVisibleAsync();

        await Page.GotoAsync($"/nop-ho-so/{Procedure}/to-khai?kind=Organisation");
        Assert.That(await Page.InputValueAsync("[name='applicant.name']"), Is.EqualTo(ApplicantName));
        var reference = await SubmitAsync(Page);
        await Page.GotoAsync("/ho-so-cua-toi");
        await Page.GetByRole(AriaRole.Link, new() { Name = reference }).ClickAsync();
        await Expect(Page.Locator(".hd-status-new")).ToBeVisibleAsync();
    }

    /// <summary>Accepted at the counter and assigned; returns the id.</summary>
    private async Task<string> TakenUpAsync(string reference)
    {
        var clerk = await LoggedInAsync("mot-cua");
        await OpenAtCounterAsync(clerk, reference);
        var (_, id) = await AcceptAsync(clerk);
        var specialist = DemoPeople.All.Single(person => person.UserName == "chuyen-vien-bao-chi");
        await Steps.AssignAsync(await LoggedInAsync("truong-phong-bao-chi"), id, specialist.DisplayName);
        return id;
    }

    private async Task AskAsync(IPage specialist, string id)
    {
        await Steps.OpenStepAsync(specialist, id, "tham-dinh");
        await specialist.ClickAsync("main a[href*='/bo-sung/']");
        await specialist.CheckAsync("[name=ask][value='Paper:manuscript']");
        await specialist.FillAsync("[name='reason.Paper.manuscript']", PaperReason);
        await specialist.CheckAsync("[name=ask][value='Field:copies']");
        await specialist.FillAsync("[name='reason.Field.copies']", FieldReason);
        await specialist.FillAsync("[name=reason]", "Đề nghị bổ sung để thẩm định.");
        await specialist.ClickAsync(SendButton);
        await Expect(specialist.Locator("section[aria-labelledby=asked]")).ToBeVisibleAsync();
    }

    private static async Task FollowAsync(IPage applicant, string reference)
    {
        await applicant.GotoAsync("/tra-cuu");
        await applicant.FillAsync("[name=code]", reference);
        await applicant.FillAsync("[name=number]", TaxCode);
        await applicant.ClickAsync(SendButton);
        await applicant.ArriveAsync($"**/theo-doi/{reference}");
    }
}

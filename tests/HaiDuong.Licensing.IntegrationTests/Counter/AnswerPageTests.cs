using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Tests.Files;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

public sealed class AnswerPageTests
{
    private CounterOffice office = null!;
    private PageVisitor clerk = null!;
    private Guid id;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        office = await CounterOffice.OpenAsync();
        clerk = await office.LogInAsync(CounterOffice.Clerk);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [SetUp]
    public async Task SubmitAsync() => id = await office.SubmitAsync();

    /// <summary>What a person reads on a slip.</summary>
    private async Task<string> PrintedAsync(Slip slip) => await PdfText.OfAsync(await clerk.OpenAsync($"/ho-so/{id}?handler=Slip&hash={slip.FileHash}"));

    private string Page => $"/mot-cua/ho-so/{id}";

    [Test]
    public async Task Answer_BySomebodyElse_IsClosed()
    {
        var visitor = await office.Visitor().OpenAsync(Page);
        var specialist = await (await office.LogInAsync(CounterOffice.Specialist)).OpenAsync(Page);

        Assert.That(visitor.Location, Does.Contain("/dang-nhap"));
        Assert.That(specialist.Status, Is.Not.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Accept_GivesTheCodeAndTheReceiptToPrint()
    {
        var page = await clerk.OpenAsync(Page);
        var accepted = await clerk.SendAsync($"{Page}?handler=Accept");
        var receipt = await clerk.OpenAsync(accepted.Location!);
        var dossier = await office.FindAsync(id);
        var pdf = await clerk.OpenAsync($"/ho-so/{id}?handler=Slip&hash={dossier.Slips.Single(slip => slip.Kind == SlipKind.Receipt).FileHash}");

        Assert.That(page.Text, Does.Contain("Bản thảo.pdf").And.Contain("Kỷ yếu hội thảo văn hóa xứ Đông"));
        Assert.That(accepted.Location, Is.EqualTo($"/mot-cua/bien-nhan/{id}"));
        Assert.That(dossier.Code, Is.Not.Null);
        Assert.That(receipt.Text, Does.Contain(dossier.Code).And.Contain(VietnameseDate.Print(dossier.PromisedDue!.Value)));
        Assert.That(pdf.Response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(pdf.Text, Does.StartWith("%PDF"));
    }

    [Test]
    public async Task Refuse_WithoutAReason_IsRefused()
    {
        await clerk.OpenAsync(Page);

        var told = await clerk.SendAsync($"{Page}?handler=Refuse", ("reason", " "));

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(told.Text, Does.Contain(new Refusal("ReasonRequired").Sentence).And.Contain("href=\"#reason\""));
        Assert.That((await office.FindAsync(id)).Status, Is.EqualTo(DossierStatus.AwaitingAcceptance));
    }

    [Test]
    public async Task Refuse_WithAReason_EndsTheDossierAndKeepsTheSlip()
    {
        await clerk.OpenAsync(Page);

        await clerk.SendAsync($"{Page}?handler=Refuse", ("reason", "Không thuộc thẩm quyền của Sở"));

        var dossier = await office.FindAsync(id);
        Assert.That(dossier.Status, Is.EqualTo(DossierStatus.RefusedAtDoor));
        Assert.That(dossier.Slips.Select(slip => slip.Kind), Is.EqualTo(new[] { SlipKind.Refusal }));
    }

    [Test]
    public async Task Refuse_WhenAnotherClerkWasFaster_NamesThemAndKeepsTheText()
    {
        const string reason = "Lý do đã gõ rất dài";
        var other = await office.LogInAsync(CounterOffice.OtherClerk);
        await clerk.OpenAsync(Page);
        await other.OpenAsync(Page);
        await other.SendAsync($"{Page}?handler=Accept");

        var told = await clerk.SendAsync($"{Page}?handler=Refuse", ("reason", reason));

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(told.Text, Does.Contain(CounterOffice.NameOf(CounterOffice.OtherClerk)).And.Contain(reason));
        Assert.That((await office.FindAsync(id)).IsAccepted);
    }

    [Test]
    public async Task AskSupplement_WithNothingChosen_IsRefusedAndKeepsTheText()
    {
        await clerk.OpenAsync($"/bo-sung/{id}");

        var told = await clerk.SendAsync($"/bo-sung/{id}", ("reason", "Bản thảo thiếu trang 3"), ("answerBy", "không rõ"));
        var empty = await clerk.SendAsync(
            $"/bo-sung/{id}",
            ("reason", "Bản thảo thiếu trang 3"),
            ("answerBy", "31/12/2049"),
            ("SeenQuestion", "AppointedDayFar:2049-12-31")
        );

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(told.Text, Does.Contain("Bản thảo thiếu trang 3").And.Contain("value=\"không rõ\""));
        Assert.That(empty.Text, Does.Contain(new Refusal("SupplementItemsRequired").Sentence));
    }

    [Test]
    public async Task AskSupplement_WithoutALastDay_OrWithNone_SaysWhichDayToType_AndNoneThatIsOver()
    {
        await clerk.OpenAsync($"/bo-sung/{id}");
        (string, string)[] typed = [("ask", "Field:pages"), ("reason.pages", "Không khớp"), ("reason", "Chưa hợp lệ")];

        var empty = await clerk.SendAsync($"/bo-sung/{id}", [.. typed, ("answerBy", "")]);
        var unread = await clerk.SendAsync($"/bo-sung/{id}", [.. typed, ("answerBy", "mai")]);

        Assert.That(empty.Text, Does.Contain("id=\"answerBy-error\""));
        Assert.That(unread.Text, Does.Contain("Hãy nhập ngày theo dạng ngày/tháng/năm").And.Not.Contain("ví dụ 05/09/2019"));
    }

    [Test]
    public async Task AskSupplement_ByADayOfAnotherDecade_AsksWhetherItIsMeant()
    {
        await clerk.OpenAsync($"/bo-sung/{id}");
        (string, string)[] typed = [("ask", "Field:pages"), ("reason.Field.pages", "Không khớp"), ("reason", "Chưa hợp lệ"), ("answerBy", "31/12/2036")];

        var told = await clerk.SendAsync($"/bo-sung/{id}", typed);
        var meant = await clerk.SendAsync($"/bo-sung/{id}", typed);

        Assert.That((told.Status, told.Text.Contains("muộn hơn thường lệ", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)));
        Assert.That(meant.Location, Is.EqualTo($"/bo-sung/{id}"));
        Assert.That((await office.FindAsync(id)).Status, Is.EqualTo(DossierStatus.AwaitingSupplement));
    }

    [Test]
    public async Task AskSupplement_ForAPaperAndAnAnswer_ShowsTheSlipAndLeavesTheDesk()
    {
        await clerk.OpenAsync($"/bo-sung/{id}");

        var asked = await clerk.SendAsync(
            $"/bo-sung/{id}",
            ("ask", "Paper:manuscript"),
            ("reason.Paper.manuscript", "Thiếu dấu"),
            ("ask", "Field:pages"),
            ("reason.Field.pages", "Không khớp bản thảo"),
            ("reason", "Hồ sơ chưa hợp lệ"),
            ("answerBy", "31/12/2049"),
            ("SeenQuestion", "AppointedDayFar:2049-12-31")
        );
        var page = await clerk.OpenAsync(asked.Location!);

        var dossier = await office.FindAsync(id);
        Assert.That(dossier.Status, Is.EqualTo(DossierStatus.AwaitingSupplement));
        Assert.That(
            dossier.UnansweredSupplement!.Items.Select(item => (item.Target, item.Key, item.Reason)),
            Is.EqualTo(new[] { (SupplementTarget.Paper, "manuscript", "Thiếu dấu"), (SupplementTarget.Field, "pages", "Không khớp bản thảo") })
        );
        Assert.That(page.Text, Does.Contain(dossier.Slips.Single().FileHash).And.Contain("Thiếu dấu"));
        Assert.That(
            await PrintedAsync(dossier.Slips.Single()),
            Does.Contain("Lý do: Thiếu dấu").And.Contain("Lý do: Không khớp bản thảo").And.Contain("Lý do chung: Hồ sơ chưa hợp lệ")
        );
    }

    [Test]
    public async Task Withdrawal_RecordedAtTheCounterWithThePaper_IsDecidedBySomebodyElse()
    {
        await clerk.OpenAsync(Page);
        await clerk.SendAsync($"{Page}?handler=Accept");
        await clerk.OpenAsync(Withdrawal);
        var token = clerk.Hidden["xsrf"];
        var bare = await clerk.SendAsync($"{Withdrawal}?handler=Ask", ("reason", "Không in nữa"));
        await clerk.SendFilesAsync($"{Withdrawal}?handler=Ask", [("reason", "Không in nữa")], ("paper", "don-rut.pdf", SamplePdf.OnePage));
        var own = await clerk.OpenAsync(Withdrawal);
        var ownAgree = await clerk.SendAsync($"{Withdrawal}?handler=Agree", ("xsrf", token));

        var other = await office.LogInAsync(CounterOffice.OtherClerk);
        var page = await other.OpenAsync(Withdrawal);
        var refused = await other.SendAsync($"{Withdrawal}?handler=Refuse", ("reason", ""));
        await other.SendAsync($"{Withdrawal}?handler=Agree");

        Assert.That(
            (bare.Status, ownAgree.Status, refused.Status),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity))
        );
        Assert.That(own.Text, Does.Contain("một người khác").And.Not.Contain("Đồng ý cho rút hồ sơ"));
        Assert.That(page.Text, Does.Contain("Không in nữa").And.Contain("don-rut.pdf"));
        Assert.That((await office.FindAsync(id)).Status, Is.EqualTo(DossierStatus.Stopped));
    }

    private string Withdrawal => $"/rut-ho-so/{id}";
}

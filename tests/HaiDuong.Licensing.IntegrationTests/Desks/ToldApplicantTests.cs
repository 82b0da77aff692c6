using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What the applicant reads of a dossier: whose act it was, where it is, by which ways a supplement comes, and no date that does not stand.</summary>
internal sealed class ToldApplicantTests
{
    private static readonly LocalDateTime Start = new(2025, 9, 8, 9, 0);
    private static readonly SupplementItem Summary = new(SupplementTarget.Field, "summary", "Tóm tắt", "Chưa rõ");

    private DeskHost host = null!;
    private DueOffice office = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        office = new DueOffice(host);
    }

    [SetUp]
    public void Begin() => office.Now = Start;

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Withdrawal_RecordedByTheCounter_IsSaidToBeTheOffices()
    {
        var id = await office.AcceptedAsync();
        var paper = new Paper(Guid.CreateVersion7(), WithdrawalRequest.PaperKey, new string('a', 64), "don.pdf", "application/pdf", 10, 0, 0, Instant.MinValue);
        await office.DoAsync(id, Start.PlusHours(1), (dossier, by) => dossier.AskWithdrawal("Đổi kế hoạch", paper, by("mot-cua")));

        var page = await TrackedAsync(id);

        Assert.That(page.Html, Does.Contain("Cơ quan đã ghi nhận yêu cầu rút hồ sơ").And.Contain("Ghi nhận yêu cầu rút hồ sơ"));
        Assert.That(page.Html, Does.Not.Contain("Quý vị đã xin rút"));
    }

    [Test]
    public async Task Refusal_IsTheHeadline_NotThatThereIsAResult()
    {
        var driver = new DossierDriver(host.Services, [.. host.Actors.Values], DueOffice.Permit);
        var id = await office.AcceptedAsync();
        while ((await office.FindAsync(id)).Work.All(item => item.StepId != "draft"))
            TestOffice.Sure(await driver.NextAsync(id));
        var refused = DecisionKind.Refuse;
        await office.DoAsync(
            id,
            Start.PlusHours(2),
            (dossier, by) => dossier.DraftResult("draft", new(refused, new Dictionary<string, string>(), [], "Chưa phù hợp", "", Start), by("chuyen-vien")),
            (dossier, by) => dossier.ApproveDraft("review", null, by("truong-phong")),
            (dossier, by) => dossier.Sign("sign", new(refused, new string('b', 64), "Giám đốc", "GIÁM ĐỐC", Start, "CODE"), by("giam-doc")),
            (dossier, by) => dossier.Issue("issue", "01/SVHTTDL", Start.Date, new string('c', 64), by("van-thu"))
        );

        var page = await TrackedAsync(id);
        var list = await office.PageAsync(DueOffice.Owner, "/ho-so-cua-toi");

        Assert.That(page.Html, Does.Contain("cơ quan không chấp thuận đề nghị").And.Contain("Văn bản không chấp thuận đề nghị"));
        Assert.That(list, Does.Contain("Văn bản không chấp thuận đề nghị"));
    }

    [Test]
    public async Task Proof_OfWhatEndedBeforeAcceptance_SaysThatItEnded_AndOfADayToComeNothing()
    {
        var ended = await office.SubmittedAsync();
        await office.DoAsync(ended, Start.PlusHours(1), (dossier, by) => dossier.AskWithdrawal(null, null, by(DueOffice.Owner)));
        var running = await office.AcceptedAsync();

        var proof = await TrackedAsync(ended, "/thoi-han");
        var future = await TrackedAsync(running, "/thoi-han?ngay=01/01/2030");

        Assert.That(proof.Html, Does.Contain("kết thúc trước khi được tiếp nhận").And.Not.Contain("Thời hạn bắt đầu khi"));
        Assert.That(
            (future.Status, future.Html.Contains("Ngày này chưa đến", StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, true))
        );
        Assert.That(future.Html, Does.Not.Contain("quá hạn").IgnoreCase);
    }

    [Test]
    public async Task Proof_OfADayBeforeItEnded_SaysWhatWasKnownThen()
    {
        var ended = await office.SubmittedAsync();
        await office.DoAsync(ended, Start.PlusDays(3), (dossier, by) => dossier.AskWithdrawal(null, null, by(DueOffice.Owner)));
        office.Now = Start.PlusDays(5);

        var before = await TrackedAsync(ended, "/thoi-han?ngay=09/09/2025");
        var after = await TrackedAsync(ended, "/thoi-han?ngay=11/09/2025");

        Assert.That(before.Html, Does.Contain("Thời hạn bắt đầu khi hồ sơ được tiếp nhận").And.Not.Contain("kết thúc trước khi"));
        Assert.That(after.Html, Does.Contain("kết thúc trước khi được tiếp nhận"));
    }

    [Test]
    public async Task BeforeAcceptance_NothingIsPromisedThatAcceptanceAloneGives()
    {
        var id = await office.SubmittedAsync();
        await office.DoAsync(id, Start.PlusHours(1), (dossier, by) => dossier.AskSupplement([Summary], "Chưa rõ", Start.Date.PlusDays(14), by("mot-cua")));
        var owner = await host.AsAsync(DueOffice.Owner);
        var asked = await TrackedAsync(id);
        var page = $"/theo-doi/{asked.Dossier.Reference}";

        await owner.GetAsync(page + "/bo-sung");
        await owner.PostAsync(page + "/bo-sung", new() { ["summary"] = "Rõ hơn", ["go"] = "supply" });
        var supplied = await owner.GetAsync(page);
        await owner.GetAsync(page + "/rut");
        await owner.PostAsync(page + "/rut", []);
        var withdrawn = await owner.GetAsync(page);

        Assert.That(asked.Html, Does.Contain("rồi mới trả lời có tiếp nhận hay không").And.Not.Contain("giải quyết tiếp"));
        Assert.That(supplied.Html, Does.Contain("Hồ sơ chưa được tiếp nhận; chậm nhất").And.Not.Contain("giải quyết tiếp"));
        Assert.That(withdrawn.Html, Does.Contain("Hồ sơ đã được rút.").And.Not.Contain("Đã ghi nhận yêu cầu rút"));
    }

    [Test]
    public async Task Dossier_ThatWaitsForAgencies_SaysWhereItIs()
    {
        const string slug = "bts-investment-approval";
        var driver = new DossierDriver(host.Services, [.. host.Actors.Values], slug);
        var id = await office.AcceptedAsync(slug);
        while ((await office.FindAsync(id)).Work.Any(item => item.Role != StaffRole.ConsultedAgency))
            TestOffice.Sure(await driver.NextAsync(id));

        var page = await TrackedAsync(id);

        var agency = host
            .Services.GetRequiredService<Rulebooks>()
            .For(page.Dossier)
            .Procedure.ConsultedAgencies.First(known => known.Key == page.Dossier.Work[0].Unit)
            .Name;
        Assert.That(page.Html, Does.Match($"Hồ sơ đang ở</dt><dd>[^<]*{agency}"));
    }

    [Test]
    public async Task Supplement_BeforeAcceptance_IsToldWithTheWaysInWhichItComes_AndWithoutACode()
    {
        var id = await office.SubmittedAsync();
        var asked = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<AskSupplement>()
                .DoAsync(new(id, null, [Summary], "Chưa rõ", Start.Date.PlusDays(14)), host.Actors["mot-cua"], CancellationToken.None)
        );
        var dossier = TestOffice.Sure(asked);

        var paper = await PdfText.OfAsync(host.Services, dossier.Slips[^1]);
        var page = await TrackedAsync(id);

        Assert.That(paper, Does.Contain("gửi qua bưu chính đến").And.Contain(dossier.Reference).And.Contain("được tiếp nhận. Cách nộp"));
        Assert.That(paper, Does.Not.Contain("Mã hồ sơ"));
        Assert.That(page.Html, Does.Contain("gửi qua bưu chính đến"));
    }

    [Test]
    public async Task Receipt_OfASupplementOfALateDossier_GivesNoDateThatIsOver()
    {
        var id = await office.AcceptedAsync();
        var late = (await office.FindAsync(id)).PromisedDue!.Value.PlusDays(7);
        await office.DoAsync(
            id,
            late,
            (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
            (dossier, by) => dossier.AskSupplement([Summary], "Chưa rõ", late.Date.PlusDays(7), by("chuyen-vien"))
        );
        var form = (await office.FindAsync(id)).Form;

        var taken = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<SupplySupplement>().DoAsync(new(id, null, form.With("summary", "Rõ hơn")), host.Actors["mot-cua"], CancellationToken.None)
        );
        var dossier = TestOffice.Sure(taken);

        var rests = dossier.WhyDateRests(office.Now)!;
        Assert.That(await PdfText.OfAsync(host.Services, dossier.Slips[^1]), Does.Contain($"Thời gian trả kết quả giải quyết hồ sơ: {rests}"));
    }

    private async Task<(HttpStatusCode Status, string Html, Dossier Dossier)> TrackedAsync(Guid id, string page = "")
    {
        var dossier = await office.FindAsync(id);
        var answer = await (await host.AsAsync(DueOffice.Owner)).GetAsync($"/theo-doi/{dossier.Reference}{page}");
        return (answer.Status, answer.Html, dossier);
    }
}

using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

/// <summary>Before a second dossier is made of one that is open, the clerk is asked once and told which it is; the applicant is told of their own alone.</summary>
public sealed class DuplicateTests
{
    private const string Page = "/mot-cua/tiep-nhan/publishing-permit";
    private const string Note = "Có thể trùng với hồ sơ đang giải quyết";

    private CounterOffice office = null!;
    private PageVisitor clerk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        office = await CounterOffice.OpenAsync();
        clerk = await office.LogInAsync(CounterOffice.Clerk);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    private static (string, string) NumberOf(IEnumerable<(string Name, string Value)> answers) => answers.Single(one => one.Name == "applicant.identityNumber");

    private static (string, string) TitleOf(IEnumerable<(string Name, string Value)> answers) => answers.Single(one => one.Name == "documentTitle");

    private async Task<VisitedPage> TypeAsync(params IReadOnlyList<(string Name, string Value)> answers)
    {
        await clerk.OpenAsync(Page);
        await clerk.SendAsync(Page, ("intake.number", answers.Single(one => one.Name == "applicant.identityNumber").Value), ("go", "begin"));
        return await clerk.SendAsync(Page, CounterOffice.Typed("Người nộp lần hai", answers));
    }

    [Test]
    public async Task SecondOfTheSameApplicant_IsAskedAboutOnce_WithTheFirst()
    {
        var first = PermitApplication.Alone();
        var id = await CounterOffice.TakeInAsync(clerk, "Hội Luật gia tỉnh", first);

        var asked = await TypeAsync(NumberOf(first), TitleOf(PermitApplication.Alone()));
        var meant = await clerk.SendAsync(Page, CounterOffice.Typed("Người nộp lần hai", NumberOf(first), TitleOf(PermitApplication.Alone())));

        Assert.That((asked.Status, asked.Text.Contains(Note, StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)));
        Assert.That(
            asked.Text,
            Does.Contain($"href=\"/ho-so/{id}\"").And.Contain("Chủ hồ sơ này đang có hồ sơ cùng thủ tục").And.Not.Contain("của chủ hồ sơ khác")
        );
        Assert.That(meant.Location, Does.StartWith("/mot-cua/bien-nhan/"), meant.Text);
    }

    [Test]
    public async Task SecondAboutTheSameThing_OfAnotherApplicant_IsAskedAbout()
    {
        var first = PermitApplication.Alone();
        var id = await CounterOffice.TakeInAsync(clerk, "Hội Nhà báo tỉnh", first);

        var asked = await TypeAsync(NumberOf(PermitApplication.Alone()), TitleOf(first));

        Assert.That(asked.Text, Does.Contain($"href=\"/ho-so/{id}\"").And.Contain("của chủ hồ sơ khác"));
    }

    [Test]
    public async Task AnotherThatTheApplicantBrought_IsBegunFromTheFirst_AndAskedAboutOnlyWhenItIsAboutTheSame()
    {
        var first = PermitApplication.Alone();
        var id = await CounterOffice.TakeInAsync(clerk, "Hội Khuyến học tỉnh", first);
        var (link, more) = ($"{Page}?nhu={id}", ("nhu", id.ToString()));

        var receipt = await clerk.OpenAsync($"/mot-cua/bien-nhan/{id}");
        var begun = await clerk.OpenAsync(link);
        var same = await clerk.SendAsync(link, [.. CounterOffice.Typed("Hội Khuyến học tỉnh", NumberOf(first), TitleOf(first)), more]);
        var another = await clerk.SendAsync(link, [.. CounterOffice.Typed("Hội Khuyến học tỉnh", NumberOf(first), TitleOf(PermitApplication.Alone())), more]);

        Assert.That(receipt.Text, Does.Contain(link).And.Not.Contain("Hôm nay quầy đã tiếp nhận"));
        Assert.That(begun.Text, Does.Contain("value=\"Hội Khuyến học tỉnh\"").And.Contain($"value=\"{NumberOf(first).Item2}\""));
        Assert.That(begun.Text, Does.Match("name=\"papers.manuscript.originals\"[^>]* value=\"3\"").And.Not.Contain(TitleOf(first).Item2));
        Assert.That(same.Text, Does.Contain($"href=\"/ho-so/{id}\"").And.Contain("Chủ hồ sơ này đang có hồ sơ cùng thủ tục"));
        Assert.That(another.Location, Does.StartWith("/mot-cua/bien-nhan/"), another.Text);
        var together = await clerk.OpenAsync(another.Location!);
        Assert.That(together.Text, Does.Contain("Hôm nay quầy đã tiếp nhận 2 hồ sơ của người này").And.Contain($"name=\"chon\" value=\"{id}\""));
    }

    [Test]
    public async Task Another_OfADossierThatWasSentOnline_IsNotBegunFromIt()
    {
        var sent = await office.SubmitAsync(PermitApplication.Alone());
        await clerk.OpenAsync($"/mot-cua/ho-so/{sent}");
        await clerk.SendAsync($"/mot-cua/ho-so/{sent}?handler=Accept");

        Assert.That((await clerk.OpenAsync($"/mot-cua/bien-nhan/{sent}")).Text, Does.Not.Contain("?nhu="));
        Assert.That((await clerk.OpenAsync($"{Page}?nhu={sent}")).Text, Does.Contain("intake.number"));
    }

    [Test]
    public async Task WhatIsClosed_OrOfAnotherProcedure_IsNotAskedAbout()
    {
        var first = PermitApplication.Alone();
        var id = await CounterOffice.TakeInAsync(clerk, "Hội Điện ảnh tỉnh", first);
        await clerk.OpenAsync($"/mot-cua/huy-tiep-nhan/{id}");
        await clerk.SendAsync($"/mot-cua/huy-tiep-nhan/{id}", ("reason", "Nhập nhầm"));

        var again = await TypeAsync(first);

        Assert.That((again.Status, again.Text.Contains(Note, StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, false)), again.Text);
    }

    [Test]
    public async Task WhatHasItsResult_IsSettled_AndNotAskedAbout()
    {
        var first = PermitApplication.Alone();
        var id = await CounterOffice.TakeInAsync(clerk, "Hội Mỹ thuật tỉnh", first);
        await office.AtDatabaseAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE dossier_rows SET status = {(int)DossierStatus.ResultReady} WHERE dossier_id = {id}")
        );

        var again = await TypeAsync(first);

        Assert.That((again.Status, again.Text.Contains(Note, StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, false)), again.Text);
    }

    [Test]
    public async Task OnlineOne_IsShownBesideTheFirst_AndAskedAboutWhenItIsAccepted()
    {
        var first = PermitApplication.Alone();
        var taken = await CounterOffice.TakeInAsync(clerk, "Trung tâm Văn hóa tỉnh", first);
        var sent = await office.SubmitAsync(NumberOf(first), TitleOf(PermitApplication.Alone()));
        var page = $"/mot-cua/ho-so/{sent}";

        var shown = await clerk.OpenAsync(page);
        var asked = await clerk.SendAsync($"{page}?handler=Accept");
        var meant = await clerk.SendAsync($"{page}?handler=Accept");

        Assert.That(shown.Text, Does.Contain(Note).And.Contain($"href=\"/ho-so/{taken}\""));
        Assert.That((asked.Status, meant.Location), Is.EqualTo((HttpStatusCode.UnprocessableEntity, $"/mot-cua/bien-nhan/{sent}")));
        Assert.That((await office.FindAsync(sent)).IsAccepted);
    }

    [Test]
    public async Task Applicant_IsToldOfTheAccountsOwn_AndMayGoOn_AStrangerOfNothing()
    {
        var first = PermitApplication.Alone();
        var own = await office.LogInAsync("doanh-nghiep");
        var before = await office.SubmitAsync(own, NumberOf(first), TitleOf(PermitApplication.Alone()));

        var mine = await PermitApplication.PrepareAsync(own, NumberOf(first), TitleOf(PermitApplication.Alone()));
        var told = await own.OpenAsync($"{PermitApplication.Start}/xem-lai/{mine}");
        var sent = await own.SendAsync($"{PermitApplication.Start}/xem-lai/{mine}");
        var stranger = office.Visitor();
        var theirs = await PermitApplication.PrepareAsync(stranger, NumberOf(first), TitleOf(PermitApplication.Alone()));
        var hidden = await stranger.OpenAsync($"{PermitApplication.Start}/xem-lai/{theirs}");

        var reference = (await office.FindAsync(before)).Reference;
        Assert.That(told.Text, Does.Contain("Quý vị đang có hồ sơ cùng thủ tục này").And.Contain($"/theo-doi/{reference}"));
        Assert.That(sent.Location, Does.EndWith("/da-nop"));
        Assert.That(hidden.Text, Does.Not.Contain("Quý vị đang có hồ sơ cùng thủ tục này").And.Not.Contain(reference));
    }

    [Test]
    public async Task DossierThatHidesItsSender_IsInNoWarning()
    {
        var rows = await office.RowsThatHideAsync();

        Assert.That(rows.Select(row => (row.ApplicantIdentity, row.Matters.Length)), Is.Not.Empty.And.All.EqualTo(((string?)null, 0)));
    }
}

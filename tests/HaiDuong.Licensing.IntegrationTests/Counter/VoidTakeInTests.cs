using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

/// <summary>What was taken in by mistake is made void at the counter; its number is struck through wherever it is listed.</summary>
public sealed class VoidTakeInTests
{
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

    [Test]
    public async Task MistakenTakeIn_IsMadeVoidOnce_StruckThroughEverywhere_AndCountedNowhere()
    {
        var id = await CounterOffice.TakeInAsync(clerk, "Hội Làm vườn tỉnh");
        var page = $"/mot-cua/huy-tiep-nhan/{id}";
        var receipt = await clerk.OpenAsync($"/mot-cua/bien-nhan/{id}");
        await clerk.OpenAsync(page);

        var reasonless = await clerk.SendAsync(page, ("reason", " "));
        var done = await clerk.SendAsync(page, ("reason", "Nhập nhầm thủ tục"));
        var late = await clerk.OpenAsync(page);

        var dossier = await office.FindAsync(id);
        Assert.That(receipt.Text, Does.Contain($"href=\"{page}\""));
        Assert.That(reasonless.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((done.Location, late.Location), Is.EqualTo(($"/ho-so/{id}", $"/ho-so/{id}")));
        Assert.That((dossier.Status, dossier.Due.IsVoid, dossier.Work), Is.EqualTo((DossierStatus.Stopped, true, Array.Empty<WorkItem>())));
        foreach (var listed in new[] { "/ho-so?nhom=Ended", "/tim?q=hoi lam vuon", $"/ho-so/{id}", $"/mot-cua/bien-nhan/{id}" })
            Assert.That((await clerk.OpenAsync(listed)).Text, Does.Match("hd-void\"[^>]*>(<[^>]*>|[^<]){0,200}?" + dossier.Code![^4..]), listed);
        Assert.That((await clerk.OpenAsync($"/mot-cua/bien-nhan/{id}")).Text, Does.Not.Contain("handler=Slip"));
        Assert.That(await office.NoticesAsync(id), Does.Contain(NoticeKind.TakeInVoided));
        Assert.That(await office.CountedAsync(id), Is.Empty);
    }

    [Test]
    public async Task Tracking_OfWhatIsVoid_SaysSo_AndWhy_AndOffersNoReceipt()
    {
        var id = await CounterOffice.TakeInAsync(clerk, "Hội Sinh vật cảnh tỉnh");
        await clerk.OpenAsync($"/mot-cua/huy-tiep-nhan/{id}");
        await clerk.SendAsync($"/mot-cua/huy-tiep-nhan/{id}", ("reason", "Hồ sơ của người khác"));
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu");
        await visitor.SendAsync("/tra-cuu", ("code", (await office.FindAsync(id)).Reference), ("number", PermitApplication.TaxCode));

        var shown = await visitor.OpenAsync($"/theo-doi/{(await office.FindAsync(id)).Reference}");

        Assert.That(
            shown.Text,
            Does.Contain("giấy tiếp nhận không còn giá trị").And.Contain("Hồ sơ của người khác").And.Contain("hd-void").And.Not.Contain("/tep/")
        );
    }

    [Test]
    public async Task Page_IsClosedToTheDivision_AndToWhatWasSentOnline()
    {
        var taken = await CounterOffice.TakeInAsync(clerk, "Hội Nhà văn tỉnh");
        var sent = await office.SubmitAsync();
        await clerk.OpenAsync($"/mot-cua/ho-so/{sent}");
        await clerk.SendAsync($"/mot-cua/ho-so/{sent}?handler=Accept");
        var specialist = await office.LogInAsync(CounterOffice.Specialist);

        Assert.That((await specialist.OpenAsync($"/mot-cua/huy-tiep-nhan/{taken}")).Location, Does.Contain("/loi/403"));
        Assert.That((await clerk.OpenAsync($"/mot-cua/huy-tiep-nhan/{sent}")).Location, Is.EqualTo($"/ho-so/{sent}"));
        Assert.That((await clerk.OpenAsync($"/mot-cua/huy-tiep-nhan/{taken}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }
}

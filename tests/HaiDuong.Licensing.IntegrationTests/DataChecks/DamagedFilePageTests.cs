using System.Net;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.DataChecks;

/// <summary>Whoever asks for a file that is not as it was kept gets a page that says so, and none of its bytes.</summary>
public sealed class DamagedFilePageTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase(true)]
    [TestCase(false)]
    public async Task Paper_DamagedOrLost_IsAClearPage_ThatMayStandInTheFrame(bool isLost)
    {
        var id = await host.AcceptedDossierAsync();
        var paper = (await host.DossierAsync(id)).Papers.Single(candidate => candidate.FileHash is not null);
        var path = await host.AtDeskAsync(desk => Task.FromResult(desk.GetRequiredService<FileStore>().Objects.PathOf(paper.FileHash!)));
        var good = await SpoilAsync(path, isLost);

        var answer = await (await host.AsAsync("truong-phong")).GetAsync($"/ho-so/{id}?handler=Paper&paperId={paper.Id}");
        await File.WriteAllBytesAsync(path, good);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(answer.Html, Does.Contain("Tệp này không còn nguyên vẹn").And.Contain("khôi phục tệp từ bản sao lưu").And.Contain(paper.FileHash!));
        Assert.That(answer.Raw.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("frame-ancestors 'self'"));
    }

    [Test]
    public async Task Slip_Damaged_IsAClearPage_AndStandsInTheReportOfTheAdministratorAlone()
    {
        var id = await host.AcceptedDossierAsync();
        var slip = (await host.DossierAsync(id)).Slips.Single();
        var path = await host.AtDeskAsync(desk => Task.FromResult(desk.GetRequiredService<KeptFiles>().Documents.PathOf(slip.FileHash)));
        var good = await SpoilAsync(path, isLost: false);

        var answer = await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{id}?handler=Slip&hash={slip.FileHash}");
        await host.AtDeskAsync(desk => desk.GetRequiredService<CheckData>().DoAsync(_ => { }, CancellationToken.None));
        await File.WriteAllBytesAsync(path, good);
        var report = await (await host.AsAsync("quan-tri")).GetAsync("/quan-tri/kiem-tra-du-lieu");
        var clerk = await (await host.AsAsync("mot-cua")).GetAsync("/quan-tri/kiem-tra-du-lieu");

        Assert.That(
            (answer.Status, answer.Html.Contains("Tệp này không còn nguyên vẹn", StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.InternalServerError, true))
        );
        Assert.That(
            report.Html,
            Does.Contain($"tệp {slip.FileHash} không còn nguyên vẹn")
                .And.Contain($"/ho-so/{id}")
                .And.Contain("Chưa cấu hình phần mềm quét vi-rút")
                .And.Contain("chưa được mã hóa")
        );
        Assert.That((clerk.Status == HttpStatusCode.OK, clerk.Html.Contains(slip.FileHash, StringComparison.Ordinal)), Is.EqualTo((false, false)));
    }

    private static async Task<byte[]> SpoilAsync(string path, bool isLost)
    {
        var good = await File.ReadAllBytesAsync(path);
        if (isLost)
            File.Delete(path);
        else
            await DataCheckTests.FlipAsync(path);
        return good;
    }
}

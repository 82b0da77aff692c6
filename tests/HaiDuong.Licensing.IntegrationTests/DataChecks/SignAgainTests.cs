using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Features.Registry;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.DataChecks;

/// <summary>
/// The signed file is damaged for good: the registry has it signed again, the draft stands, no number is lost and the damaged file stays kept.
/// </summary>
public sealed class SignAgainTests
{
    private DeskHost host = null!;
    private Guid id;
    private string hash = "";

    [SetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        id = await host.ReadyToSignAsync();
        await SignAsync();
        hash = (await host.DossierAsync(id)).Decision!.SignedFile;
    }

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase(false)]
    [TestCase(true)]
    public async Task Registry_HasWhatIsDamagedSignedAgain_AndIssuesItUnderTheFirstNumber(bool isLost)
    {
        await SpoilAsync(isLost);
        Assert.That(await FaultsAsync(), Is.Not.Empty);
        var registry = await host.AsAsync("van-thu");
        var page = await registry.GetAsync($"/phat-hanh/{id}");

        var issued = await registry.PostAsync($"/phat-hanh/{id}", []);
        Assert.That(
            issued.Html,
            Does.Contain("Dự thảo không thay đổi; đề nghị ký lại.</textarea>"),
            "the reason is there also when the act itself meets the damage"
        );
        var sent = await registry.PostAsync($"/phat-hanh/{id}?handler=SendBack", new() { ["reason"] = "Tệp hỏng, đề nghị ký lại." });
        var back = await host.DossierAsync(id);
        var leader = await (await host.AsAsync("giam-doc")).GetAsync($"/ky/{id}");

        Assert.That(page.Html, Does.Contain("Trả lãnh đạo ký lại").And.Contain("handler=SendBack").And.Not.Contain("Cấp số và đóng dấu</button>"));
        Assert.That((issued.Status, sent.Location), Is.EqualTo((HttpStatusCode.UnprocessableEntity, $"/ho-so/{id}")));
        Assert.That((back.Decision is null, back.Work.Single().StepId, back.FallenSignatures.Single().SignedFile), Is.EqualTo((true, "sign", hash)));
        Assert.That(leader.Html, Does.Contain("Tệp hỏng, đề nghị ký lại."));
        Assert.That(await LastLineAsync(), Is.EqualTo((DossierAct.SendBack, host.Actors["van-thu"].Name, "Tệp hỏng, đề nghị ký lại.")));

        await SignAsync();
        await registry.GetAsync($"/phat-hanh/{id}");
        await registry.PostAsync($"/phat-hanh/{id}", []);
        var ended = await host.DossierAsync(id);
        Assert.That(ended.Decision!.Number, Does.StartWith("01/"));
        Assert.That(ended.ResultDraft!.SentBack, Is.Null);
        Assert.That(await FaultsAsync(), Is.Empty, "what is cured is no fault");
        Assert.That(await OwnersAsync(), Is.EqualTo(new[] { ended.Code }), "no sweep takes what a row names");
    }

    [Test]
    public async Task SendBack_WithoutAReasonOrOfAWholeFile_LeavesTheSignature()
    {
        var whole = await SendBackAsync("van-thu", "Không rõ");
        await SpoilAsync(isLost: false);
        var silent = await SendBackAsync("van-thu", " ");
        var other = await SendBackAsync("truong-phong", "Tệp hỏng");

        Assert.That((whole, silent, other), Is.EqualTo(("NothingAgainstIssuing", "ReasonRequired", "StepNotYours")));
        Assert.That((await host.DossierAsync(id)).Decision!.SignedFile, Is.EqualTo(hash));
    }

    private async Task SignAsync()
    {
        var leader = await host.AsAsync("giam-doc");
        await leader.GetAsync($"/ky/{id}");
        await leader.PostAsync($"/ky/{id}", []);
    }

    private Task<bool> SpoilAsync(bool isLost) =>
        host.AtDeskAsync(async desk =>
        {
            var path = desk.GetRequiredService<KeptFiles>().Documents.PathOf(hash);
            if (isLost)
                File.Delete(path);
            else
                await DataCheckTests.FlipAsync(path);
            return isLost;
        });

    private async Task<string> SendBackAsync(string who, string reason) =>
        (
            await host.AtDeskAsync(desk =>
                desk.GetRequiredService<SendBackSigned>().DoAsync(new(id, null, "issue", reason), host.Actors[who], CancellationToken.None)
            )
        )
            .Refusals.Single()
            .Code;

    private Task<(DossierAct Act, string By, string? Note)> LastLineAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var line = await desk.GetRequiredService<OfficeDbContext>()
                .History.AsNoTracking()
                .Where(one => one.DossierId == id)
                .OrderByDescending(one => one.Id)
                .FirstAsync();
            return (line.Act, line.ActorName, line.Note);
        });

    private Task<IReadOnlyList<string>> FaultsAsync() =>
        host.AtDeskAsync<IReadOnlyList<string>>(async desk =>
        {
            var faults = new List<string>();
            await desk.GetRequiredService<CheckData>().DoAsync(fault => faults.Add(fault.Sentence), CancellationToken.None);
            return [.. faults.Where(fault => fault.Contains(hash, StringComparison.Ordinal))];
        });

    private Task<IReadOnlyList<string>> OwnersAsync() =>
        host.AtDeskAsync<IReadOnlyList<string>>(async desk =>
            [.. (await desk.GetRequiredService<NamedFiles>().LettersAsync([hash], CancellationToken.None)).Select(file => file.Owner)]
        );
}

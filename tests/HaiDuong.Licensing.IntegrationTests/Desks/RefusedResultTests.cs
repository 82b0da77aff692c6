using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>A letter of refusal is called what it is wherever it is named, and nothing is to be done besides.</summary>
internal sealed class RefusedResultTests
{
    private const string Letter = "Văn bản không chấp thuận đề nghị cấp giấy phép xuất bản tài liệu không kinh doanh";
    private const string Permit = "Giấy phép xuất bản tài liệu không kinh doanh";

    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase(true, Letter, Permit)]
    [TestCase(false, Permit, Letter)]
    public async Task Result_IsCalledByItsDecision_InRegistryBookCounterAndCheck(bool refuses, string called, string other)
    {
        var id = await host.ReadyToSignAsync(refuses);
        await DoAsync("giam-doc", $"/ky/{id}");

        var registry = await MainOfAsync("van-thu", $"/phat-hanh/{id}");
        await DoAsync("van-thu", $"/phat-hanh/{id}");
        var counter = await MainOfAsync("mot-cua", $"/mot-cua/tra/{id}");
        var page = await MainOfAsync("van-thu", $"/ho-so/{id}");
        var check = await MainOfAsync("mot-cua", $"/kiem-tra/{(await host.DossierAsync(id))!.Decision!.VerificationCode}");

        Assert.That((string[])[registry, counter, page, check], Is.All.Contain(called).And.All.Not.Contain($">{other}<"));
        Assert.That((string[])[registry, counter], Is.All.Matches<string?>(html => html!.Contains("Đóng dấu bản thảo", StringComparison.Ordinal) != refuses));
        Assert.That(await SummaryAsync(id), Is.EqualTo(called));
    }

    private async Task<string?> SummaryAsync(Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<OfficeDbContext>()
            .NumberedDocuments.Where(line => line.DossierId == id)
            .Select(line => line.Summary)
            .SingleAsync();
    }

    private async Task<string> MainOfAsync(string person, string page)
    {
        var html = (await (await host.AsAsync(person)).GetAsync(page)).Html;
        return html[html.IndexOf("<main", StringComparison.Ordinal)..];
    }

    private async Task DoAsync(string person, string page)
    {
        var browser = await host.AsAsync(person);
        await browser.GetAsync(page);
        await browser.PostAsync(page, []);
    }
}

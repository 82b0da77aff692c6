using System.Net;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The number of a receipt has a length, and is asked about once when it was written down for another dossier.</summary>
internal sealed class ReceiptNumberTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task ReceiptNumber_TooLong_OrOfAnotherDossier_IsToldBeforeItIsKept()
    {
        var (first, second) = (await host.AppraisedAsync(), await host.AppraisedAsync());

        var endless = await PayAsync(first, new string('7', 400));
        var paid = await PayAsync(first, "BL 0000777");
        var told = await PayAsync(second, "BL 0000777");
        var typedOtherwise = await PayAsync(second, "bl-0000777", asked: "ReceiptNumberUsed:BL 0000777");
        var meant = await PayAsync(second, "BL 0000777", asked: "ReceiptNumberUsed:BL 0000777");

        Assert.That((endless.Status, paid.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect)));
        Assert.That(endless.Html, Does.Contain("dài quá 50 ký tự"));
        Assert.That(told.Html, Does.Contain($"đã ghi cho hồ sơ {(await host.DossierAsync(first)).Code}").And.Contain("ReceiptNumberUsed:BL 0000777"));
        Assert.That(typedOtherwise.Html, Does.Contain("Số bl-0000777 đã ghi cho hồ sơ"), "the same number however it is typed, and asked about anew");
        Assert.That((told.Status, meant.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect)));
    }

    private async Task<DeskAnswer> PayAsync(Guid id, string receipt, string? asked = null)
    {
        var accountant = await host.AsAsync("ke-toan");
        await accountant.GetAsync($"/thu-phi/{id}");
        Dictionary<string, string> typed = new()
        {
            ["Amount"] = "1500000",
            ["ReceiptNumber"] = receipt,
            ["Method"] = "cash",
        };
        if (asked is not null)
            typed["SeenQuestion"] = asked;
        return await accountant.PostAsync($"/thu-phi/{id}", typed);
    }
}

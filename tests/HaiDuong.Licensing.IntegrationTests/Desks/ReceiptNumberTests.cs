using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>A fee is taken by the accountant or at the counter; a receipt of another dossier is asked about once.</summary>
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

    [Test]
    public async Task Counter_IsLedFromTheDossierToTheFee_AndTakesIt()
    {
        var id = await host.AppraisedAsync();

        var page = await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{id}");
        var paid = await PayAsync(id, "BL 0000801", by: "mot-cua");

        Assert.That(page.Html, Does.Contain($"href=\"/thu-phi/{id}"));
        Assert.That(paid.Status, Is.EqualTo(HttpStatusCode.Redirect));
        var dossier = await host.DossierAsync(id);
        Assert.That((dossier.FeesDue, dossier.Payments[0].ReceiptNumber), Is.EqualTo((0m, "BL 0000801")));
        var line = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().History.Where(one => one.DossierId == id).OrderByDescending(one => one.Id).FirstAsync()
        );
        Assert.That((line.Act, line.ActorRole), Is.EqualTo((DossierAct.RecordPayment, StaffRole.CounterClerk)));
    }

    private async Task<DeskAnswer> PayAsync(Guid id, string receipt, string? asked = null, string by = "ke-toan")
    {
        var accountant = await host.AsAsync(by);
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

using System.Globalization;
using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Features.Accounting;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Features.Fees;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
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

    /// <summary>What somebody does not read takes no place in their list.</summary>
    [Test]
    public async Task Refunds_AreNarrowedToTheReader_BeforeTheyEnd()
    {
        var (theirs, others) = (await host.AppraisedAsync(), await host.AppraisedAsync());
        await PayAsync(theirs, "BL 0000811");
        await PayAsync(others, "BL 0000812");
        await host.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            await db.Database.ExecuteSqlAsync($"UPDATE dossiers SET fees = '[]'::jsonb WHERE id IN ({theirs}, {others})");
            return await db.Database.ExecuteSqlAsync($"UPDATE dossier_rows SET division_key = 'elsewhere' WHERE dossier_id = {others}");
        });

        var found = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<FeeDeskQuery>().RefundsAsync(host.Actors["ke-toan"], CancellationToken.None, most: 1)
        );

        Assert.That(found.Select(task => task.Row.DossierId), Is.EqualTo((Guid[])[theirs]));
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

    [Test]
    public async Task Series_GivesItsNumbers_WithoutAGapOrADouble_UntilItIsUsedUp()
    {
        Guid[] dossiers = [await host.AppraisedAsync(), await host.AppraisedAsync(), await host.AppraisedAsync(), await host.AppraisedAsync()];
        var accountant = await host.AsAsync("ke-toan");
        await accountant.GetAsync("/ke-toan/quyen-bien-lai");
        var registered = await accountant.PostAsync("/ke-toan/quyen-bien-lai", Series(7, 9));
        await accountant.GetAsync("/ke-toan/quyen-bien-lai");
        var overlapping = await accountant.PostAsync("/ke-toan/quyen-bien-lai", Series(9, 12));

        var refused = await PayAsync(dossiers[0], "", amount: "1500001");
        var ofSeries = await PayAsync(dossiers[0], "aa-25e 0000008");
        var paid = await Task.WhenAll(dossiers[..3].Select(PayAtOnceAsync));
        var usedUp = await PayAsync(dossiers[3], "");

        Assert.That((registered.Status, overlapping.Status), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity)));
        Assert.That(
            (refused.Status, ofSeries.Html.Contains("thuộc quyển biên lai", StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, true))
        );
        Assert.That(paid.Order(), Is.EqualTo((string[])["AA-25E 0000007", "AA-25E 0000008", "AA-25E 0000009"]), "the refused act gave its number back");
        Assert.That(usedUp.Html, Does.Contain("Quyển biên lai AA-25E đã hết số"));
        await IsCancelledAndPrintedAsync(dossiers[0], accountant);
        await IsBookedAsync();
        await IsShownAsync(accountant);
    }

    // A day of its own, so that what others of the fixture took stays open.
    [Test]
    public async Task Day_ThatIsClosed_KeepsItsReceipts_UntilItIsOpenedAgain()
    {
        var (first, second) = (await host.AppraisedAsync(), await host.AppraisedAsync());
        host.Clock.Advance(Duration.FromDays(1));
        var (clerk, accountant) = (await host.AsAsync("mot-cua"), await host.AsAsync("ke-toan"));
        await PayAsync(first, "BL 0000951", by: "mot-cua", amount: "500000");
        var day = new Dictionary<string, string> { ["nguoi"] = host.Actors["mot-cua"].AccountId!.Value.ToString(), ["ngay"] = "09/09/2025" };

        var unexplained = await SendAsync(clerk, "/ke-toan/chot-so", new(day) { ["Counted"] = "400000" });
        var closed = await SendAsync(clerk, "/ke-toan/chot-so", new(day) { ["Counted"] = "400000", ["Explanation"] = "Thiếu 100.000 đồng" });
        var taken = await PayAsync(second, "BL 0000952", by: "mot-cua", amount: "500000");
        var cancelled = await SendAsync(clerk, $"/huy-bien-lai/{first}", new() { ["payment"] = "0", ["reason"] = "Nhầm" });
        var shown = await accountant.GetAsync("/ke-toan/chot-so");
        var byTaker = await SendAsync(clerk, "/ke-toan/chot-so?handler=Reopen", new(day) { ["reason"] = "Nhầm" });
        var reopened = await SendAsync(accountant, "/ke-toan/chot-so?handler=Reopen", new(day) { ["reason"] = "Hủy biên lai" });
        var cancelledNow = await SendAsync(clerk, $"/huy-bien-lai/{first}", new() { ["payment"] = "0", ["reason"] = "Nhầm" });

        Assert.That(unexplained.Html, Does.Contain("Tiền mặt theo sổ là 500.000 đồng, chênh lệch -100.000 đồng"));
        Assert.That((closed.Status, shown.Html.Contains("Đã chốt", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Redirect, true)));
        Assert.That(taken.Html, Does.Contain("Sổ thu hôm nay của bạn đã chốt"));
        Assert.That(cancelled.Html, Does.Contain("đã chốt nên biên lai không hủy được"));
        Assert.That((byTaker.Status, reopened.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect)));
        Assert.That(cancelledNow.Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    /// <summary>The lists, sums and files of the accountant have what was taken; the counter sees what it took itself.</summary>
    private async Task IsShownAsync(DeskBrowser accountant)
    {
        var book = await accountant.GetAsync("/ke-toan/so-thu?loai=Cancelled");
        var (csv, excel) = (await accountant.GetAsync(LinkOf(book, "Csv")), await accountant.GetAsync(LinkOf(book, "Excel")));
        var whole = await accountant.GetAsync(LinkOf(await accountant.GetAsync("/ke-toan/so-thu"), "Csv"));
        var summary = await accountant.GetAsync("/ke-toan/tong-hop");
        var desk = await accountant.GetAsync("/ke-toan");
        var clerk = await (await host.AsAsync("mot-cua")).GetAsync("/ke-toan/so-thu");

        Assert.That(book.Html, Does.Contain("hd-void").And.Contain("AA-25E 00000"));
        Assert.That((csv.Status, excel.Status, whole.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(summary.Html, Does.Contain("AA-25E").And.Contain("loai=Cancelled"));
        Assert.That(desk.Html, Does.Contain("Chờ nộp").And.Contain("/thu-phi/"));
        Assert.That(clerk.Html, Does.Not.Contain("AA-25E 00000"));
    }

    /// <summary>The address of a file as the page offers it.</summary>
    private static string LinkOf(DeskAnswer page, string handler) =>
        WebUtility.HtmlDecode(page.Html.Split('"').First(part => part.Contains($"handler={handler}", StringComparison.Ordinal)));

    private static async Task<DeskAnswer> SendAsync(DeskBrowser browser, string page, Dictionary<string, string> typed)
    {
        await browser.GetAsync(page.Split('?')[0]);
        return await browser.PostAsync(page, typed);
    }

    /// <summary>A cancelled receipt keeps its number, and is printed as such, after the first print as a reprint.</summary>
    private async Task IsCancelledAndPrintedAsync(Guid id, DeskBrowser accountant)
    {
        var printed = await accountant.GetAsync($"/bien-lai/{id}/0?kho=a4");
        await accountant.GetAsync($"/huy-bien-lai/{id}");
        var cancelled = await accountant.PostAsync($"/huy-bien-lai/{id}", new() { ["payment"] = "0", ["reason"] = "Ghi sai" });
        var again = await PayAsync(id, "BL 0000901");
        var page = await accountant.GetAsync($"/ho-so/{id}");
        var reprinted = await accountant.GetAsync($"/bien-lai/{id}/0");

        Assert.That(printed.Html, Does.Contain("Một triệu năm trăm nghìn đồng").And.Contain("Bản in lại").And.Contain("hd-sheet-a4"));
        Assert.That((cancelled.Status, again.Status), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
        Assert.That(page.Html, Does.Contain("hd-void").And.Contain("Ghi sai"));
        Assert.That(reprinted.Html, Does.Contain("Đã hủy").And.Contain("hd-sheet-a4"), "the size is remembered");
    }

    /// <summary>The book has what the dossiers have: every payment once, as the history counts them.</summary>
    private Task<bool> IsBookedAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            var dossiers = await db.Dossiers.AsNoTracking().ToListAsync();
            var entries = await db.FeeEntries.AsNoTracking().ToListAsync();
            var told = await db.History.CountAsync(line => line.Act == DossierAct.RecordPayment);
            var faults = new List<DataFault>();
            await desk.GetRequiredService<CheckData>().DoAsync(faults.Add, default);

            Assert.That(entries.Where(entry => entry.CancelledAt is null).Sum(entry => entry.Amount), Is.EqualTo(dossiers.Sum(dossier => dossier.FeesPaid)));
            Assert.That(entries, Has.Count.EqualTo(told));
            Assert.That(faults.Where(fault => fault.Kind == DataFaultKind.NumberGap), Is.Empty);
            return true;
        });

    private Task<string> PayAtOnceAsync(Guid id) =>
        host.AtDeskAsync(async desk =>
        {
            var request = new RecordPaymentRequest(id, null, 1_500_000, "", "cash");
            var result = await desk.GetRequiredService<RecordPayment>().DoAsync(request, host.Actors["ke-toan"], default);
            return result.Done ? result.Dossier!.Payments[^1].ReceiptNumber : string.Join("; ", result.Refusals);
        });

    private static Dictionary<string, string> Series(long first, long last) =>
        new()
        {
            ["Form"] = "01BLP2-001",
            ["Symbol"] = "AA-25E",
            ["First"] = first.ToString(CultureInfo.InvariantCulture),
            ["Last"] = last.ToString(CultureInfo.InvariantCulture),
            ["InForceFrom"] = "01/09/2025",
        };

    private async Task<DeskAnswer> PayAsync(Guid id, string receipt, string? asked = null, string by = "ke-toan", string amount = "1500000")
    {
        var accountant = await host.AsAsync(by);
        await accountant.GetAsync($"/thu-phi/{id}");
        Dictionary<string, string> typed = new()
        {
            ["Amount"] = amount,
            ["ReceiptNumber"] = receipt,
            ["Method"] = "cash",
        };
        if (asked is not null)
            typed["SeenQuestion"] = asked;
        return await accountant.PostAsync($"/thu-phi/{id}", typed);
    }
}

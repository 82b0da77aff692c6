using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Applicant.PermitApplication;

namespace HaiDuong.Licensing.IntegrationTests.Scanning;

/// <summary>Where a scanner is configured, nothing that it has not called clean is given out or accepted (faults 35 and 36).</summary>
public sealed class PaperScanTests
{
    private static int made;
    private StandInClamd clamd = null!;
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        clamd = StandInClamd.Open();
        host = await DeskHost.StartAsync(
            null,
            ("Clamd:Host", "127.0.0.1"),
            ("Clamd:Port", clamd.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Office:Demo", "false")
        );
    }

    [SetUp]
    public void Answer() => (clamd.Answer, clamd.Hangs) = ("stream: OK", false);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await host.DisposeAsync();
        await clamd.DisposeAsync();
    }

    [Test]
    public async Task Paper_CalledClean_IsAcceptedAndOpened()
    {
        var (reference, id) = await SubmitAsync(OwnPdf());

        Assert.That((await AcceptAsync(id)).Done, Is.True, reference);
        Assert.That((await OpenAsync(id)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Paper_WhileTheScannerIsAway_IsNeitherOpenedNorAccepted_UntilTheJobHasAskedAgain()
    {
        clamd.Answer = null;
        var visitor = host.Visitor();
        var (reference, id) = await SubmitAsync(OwnPdf(), visitor);

        var refused = await AcceptAsync(id);
        var opened = await OpenAsync(id);
        var clerk = await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{id}");
        var applicant = await visitor.OpenAsync("/theo-doi/" + reference);

        Assert.That(refused.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "PaperWaitsForScan" }));
        Assert.That((await host.DossierAsync(id)).Code, Is.Null);
        Assert.That((opened.Status, opened.Html.Contains("Tệp đang chờ quét vi-rút", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Forbidden, true)));
        Assert.That(clerk.Html, Does.Contain("đang chờ quét vi-rút, chưa mở được"));
        Assert.That(applicant.Text, Does.Contain("đang chờ quét vi-rút; quý vị không phải làm gì"));

        clamd.Answer = "stream: OK";
        await ScanAgainAsync();
        Assert.That((await AcceptAsync(id)).Done, Is.True);
        Assert.That((await OpenAsync(id)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Paper_FoundInfectedLater_LeavesTheStore_AndIsNoLostFile()
    {
        clamd.Answer = null;
        var (_, id) = await SubmitAsync(OwnPdf());
        var hash = (await host.DossierAsync(id)).Papers.Single().FileHash!;

        clamd.Answer = "stream: Eicar-Test FOUND";
        await ScanAgainAsync();

        Assert.That((await AcceptAsync(id)).Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "PaperInfected" }));
        Assert.That((await OpenAsync(id)).Html, Does.Contain("Tệp này có vi-rút"));
        Assert.That(await host.AtDeskAsync(desk => Task.FromResult(desk.GetRequiredService<FileStore>().Objects.Exists(hash))), Is.False);
        var faults = new List<DataFault>();
        await host.AtDeskAsync(desk => desk.GetRequiredService<CheckData>().DoAsync(faults.Add, CancellationToken.None));
        Assert.That(faults.Where(fault => fault.DossierId == id), Is.Empty);
    }

    [TestCase("stream: Eicar-Test FOUND", "bị phần mềm diệt vi-rút chặn")]
    [TestCase("INSTREAM size limit exceeded. ERROR", "không quét được tệp")]
    public async Task Upload_ThatTheScannerWillNotHave_IsRefusedAtOnce(string answer, string words)
    {
        var visitor = host.Visitor();
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");
        clamd.Answer = answer;

        var told = await visitor.SendFilesAsync($"{Start}/giay-to/{reference}", [("go", "stay")], ("papers.manuscript", "a.pdf", OwnPdf()));

        Assert.That((told.Status, told.Text.Contains(words, StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)));
    }

    [Test]
    public async Task Upload_OfManyFiles_WhileTheScannerHangs_WaitsForItOnce()
    {
        var visitor = host.Visitor();
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");
        var before = clamd.Asked;
        clamd.Hangs = true;

        await visitor.SendFilesAsync(
            $"{Start}/giay-to/{reference}",
            [("go", "stay")],
            [.. Enumerable.Range(0, 5).Select(number => ("papers.manuscript", $"{number}.pdf", OwnPdf()))]
        );

        var page = await visitor.OpenAsync($"{Start}/giay-to/{reference}");
        // The job of the minute may ask about another one meanwhile.
        Assert.That(clamd.Asked - before, Is.InRange(1, 2));
        Assert.That(page.Text.Split("Đang chờ quét vi-rút.").Length - 1, Is.EqualTo(5));
    }

    [Test]
    public async Task AdministratorsPage_SaysWhetherTheScannerAnswers()
    {
        var answering = await (await host.AsAsync("quan-tri")).GetAsync("/quan-tri/kiem-tra-du-lieu");
        clamd.Answer = null;
        var away = await (await host.AsAsync("quan-tri")).GetAsync("/quan-tri/kiem-tra-du-lieu");

        Assert.That(answering.Html, Does.Contain("đang trả lời"));
        Assert.That(away.Html, Does.Contain("không trả lời"));
    }

    private static byte[] OwnPdf() => SamplePdf.With($"/Number {Interlocked.Increment(ref made)}");

    private Task<(string Reference, Guid Id)> SubmitAsync(byte[] pdf) => SubmitAsync(pdf, host.Visitor());

    private async Task<(string Reference, Guid Id)> SubmitAsync(byte[] pdf, Support.PageVisitor visitor)
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");
        await visitor.SendFilesAsync($"{Start}/giay-to/{reference}", [("go", "next")], ("papers.manuscript", "Bản thảo.pdf", pdf));
        await visitor.OpenAsync($"{Start}/xem-lai/{reference}");
        await visitor.SendAsync($"{Start}/xem-lai/{reference}");
        var dossier = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().SingleAsync(found => found.Reference == reference)
        );
        return dossier.Status == DossierStatus.AwaitingAcceptance ? (reference, dossier.Id) : throw new InvalidOperationException("It was not submitted.");
    }

    private Task<ActResult> AcceptAsync(Guid id) =>
        host.AtDeskAsync(desk => desk.GetRequiredService<AcceptDossier>().DoAsync(new(id, null), host.Actors["mot-cua"], CancellationToken.None));

    private async Task<DeskAnswer> OpenAsync(Guid id)
    {
        var paper = (await host.DossierAsync(id)).Papers.Single();
        return await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{id}?handler=Paper&paperId={paper.Id}");
    }

    private async Task ScanAgainAsync()
    {
        host.Clock.AdvanceMinutes(2);
        await host.AtDeskAsync(desk => desk.GetRequiredService<PaperScans>().ScanWaitingAsync(CancellationToken.None));
    }
}

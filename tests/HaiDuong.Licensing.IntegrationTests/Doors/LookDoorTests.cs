using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>
/// Code and identity number are known to many: they let look how a dossier goes on; its people, papers and every change ask for the reference or a one-time
/// code.
/// </summary>
public sealed class LookDoorTests
{
    private DoorHost host = null!;

    [OneTimeSetUp]
    public async Task OpenDoorsAsync() => host = await DoorsOpen.HostAsync();

    private Dossier Dossier => host.Ordinary;

    private string Here => VisitorPass.Folder + Dossier.Code;

    private string Whole => VisitorPass.Folder + Dossier.Reference;

    [TestCase("")]
    [TestCase("/thoi-han")]
    [TestCase("/thoi-han/json")]
    public async Task Page_ForWhoeverMayLook_TellsOfNoPerson(string page)
    {
        var shown = await (await LookingAsync(Dossier)).OpenAsync(Here + page);

        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(shown.Text, Does.Contain(Dossier.Code!));
        foreach (
            var secret in new[]
            {
                Dossier.Reference,
                Dossier.Applicant.Name,
                Dossier.Applicant.IdentityNumber,
                Dossier.Applicant.Address,
                Dossier.Applicant.Phone!,
                Dossier.Applicant.Email!,
                "/tep/",
                "/rut\"",
            }
        )
            Assert.That(shown.Text, Does.Not.Contain(secret));
    }

    [Test]
    public async Task Page_ForWhoeverMayLook_ShowsStatusDateProofAndUnit()
    {
        var shown = await (await LookingAsync(Dossier)).OpenAsync(Here);

        Assert.That(
            shown.Text,
            Does.Contain("hd-badge").And.Contain(Here + "/thoi-han").And.Contain("Hẹn trả kết quả").And.Contain("Hồ sơ đang ở").And.Contain("Tiếp nhận hồ sơ")
        );
        Assert.That((await (await LookingAsync(Dossier)).OpenAsync(Here + "/thoi-han")).Text, Does.Contain("Hạn theo quy định"));
    }

    [TestCase("/rut", "?toi=rut")]
    [TestCase("/bo-sung", "?toi=bo-sung")]
    [TestCase("/da-nop", "?toi=da-nop")]
    [TestCase("/tep/{receipt}", "?toi=ho-so")]
    public async Task Page_ThatShowsOrChangesMore_AsksForMore(string page, string onward)
    {
        var address = Here + page.Replace("{receipt}", Dossier.Slips[0].FileHash, StringComparison.Ordinal);
        var looking = await LookingAsync(Dossier);

        var asked = await looking.OpenAsync(address);
        var underTheReference = await looking.OpenAsync(Whole + page);

        Assert.That(asked.Location, Is.EqualTo($"{Here}/mo{onward}"));
        Assert.That(
            (await looking.OpenAsync(asked.Location!)).Text,
            Does.Contain("Mở toàn bộ hồ sơ").And.Not.Contain(Dossier.Applicant.Name).And.Not.Contain(Dossier.Reference)
        );
        Assert.That(underTheReference.Location, Does.StartWith("/tra-cuu/"));
    }

    [Test]
    public async Task Withdrawal_PostedByWhoeverMayLook_ChangesNothing()
    {
        var looking = await LookingAsync(Dossier);
        await looking.OpenAsync(Here + "/mo");

        var sent = await looking.SendAsync(Here + "/rut", ("reason", "Không phải chủ hồ sơ"));

        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await StatusAsync(Dossier), Is.EqualTo(DossierStatus.Accepted));
    }

    [Test]
    public async Task Reference_TypedOnTheWay_OpensThePageThatWasWanted()
    {
        var looking = await LookingAsync(Dossier);
        await looking.OpenAsync(Here + "/mo?toi=rut");

        var wrong = await looking.SendAsync(Here + "/mo?toi=rut", ("go", "reference"), ("reference", "AAAA-AAAA-AAAA"));
        var right = await looking.SendAsync(Here + "/mo?toi=rut", ("go", "reference"), ("reference", Dossier.Reference.ToLowerInvariant()));

        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(right.Location, Is.EqualTo(Whole + "/rut"));
        Assert.That((await looking.OpenAsync(right.Location!)).Text, Does.Contain(Dossier.Applicant.Name));
    }

    [Test]
    public async Task OneTimeCode_OpensOnce_ToWhatTheDossierDeclares()
    {
        var dossier = await host.AcceptedAsync("0912000111", "chu@example.vn");
        var looking = await LookingAsync(dossier);
        var code = await SendAsync(looking, dossier);

        var opened = await TryAsync(looking, dossier, code);
        var again = await TryAsync(await LookingAsync(dossier), dossier, code);

        Assert.That(opened.Location, Is.EqualTo(VisitorPass.Folder + dossier.Reference));
        Assert.That((await looking.OpenAsync(opened.Location!)).Text, Does.Contain(dossier.Applicant.Name));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var owed = await OwedAsync(dossier);
        Assert.That(owed.Select(notice => notice.Email ?? notice.Phone), Is.EquivalentTo((string[])["chu@example.vn", "0912000111"]));
    }

    [Test]
    public async Task OneTimeCode_LiesNowhereInTheDatabase()
    {
        var dossier = await host.AcceptedAsync("0912000111", "chu@example.vn");
        var code = await SendAsync(await LookingAsync(dossier), dossier);

        var kept = await host.AskAsync<string>(
            $"SELECT concat((SELECT hash FROM one_time_codes WHERE dossier_id = '{dossier.Id}'), (SELECT json_agg(facts) FROM notices WHERE dossier_id = '{dossier.Id}' AND kind = 'OneTimeCode'))"
        );

        Assert.That(kept, Does.Not.Contain(code));
    }

    [Test]
    public async Task OneTimeCode_AfterFiveWrongTries_OpensNoMore()
    {
        var dossier = await host.AcceptedAsync(null, "chu@example.vn");
        var looking = await LookingAsync(dossier);
        var code = await SendAsync(looking, dossier);
        var wrong = code == "000000" ? "000001" : "000000";

        for (var attempt = 0; attempt < OneTimeCodes.MostTries; attempt++)
            await TryAsync(looking, dossier, wrong);

        Assert.That((await TryAsync(looking, dossier, code)).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task OneTimeCode_AfterTenMinutes_OpensNoMore()
    {
        var dossier = await host.AcceptedAsync(null, "chu@example.vn");
        var looking = await LookingAsync(dossier);
        var code = await SendAsync(looking, dossier);

        host.Clock.Now += Duration.FromMinutes(11);

        Assert.That((await TryAsync(looking, dossier, code)).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task OneTimeCode_IsSentOnceAMinuteAndFiveTimesADay()
    {
        var dossier = await host.AcceptedAsync(null, "chu@example.vn");
        var looking = await LookingAsync(dossier);

        await SendAsync(looking, dossier);
        await looking.SendAsync(Open(dossier), ("go", "send"));
        Assert.That(await OwedAsync(dossier), Has.Count.EqualTo(1));
        for (var minute = 0; minute < OneTimeCodes.MostADay + 3; minute++)
        {
            host.Clock.Now += Duration.FromMinutes(2);
            await looking.SendAsync(Open(dossier), ("go", "send"));
        }

        Assert.That(await OwedAsync(dossier), Has.Count.EqualTo(OneTimeCodes.MostADay));
    }

    [Test]
    public async Task OneTimeCode_OfADossierThatHidesItsSender_IsNeitherSentNorTaken()
    {
        foreach (var dossier in host.Hidden)
        {
            foreach (var address in new[] { dossier.Code ?? dossier.Reference, dossier.Reference })
            {
                foreach (var go in new[] { "send", "code" })
                {
                    var visitor = host.Visitor();
                    await visitor.OpenAsync("/tra-cuu");
                    var asked = await visitor.SendAsync($"{VisitorPass.Folder}{address}/mo", ("go", go), ("oneTimeCode", "000000"));
                    Assert.That(asked.Location, Does.StartWith("/tra-cuu/"));
                }
            }

            Assert.That(await OwedAsync(dossier), Is.Empty);
        }
    }

    /// <summary>Whoever came to look while it hid nobody, and had a code sent.</summary>
    [Test]
    public async Task OneTimeCode_OfADossierThatHidesItsSenderSince_OpensNoMore()
    {
        var dossier = await host.AcceptedAsync(null, "chu@example.vn");
        var looking = await LookingAsync(dossier);
        var code = await SendAsync(looking, dossier);
        await host.AskAsync<int>($"UPDATE dossiers SET hides_applicant = true WHERE id = '{dossier.Id}' RETURNING 1");

        var taken = await TryAsync(looking, dossier, code);
        host.Clock.Now += Duration.FromMinutes(2);
        var sent = await looking.SendAsync(Open(dossier), ("go", "send"));

        Assert.That(new[] { taken.Location, sent.Location }, Has.All.StartsWith("/tra-cuu/"));
        Assert.That(await OwedAsync(dossier), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task OneTimeCode_IsAnsweredAlike_WhetherThereIsSomewhereToSendItOrNot()
    {
        var (reachable, unreachable) = (await host.AcceptedAsync("0912000111", "chu@example.vn"), await host.AcceptedAsync(null, null));

        var answers = new List<string>();
        foreach (var dossier in new[] { reachable, unreachable })
        {
            var looking = await LookingAsync(dossier);
            await looking.OpenAsync(Open(dossier));
            var sent = await looking.SendAsync(Open(dossier), ("go", "send"));
            answers.Add($"{sent.Status} {Content(sent.Text).Replace(dossier.Code!, "CODE", StringComparison.Ordinal)}");
        }

        Assert.That(answers[1], Is.EqualTo(answers[0]));
        Assert.That(answers[0], Does.Contain("Nếu hồ sơ có khai"));
        Assert.That(await OwedAsync(unreachable), Is.Empty);
    }

    private static string Open(Dossier dossier) => $"{VisitorPass.Folder}{dossier.Code}/mo";

    /// <summary>Somebody who came by code and number.</summary>
    private async Task<PageVisitor> LookingAsync(Dossier dossier)
    {
        var visitor = host.Visitor();
        await visitor.OpenAsync("/tra-cuu");
        var found = await visitor.SendAsync("/tra-cuu", ("code", dossier.Code!), ("number", dossier.Applicant.IdentityNumber));
        Assert.That(found.Location, Is.EqualTo(VisitorPass.Folder + dossier.Code));
        return visitor;
    }

    /// <summary>Has a code sent; gives it as the mail or message would show it.</summary>
    private async Task<string> SendAsync(PageVisitor looking, Dossier dossier)
    {
        await looking.OpenAsync(Open(dossier));
        await looking.SendAsync(Open(dossier), ("go", "send"));
        var owed = await OwedAsync(dossier);
        return host.Services.GetRequiredService<OneTimeCodeSeal>().Open(owed[^1].Facts[OneTimeCodeSeal.Fact]);
    }

    private static Task<VisitedPage> TryAsync(PageVisitor looking, Dossier dossier, string code) =>
        looking.SendAsync(Open(dossier), ("go", "code"), ("oneTimeCode", code));

    private async Task<IReadOnlyList<Notice>> OwedAsync(Dossier dossier) =>
        [.. (await host.NoticesAsync()).Where(notice => notice.DossierId == dossier.Id && notice.Kind == NoticeKind.OneTimeCode).OrderBy(notice => notice.Id)];

    private async Task<DossierStatus> StatusAsync(Dossier dossier) =>
        (DossierStatus)await host.AskAsync<int>($"SELECT status FROM dossiers WHERE id = '{dossier.Id}'");

    private static string Content(string html) =>
        string.Join(
            "xsrf",
            html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main", StringComparison.Ordinal)]
                .Split('<')
                .Where(tag => !tag.Contains("xsrf", StringComparison.Ordinal))
        );
}

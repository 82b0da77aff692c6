using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Counter;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Applicant.PermitApplication;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>What an applicant sends again is answered by what it did; with another content it is refused and changes nothing.</summary>
public sealed class RepeatedApplicantActTests
{
    private CounterOffice office = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => office = await CounterOffice.OpenAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [Test]
    public async Task Submission_SentAgain_IsOne()
    {
        var applicant = office.Visitor();
        var reference = await PrepareAsync(applicant);

        var (first, again) = (await applicant.SendAsync($"{Start}/xem-lai/{reference}"), await applicant.SendAsync($"{Start}/xem-lai/{reference}"));

        Assert.That((again.Status, again.Location), Is.EqualTo((HttpStatusCode.Found, first.Location)));
        Assert.That((await office.FindAsync(await office.IdOfAsync(reference))).History.Count(line => line.Act == DossierAct.Submit), Is.EqualTo(1));
    }

    [Test]
    public async Task Supplement_SentAgain_IsOne_AndAnotherContentIsRefused()
    {
        var (applicant, page, id) = await office.AskedAsync("pages");
        await applicant.OpenAsync(page);

        var first = await applicant.SendAsync(page, ("pages", "118"), ("go", "supply"));
        var again = await applicant.SendAsync(page, ("pages", "118"), ("go", "supply"));
        var other = await applicant.SendAsync(page, ("pages", "119"), ("go", "supply"));

        Assert.That((first.Status, again.Status, again.Location), Is.EqualTo((HttpStatusCode.Found, HttpStatusCode.Found, first.Location)));
        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Conflict));
        var dossier = await office.FindAsync(id);
        Assert.That((dossier.Form["pages"], dossier.History.Count(line => line.Act == DossierAct.Supply)), Is.EqualTo(("118", 1)));
    }

    [Test]
    public async Task Supplement_SentFromAnotherWindow_IsToldThatItCameTooLate_AndKeepsWhatWasTyped()
    {
        var (applicant, page, id) = await office.AskedAsync("pages");
        await applicant.OpenAsync(page);
        var other = applicant.Hidden["ActKey"];
        await applicant.OpenAsync(page);

        await applicant.SendAsync(page, ("pages", "118"), ("go", "supply"));
        var late = await applicant.SendAsync(page, ("ActKey", other), ("pages", "119"), ("go", "supply"));

        var dossier = await office.FindAsync(id);
        var sentence = new Refusal("SupplementSent", null, VietnameseDate.Print(dossier.Supplements[^1].AnsweredAt!.Value)).Sentence;
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Text, Does.Contain(sentence).And.Contain("value=\"119\"").And.Not.Contain("value=\"supply\""));
        Assert.That(dossier.Form["pages"], Is.EqualTo("118"));
    }

    [Test]
    public async Task Withdrawal_SentAgain_IsOne_AndAnotherReasonIsRefused()
    {
        var (applicant, reference) = await SubmittedAsync();
        var page = $"/theo-doi/{reference}/rut";
        await applicant.OpenAsync(page);

        var first = await applicant.SendAsync(page, ("Reason", "Đổi kế hoạch"));
        var again = await applicant.SendAsync(page, ("Reason", "Đổi kế hoạch"));
        var key = applicant.Hidden["ActKey"];
        var other = await applicant.SendAsync(page, ("ActKey", key), ("Reason", "Lý do khác"));

        Assert.That((first.Status, again.Status, again.Location), Is.EqualTo((HttpStatusCode.Found, HttpStatusCode.Found, first.Location)));
        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await office.FindAsync(await office.IdOfAsync(reference))).History.Count(line => line.Act == DossierAct.AskWithdrawal), Is.EqualTo(1));
    }

    private async Task<(PageVisitor Applicant, string Reference)> SubmittedAsync()
    {
        var applicant = office.Visitor();
        var reference = await PrepareAsync(applicant);
        await applicant.SendAsync($"{Start}/xem-lai/{reference}");
        return (applicant, reference);
    }
}

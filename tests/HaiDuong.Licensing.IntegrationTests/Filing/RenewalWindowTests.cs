using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Filing.RenewalOffice;

namespace HaiDuong.Licensing.IntegrationTests.Filing;

/// <summary>
/// Worked case 14 on the day of filing, online and at the counter: in time, late, once too often, expired, revoked, somebody else's, unknown.
/// </summary>
public sealed class RenewalWindowTests
{
    private const string Form = $"/nop-ho-so/{Extension}/to-khai";
    private const string Counter = $"/mot-cua/tiep-nhan/{Extension}";
    private static readonly LocalDate InTime = Today.PlusDays(20);

    private DeskHost office = null!;
    private PageVisitor visitor = null!;

    [SetUp]
    public async Task StartAsync()
    {
        office = await DeskHost.StartAsync();
        visitor = office.Visitor();
    }

    [TearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [Test]
    public async Task Extension_OnTheLastDay_IsFiledAndAcceptedLater()
    {
        await office.KeepAsync(InTime);

        var submitted = await FileOnlineAsync(Holder, InTime);
        var dossier = await office.NewestAsync(Extension);
        var clerk = await office.LogInAsync("mot-cua");
        var answer = await clerk.OpenAsync($"/mot-cua/ho-so/{dossier!.Id}");
        var accepted = await clerk.SendAsync($"/mot-cua/ho-so/{dossier.Id}?handler=Accept");

        Assert.That(submitted.Location, Does.EndWith("/da-nop"));
        Assert.That(dossier.Status, Is.EqualTo(DossierStatus.AwaitingAcceptance));
        Assert.That(answer.Text, Does.Contain("aria-labelledby=\"register-mark\"").And.Contain(Number).And.Not.Contain("hd-note-warn"));
        Assert.That(accepted.Location, Does.Contain("/mot-cua/bien-nhan/"));
    }

    [Test]
    public async Task Extension_OneDayLate_IsRefusedAtTheFieldWithTheLastDayAndTheOtherProcedure()
    {
        var end = InTime.PlusDays(-1);
        await office.KeepAsync(end);

        var told = await DeclareAsync(Holder, end);

        Assert.That(told.Text, Does.Contain(Said("LicenceTooLate", Number, end, 20, Today.PlusDays(-1))).And.Contain("href=\"#licenceNumber\""));
        Assert.That(told.Text, Does.Contain("href=\"/nop-ho-so/game-point-certificate\""));
    }

    [Test]
    public async Task Extension_DeclaredInTimeButSentTheDayAfter_IsRefusedWhenItIsSent()
    {
        await office.KeepAsync(InTime);
        var declared = await DeclareAsync(Holder, InTime);
        var reference = declared.Location!.Split('/')[^1];
        office.Clock.AdvanceDays(1);

        var review = await visitor.OpenAsync($"/nop-ho-so/{Extension}/xem-lai/{reference}");
        var sent = await visitor.SendAsync($"/nop-ho-so/{Extension}/xem-lai/{reference}");

        Assert.That(review.Text, Does.Contain(Said("LicenceTooLate", Number, InTime, 20, Today)).And.Contain("href=\"/nop-ho-so/game-point-certificate\""));
        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await office.NewestAsync(Extension))!.Status, Is.EqualTo(DossierStatus.Draft));
    }

    [Test]
    public async Task Extension_ASecondTime_IsRefused()
    {
        var end = Today.PlusDays(100);
        await office.KeepAsync(Today.PlusDays(-80), licence => licence.Renew(Today.PlusDays(-120), end, office.Rule(Extension)));

        var told = await DeclareAsync(Holder, end);

        Assert.That(told.Text, Does.Contain(Said("LicenceRenewedAlready", "20/GCN-TCCC", 1)));
    }

    [Test]
    public async Task Extension_OfAnExpiredOne_IsRefused()
    {
        await office.KeepAsync(Today.PlusDays(-1));

        Assert.That((await DeclareAsync(Holder, Today.PlusDays(30))).Text, Does.Contain(Said("LicenceExpired", Number, Today.PlusDays(-1))));
    }

    [Test]
    public async Task Extension_OfARevokedOne_IsRefused()
    {
        await office.KeepAsync(Today.PlusYears(1), licence => licence.Revoke());

        Assert.That((await DeclareAsync(Holder, Today.PlusYears(1))).Text, Does.Contain(Said("LicenceRevoked", Number, Today.PlusDays(-1))));
    }

    [Test]
    public async Task Extension_OfSomebodyElsesLicence_IsRefusedWithoutAWordOfTheHolder()
    {
        await office.KeepAsync(Today.PlusDays(5));

        var told = await DeclareAsync(Stranger, Today.PlusDays(5));

        Assert.That(told.Text, Does.Contain(Said("LicenceOfAnother", Number)));
        Assert.That(
            told.Text,
            Does.Not.Contain(Holder.Name)
                .And.Not.Contain(Holder.IdentityNumber)
                .And.Not.Contain(new Refusal("LicenceTooLate", null, Number, Today.PlusDays(5), 20, Today.PlusDays(-15)).Sentence)
        );
    }

    [Test]
    public async Task Extension_OfAnOrganisationsLicenceByAPerson_IsRefused()
    {
        await office.KeepAsync(Today.PlusYears(1), holder: Holder with { Kind = ApplicantKind.Organisation, IdentityNumber = "0800011018" });

        Assert.That((await DeclareAsync(Holder, Today.PlusYears(1))).Text, Does.Contain(Said("LicenceOfAnother", Number)));
    }

    [Test]
    public async Task Extension_OfALicenceWhoseHolderHasAnOldNumber_GoesOnToBeCompared()
    {
        await office.KeepAsync(Today.PlusYears(1), holder: Holder with { IdentityNumber = "141234567" });

        await FileOnlineAsync(Holder, Today.PlusYears(1));

        var page = await (await office.LogInAsync("mot-cua")).OpenAsync($"/mot-cua/ho-so/{(await office.NewestAsync(Extension))!.Id}");
        Assert.That(page.Text, Does.Contain("aria-labelledby=\"register-mark\"").And.Contain("hd-note-warn"));
    }

    [Test]
    public async Task Extension_OfAPaperOfAnotherKind_IsRefused()
    {
        await office.KeepAsync(Today.PlusYears(1), kind: "postal-licence");

        Assert.That((await DeclareAsync(Holder, Today.PlusYears(1))).Text, Does.Contain(Said("LicenceOfOtherKind", Number)));
    }

    [Test]
    public async Task Extension_WithTheWrongYearOfIssue_IsToldTheRightDay()
    {
        await office.KeepAsync(Today.PlusYears(1));

        var told = await DeclareAsync(Holder, Today.PlusYears(1), issuedOn: IssuedOn.PlusYears(-1));

        Assert.That(told.Text, Does.Contain(Said("LicenceDateDiffers", Number, IssuedOn)).And.Contain("href=\"#licenceDate\""));
    }

    [Test]
    public async Task Extension_OfANumberThatTheRegisterHasNot_IsFiledAndMarkedForClerkAndSpecialist()
    {
        await FileOnlineAsync(Holder, Today.PlusYears(1));
        var id = (await office.NewestAsync(Extension))!.Id;
        var clerk = await office.LogInAsync("mot-cua");

        var answer = await clerk.OpenAsync($"/mot-cua/ho-so/{id}");
        var accepted = await clerk.SendAsync($"/mot-cua/ho-so/{id}?handler=Accept");
        var dossier = await clerk.OpenAsync($"/ho-so/{id}");

        Assert.That(answer.Text, Does.Contain("aria-labelledby=\"register-mark\"").And.Contain("hd-note-warn"));
        Assert.That(accepted.Location, Is.EqualTo($"/mot-cua/bien-nhan/{id}"));
        Assert.That(dossier.Text, Does.Contain("aria-labelledby=\"register-mark\"").And.Contain("hd-note-warn"));
    }

    [Test]
    public async Task Extension_ThatIsRevokedBeforeTheCounterAnswers_IsNotAccepted()
    {
        var licence = await office.KeepAsync(Today.PlusYears(1));
        await FileOnlineAsync(Holder, Today.PlusYears(1));
        var id = (await office.NewestAsync(Extension))!.Id;
        await office.ChangeAsync(licence.Id, one => one.Revoke());
        var clerk = await office.LogInAsync("mot-cua");
        await clerk.OpenAsync($"/mot-cua/ho-so/{id}");

        var accepted = await clerk.SendAsync($"/mot-cua/ho-so/{id}?handler=Accept");

        Assert.That(accepted.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(accepted.Text, Does.Contain(Said("LicenceRevoked", Number, Today.PlusDays(-1))));
        Assert.That((await office.NewestAsync(Extension))!.Status, Is.EqualTo(DossierStatus.AwaitingAcceptance));
    }

    [TestCase(20, null)]
    [TestCase(19, "LicenceTooLate")]
    public async Task Extension_AtTheCounter_IsCheckedTheSame(int daysLeft, string? refused)
    {
        var end = Today.PlusDays(daysLeft);
        await office.KeepAsync(end);
        var clerk = await office.LogInAsync("mot-cua");
        await clerk.OpenAsync(Counter);

        var taken = await clerk.SendAsync(Counter, [.. office.Typed(Extension, Holder, Number, IssuedOn, end), ("papers.application.originals", "1")]);

        if (refused is null)
            Assert.That(taken.Location, Does.Contain("/mot-cua/bien-nhan/"));
        else
            Assert.That(taken.Text, Does.Contain(Said(refused, Number, end, 20, end.PlusDays(-20))).And.Contain("/mot-cua/tiep-nhan/game-point-certificate"));
    }

    [Test]
    public async Task Draft_WithNothingButTheNumber_IsToldAtOnce()
    {
        var end = Today.PlusDays(3);
        await office.KeepAsync(end);
        await visitor.OpenAsync(Form);

        var told = await visitor.SendAsync(Form, [.. About(end), ("go", "draft")]);

        Assert.That(told.Text, Does.Contain(Said("LicenceTooLate", Number, end, 20, end.PlusDays(-20))).And.Not.Contain("href=\"#pointName\""));
        Assert.That((await office.NewestAsync(Extension))!.Status, Is.EqualTo(DossierStatus.Draft));
    }

    [Test]
    public async Task Supplement_TryingNumbers_IsStoppedBeforeTheRegisterAnswersOnceMore()
    {
        await office.KeepAsync(InTime);
        await office.KeepAsync(Today.PlusYears(1), number: "77/GCN-TCCC", holder: Stranger);
        await FileOnlineAsync(Holder, InTime);
        var dossier = (await office.NewestAsync(Extension))!;
        var clerk = await office.LogInAsync("mot-cua");
        await clerk.OpenAsync($"/bo-sung/{dossier.Id}");
        var asked = await clerk.SendAsync(
            $"/bo-sung/{dossier.Id}",
            ("ask", "Field:licenceNumber"),
            ("reason.Field.licenceNumber", "Số chưa rõ"),
            ("reason", "Đề nghị ghi lại số"),
            ("answerBy", VietnameseDate.Print(Today.PlusDays(10)))
        );
        var supply = $"/theo-doi/{dossier.Reference}/bo-sung";
        await visitor.OpenAsync(supply);
        Assert.That(asked.Location, Is.Not.Null, asked.Text);

        var told = new List<VisitedPage>();
        for (var attempt = 0; attempt <= RegisterLookups.AMinute; attempt++)
            told.Add(await visitor.SendAsync(supply, ("licenceNumber", "77/GCN-TCCC"), ("go", "supply")));

        Assert.That(told[0].Text, Does.Contain(Said("LicenceOfAnother", "77/GCN-TCCC")));
        Assert.That(told[^1].Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(told[^1].Text, Does.Contain("77/GCN-TCCC").And.Not.Contain(Said("LicenceOfAnother", "77/GCN-TCCC")));
    }

    private static IEnumerable<(string Name, string Value)> About(LocalDate end) =>
        [
            ("applicant.kind", "Individual"),
            ("applicant.identityNumber", Holder.IdentityNumber),
            ("licenceNumber", Number),
            ("licenceDate", VietnameseDate.Print(IssuedOn)),
            ("licenceExpiry", VietnameseDate.Print(end)),
        ];

    private async Task<VisitedPage> DeclareAsync(Domain.Dossiers.Applicant applicant, LocalDate expiry, LocalDate? issuedOn = null)
    {
        await visitor.OpenAsync(Form);
        return await visitor.SendAsync(Form, [.. office.Typed(Extension, applicant, Number, issuedOn ?? IssuedOn, expiry), ("go", "next")]);
    }

    private async Task<VisitedPage> FileOnlineAsync(Domain.Dossiers.Applicant applicant, LocalDate expiry)
    {
        var declared = await DeclareAsync(applicant, expiry);
        Assert.That(declared.Location, Is.Not.Null, declared.Text);
        var review = $"/nop-ho-so/{Extension}/xem-lai/{declared.Location!.Split('/')[^1]}";
        await visitor.OpenAsync(review);
        return await visitor.SendAsync(review);
    }

    private static string Said(string code, params object[] args) => new Refusal(code, null, args).Sentence;
}

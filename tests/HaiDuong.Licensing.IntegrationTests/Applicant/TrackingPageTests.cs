using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Counter;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Applicant.PermitApplication;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

public sealed class TrackingPageTests
{
    private OfficeHost office = null!;

    [SetUp]
    public async Task StartAsync() => office = await OfficeHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [Test]
    public async Task Track_WithCodeAndNumber_OpensTheDossier()
    {
        var reference = await SubmitAsync();
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu/" + reference);

        var found = await visitor.SendAsync("/tra-cuu", ("code", reference), ("number", "0800 011 018"));

        Assert.That(found.Location, Is.EqualTo("/theo-doi/" + reference));
        Assert.That((await visitor.OpenAsync(found.Location!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("0800011018", false, TestName = "Track_OfAnOrganisation_ByCodeAndTaxCode_StaysClosed")]
    [TestCase("030085001234", true, TestName = "Track_OfAnOrganisation_ByCodeAndTheSubmittersNumber_LetsLook")]
    [TestCase("", false, TestName = "Track_OfAnOrganisation_ByCodeAlone_StaysClosed")]
    public async Task Track_ByTheDossierCode(string number, bool opens)
    {
        var reference = await SubmitAsync(("submitter.other", "true"), ("submitter.name", "Người đi nộp"), ("submitter.identityNumber", "030085001234"));
        var code = await AcceptAsync(reference);
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu/" + code);

        var found = await visitor.SendAsync("/tra-cuu", ("code", code), ("number", number));

        Assert.That(found.Location, Is.EqualTo(opens ? "/theo-doi/" + code : null));
    }

    [Test]
    public async Task Track_OfAnOrganisationWithoutASubmitter_ByCodeAndNothing_StaysClosed()
    {
        var code = await AcceptAsync(await SubmitAsync());
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu");

        var found = await visitor.SendAsync("/tra-cuu", ("code", code), ("number", ""));

        Assert.That(found.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Proof_IsOpenToTheVisitorWhoProvedToKnowTheDossier_AndToNobodyElse()
    {
        var reference = await SubmitAsync();
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu/" + reference);
        await visitor.SendAsync("/tra-cuu", ("code", reference), ("number", TaxCode));

        var proof = await visitor.OpenAsync($"/theo-doi/{reference}/thoi-han");
        var stranger = await office.Visitor().OpenAsync($"/theo-doi/{reference}/thoi-han");
        var asJson = await office.Visitor().OpenAsync($"/theo-doi/{reference}/thoi-han/json");

        Assert.That(proof.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((stranger.Location, asJson.Location), Is.EqualTo(($"/tra-cuu/{reference}?toi=thoi-han", $"/tra-cuu/{reference}?toi=thoi-han")));
    }

    [Test]
    public async Task Track_WithAWrongCodeOrAWrongNumber_AnswersTheSame()
    {
        var reference = await SubmitAsync();
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu");

        var wrongNumber = await visitor.SendAsync("/tra-cuu", ("code", reference), ("number", "0100109106"));
        var wrongCode = await visitor.SendAsync("/tra-cuu", ("code", "AAAA-AAAA-AAAA"), ("number", TaxCode));

        Assert.That(wrongNumber.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(wrongCode.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Heading(wrongNumber), Is.EqualTo(Heading(wrongCode)));
    }

    [Test]
    public async Task Track_TriedTooOften_IsStopped()
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu");
        for (var attempt = 0; attempt < LookupLimits.PostsAMinute; attempt++)
            await visitor.SendAsync("/tra-cuu", ("code", "AAAA-AAAA-AAAA"), ("number", TaxCode));

        var stopped = await visitor.SendAsync("/tra-cuu", ("code", "AAAA-AAAA-AAAA"), ("number", TaxCode));

        Assert.That(stopped.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(stopped.Response.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(stopped.Text, Does.Match("Hãy thử lại từ [0-9]{2}:[0-9]{2}").And.Contain("AAAA-AAAA-AAAA"));
    }

    [TestCase("")]
    [TestCase("/da-nop")]
    [TestCase("/bo-sung")]
    [TestCase("/rut")]
    [TestCase("/tep/0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Dossier_OfSomebodyElse_AsksForTheNumberLikeAnUnknownOne(string page)
    {
        var reference = await SubmitAsync();

        var answer = await office.Visitor().OpenAsync($"/theo-doi/{reference}{page}");
        var unknown = await office.Visitor().OpenAsync($"/theo-doi/AAAA-AAAA-AAAA{page}");

        Assert.That(answer.Location, Does.StartWith($"/tra-cuu/{reference}?toi="));
        Assert.That((answer.Status, answer.Text), Is.EqualTo((unknown.Status, unknown.Text)));
        Assert.That(unknown.Location, Is.EqualTo(answer.Location!.Replace(reference, "AAAA-AAAA-AAAA", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Visitor_WhoseCookieIsLost_ComesBackToThePageByTheNumber()
    {
        var reference = await SubmitAsync();
        var visitor = office.Visitor();

        var asked = await visitor.OpenAsync($"/theo-doi/{reference}/rut");
        await visitor.OpenAsync(asked.Location!);
        var back = await visitor.SendAsync("/tra-cuu", ("code", reference), ("number", TaxCode));

        Assert.That(back.Location, Is.EqualTo($"/theo-doi/{reference}/rut"));
        Assert.That((await visitor.OpenAsync(back.Location!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Withdraw_SentAfterTheCookieIsLost_ChangesNothingAndKeepsTheText()
    {
        var reference = await SubmitAsync();
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu");

        var sent = await visitor.SendAsync($"/theo-doi/{reference}/rut", ("reason", "Nộp nhầm thủ tục"));

        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(sent.Text, Does.Contain("Nộp nhầm thủ tục").And.Contain($"href=\"/tra-cuu/{reference}\""));
        Assert.That(
            await office.ReadAsync(db => db.Dossiers.Where(found => found.Reference == reference).Select(found => found.Status).SingleAsync()),
            Is.EqualTo(DossierStatus.AwaitingAcceptance)
        );
    }

    [TestCase("to-khai")]
    [TestCase("giay-to")]
    [TestCase("xem-lai")]
    public async Task Draft_OnceSubmitted_OpensNoMoreByItsReference_AndLeadsToTheDoor(string page)
    {
        var reference = await SubmitAsync();

        Assert.That((await office.Visitor().OpenAsync($"{Start}/{page}/{reference}")).Location, Is.EqualTo($"/theo-doi/{reference}"));
    }

    [Test]
    public async Task Resume_WithCodeAndNumber_OpensTheDraft()
    {
        var reference = await DeclareAsync(office.Visitor());
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tiep-tuc");

        var found = await visitor.SendAsync("/tiep-tuc", ("code", reference.ToLowerInvariant()), ("number", TaxCode));

        Assert.That(found.Location, Is.EqualTo($"{Start}/to-khai/{reference}"));
    }

    [Test]
    public async Task Withdraw_BeforeAcceptance_EndsTheDossier()
    {
        var visitor = office.Visitor();
        var reference = await SubmitAsync(visitor);
        await visitor.OpenAsync($"/theo-doi/{reference}/rut");

        var sent = await visitor.SendAsync($"/theo-doi/{reference}/rut", ("reason", "Nộp nhầm thủ tục"));

        var dossier = await office.ReadAsync(db => db.Dossiers.AsNoTracking().SingleAsync(found => found.Reference == reference));
        Assert.That(sent.Location, Is.EqualTo("/theo-doi/" + reference));
        Assert.That(dossier.Status, Is.EqualTo(DossierStatus.Stopped));
    }

    [Test]
    public async Task Withdraw_WithATooLongReason_IsRefusedWhole_AndKeepsTheText()
    {
        var visitor = office.Visitor();
        var reference = await SubmitAsync(visitor);
        await visitor.OpenAsync($"/theo-doi/{reference}/rut");
        var reason = new string('n', EntryLimits.WithdrawalReason + 1);

        var sent = await visitor.SendAsync($"/theo-doi/{reference}/rut", ("reason", reason));

        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(sent.Text, Does.Contain(new Refusal("WithdrawalReasonTooLong", "reason", EntryLimits.WithdrawalReason).Sentence).And.Contain(reason));
        Assert.That(
            await office.ReadAsync(db => db.Dossiers.Where(found => found.Reference == reference).Select(found => found.Status).SingleAsync()),
            Is.EqualTo(DossierStatus.AwaitingAcceptance)
        );
    }

    private Task<string> SubmitAsync(params IReadOnlyList<(string Name, string Value)> instead) => SubmitAsync(office.Visitor(), instead);

    private static async Task<string> SubmitAsync(PageVisitor visitor, params IReadOnlyList<(string Name, string Value)> instead)
    {
        var reference = await PrepareAsync(visitor, instead);
        await visitor.SendAsync($"{Start}/xem-lai/{reference}");
        return reference;
    }

    /// <summary>The counter takes the dossier; its code.</summary>
    private async Task<string> AcceptAsync(string reference)
    {
        var id = await office.ReadAsync(db => db.Dossiers.Where(dossier => dossier.Reference == reference).Select(dossier => dossier.Id).SingleAsync());
        await using var desk = office.Services.CreateAsyncScope();
        return TestOffice
            .Sure(await desk.ServiceProvider.GetRequiredService<AcceptDossier>().DoAsync(new(id, null), TestOffice.Clerk, CancellationToken.None))
            .Code!;
    }

    private static string Heading(VisitedPage page)
    {
        var at = page.Text.IndexOf("hd-error-summary", StringComparison.Ordinal);
        return page.Text[at..page.Text.IndexOf("</div>", at, StringComparison.Ordinal)];
    }
}

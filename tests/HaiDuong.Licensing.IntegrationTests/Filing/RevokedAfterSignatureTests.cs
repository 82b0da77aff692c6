using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Registry;
using HaiDuong.Licensing.OneStop.Features.Review;
using HaiDuong.Licensing.OneStop.Features.Signing;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Filing.RenewalOffice;

namespace HaiDuong.Licensing.IntegrationTests.Filing;

/// <summary>A licence is revoked after the leader has signed what was to be issued about it: the dossier goes back and ends with an answer.</summary>
public sealed class RevokedAfterSignatureTests
{
    private const string Slug = "printing-reissue";
    private DeskHost office = null!;
    private Licence licence = null!;
    private Guid id;

    [SetUp]
    public async Task StartAsync()
    {
        office = await DeskHost.StartAsync();
        licence = await office.KeepAsync(null, kind: "printing-licence", holder: SampleForms.Applicant(office.Procedure(Slug), 1));
        id = await TakeInAsync();
        await ReachAsync("issue");
    }

    [TearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [Test]
    public async Task Registry_SendsTheSignedResultBack_AndTheDivisionAnswersWithARefusal()
    {
        await office.ChangeAsync(licence.Id, one => one.Revoke());
        var registry = await office.LogInAsync("van-thu");
        var page = await registry.OpenAsync($"/phat-hanh/{id}");

        var sent = await registry.SendAsync($"/phat-hanh/{id}?handler=SendBack", ("reason", "Giấy phép đã bị thu hồi."));
        var back = await office.DossierAsync(id);
        var draft = await (await office.LogInAsync("chuyen-vien")).OpenAsync($"/du-thao/{id}");

        Assert.That(page.Text, Does.Contain(new Refusal("LicenceRevoked", null, Number, Today.PlusDays(-1)).Sentence).And.Contain("handler=SendBack"));
        Assert.That(sent.Location, Is.EqualTo($"/ho-so/{id}"));
        Assert.That(
            (back.Decision, back.Work.Single().StepId, back.Work.Single().AssigneeName),
            Is.EqualTo(((Decision?)null, "draft", office.Actors["chuyen-vien"].Name))
        );
        Assert.That(draft.Text, Does.Contain("hd-note-bad"));

        await DraftAsync(DecisionKind.Refuse);
        await ReachAsync("return");
        var ended = await office.DossierAsync(id);
        Assert.That((ended.Status, ended.Decision!.Kind, ended.Decision.IsIssued), Is.EqualTo((DossierStatus.ResultReady, DecisionKind.Refuse, true)));
    }

    [Test]
    public async Task SendBack_WithoutAReason_IsRefused()
    {
        await office.ChangeAsync(licence.Id, one => one.Revoke());
        var registry = await office.LogInAsync("van-thu");
        await registry.OpenAsync($"/phat-hanh/{id}");

        var told = await registry.SendAsync($"/phat-hanh/{id}?handler=SendBack", ("reason", " "));

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(told.Text, Does.Contain(new Refusal("ReasonRequired").Sentence).And.Contain("handler=SendBack"));
        Assert.That((await office.DossierAsync(id)).Decision, Is.Not.Null);
    }

    [Test]
    public async Task SendBack_OfWhatMayBeIssued_LeavesTheSignature()
    {
        var result = await DoAsync<SendBackSigned>(act => act.DoAsync(new(id, null, "issue", "Không rõ"), office.Actors["van-thu"], default));

        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo((string[])["NothingAgainstIssuing"]));
        Assert.That((await office.DossierAsync(id)).Decision, Is.Not.Null);
    }

    [Test]
    public async Task SendBack_BySomebodyElse_IsRefused()
    {
        await office.ChangeAsync(licence.Id, one => one.Revoke());

        var result = await DoAsync<SendBackSigned>(act => act.DoAsync(new(id, null, "issue", "Không rõ"), office.Actors["chuyen-vien"], default));

        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo((string[])["StepNotYours"]));
    }

    [Test]
    public async Task Issue_OfALicenceThatExpiredAfterTheRequestWasFiled_GoesOn()
    {
        var other = await office.KeepAsync(
            Today.PlusDays(1),
            kind: "printing-licence",
            number: "15/GP",
            holder: SampleForms.Applicant(office.Procedure(Slug), 1)
        );
        id = await TakeInAsync("15/GP");
        await ReachAsync("issue");
        office.Clock.AdvanceDays(7);

        await ReachAsync("return");

        Assert.That(other.StateOn((await office.DossierAsync(id)).Decision!.IssuedOn!.Value), Is.EqualTo(LicenceState.Expired));
    }

    private async Task<Guid> TakeInAsync(string number = Number)
    {
        var (taken, procedure) = (Guid.CreateVersion7(), office.Procedure(Slug));
        var applicant = SampleForms.Applicant(procedure, 1);
        var form = SampleForms
            .Fill(procedure.Form, applicant, DeskHost.Morning, 1)
            .With("licenceNumber", number)
            .With("licenceDate", FieldValue.Text(IssuedOn));
        IReadOnlyList<Paper> papers =
        [
            .. PaperRules
                .Applicable(procedure, form)
                .Select(paper => new Paper(Guid.CreateVersion7(), paper.Key, null, null, null, 0, 1, 0, office.Clock.GetCurrentInstant())),
        ];
        await DoAsync<TakeInDossier>(
            act => act.DoAsync(new(taken, Slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, papers), office.Actors["mot-cua"], default),
            taken
        );
        return taken;
    }

    private Task<ActResult> DraftAsync(DecisionKind kind) =>
        DoAsync<DraftResult>(
            async act =>
            {
                var dossier = await office.DossierAsync(id);
                var fields = SampleForms.Result(
                    office.Procedure(Slug),
                    dossier,
                    await office.AtDeskAsync(desk =>
                        desk.GetRequiredService<LicenceRegister>().OfAsync(office.Procedure(Slug), dossier.Form, dossier.Applicant, default)
                    ),
                    DeskHost.Morning,
                    1
                );
                return await act.DoAsync(
                    new(id, null, "draft", kind, fields, [], kind == DecisionKind.Refuse ? "Giấy phép đã bị thu hồi." : null),
                    office.Actors["chuyen-vien"],
                    default
                );
            },
            id
        );

    private async Task ReachAsync(string step)
    {
        while ((await office.DossierAsync(id)).Work.Single().StepId is var waiting && waiting != step)
            await (
                waiting switch
                {
                    "assign" => DoAsync<AssignDossier>(
                        act => act.DoAsync(new(id, null, office.Actors["chuyen-vien"].AccountId!.Value, null), office.Actors["truong-phong"], default),
                        id
                    ),
                    "appraise" => DoAsync<AppraiseDossier>(
                        act =>
                            act.DoAsync(
                                new(id, null, waiting, [.. office.Procedure(Slug).Checks.Select(check => new CheckResult(check.Key, true, null))], null),
                                office.Actors["chuyen-vien"],
                                default
                            ),
                        id
                    ),
                    "draft" => DraftAsync(DecisionKind.Grant),
                    "review" => DoAsync<ApproveDraft>(act => act.DoAsync(new(id, null, waiting, null), office.Actors["truong-phong"], default), id),
                    "sign" => DoAsync<SignResult>(
                        act => act.DoAsync(new(id, null, waiting), ProvedActor.WithoutSession(office.Actors["giam-doc"]), default),
                        id
                    ),
                    "issue" => DoAsync<IssueResult>(act => act.DoAsync(new(id, null, waiting), office.Actors["van-thu"], default), id),
                    _ => throw new InvalidOperationException($"Nobody is told how to do step {waiting}."),
                }
            );
    }

    private async Task<ActResult> DoAsync<TAct>(Func<TAct, Task<ActResult>> act, Guid? sure = null)
        where TAct : notnull
    {
        var result = await office.AtDeskAsync(desk => act(desk.GetRequiredService<TAct>()));
        return sure is null || result.Done ? result : throw new InvalidOperationException(string.Join("; ", result.Refusals));
    }
}

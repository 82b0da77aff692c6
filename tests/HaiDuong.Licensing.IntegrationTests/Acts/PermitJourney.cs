using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Fees;
using HaiDuong.Licensing.OneStop.Features.Opinions;
using HaiDuong.Licensing.OneStop.Features.Registry;
using HaiDuong.Licensing.OneStop.Features.Review;
using HaiDuong.Licensing.OneStop.Features.Signing;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Features.Withdrawal;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>Drives publishing permits through the real acts, each in a scope of its own as a request has.</summary>
internal sealed class PermitJourney(IServiceProvider services)
{
    /// <summary>An online draft with its manuscript; two saves, no act yet.</summary>
    public async Task<Guid> DraftAsync()
    {
        var id = Guid.CreateVersion7();
        Check(await SaveDraftAsync(id));
        Check(await AddManuscriptAsync(id));
        return id;
    }

    /// <summary>A dossier whose newest act is the given one of the straight way.</summary>
    public async Task<Guid> ReachAsync(DossierAct last)
    {
        var id = await DraftAsync();
        while (Check(await NextAsync(id)).History[^1].Act != last)
        {
        }

        return id;
    }

    public Task<ActResult> SaveDraftAsync(Guid id) =>
        DoAsync<SaveDraft>(act => act.DoAsync(new(id, PermitForm.Slug, PermitForm.Applicant, null, ReturnBy.Counter, PermitForm.Form), OfficeStaff.ApplicantOf(id), default));

    public Task<ActResult> AddManuscriptAsync(Guid id) =>
        DoAsync<ActDesk>(desk => desk.DoAsync(id, null, OfficeStaff.ApplicantOf(id), (dossier, act) => dossier.AddPaper(PermitForm.Manuscript(act.Now), act), default));

    public Task<ActResult> TakeInAsync(Guid id) => InScopeAsync(scope =>
        scope.GetRequiredService<TakeInDossier>().DoAsync(
            new(id, PermitForm.Slug, SubmissionChannel.Counter, PermitForm.Applicant, null, ReturnBy.Counter, PermitForm.Form,
                [PermitForm.Manuscript(scope.GetRequiredService<OfficeClock>().Now)]),
            OfficeStaff.Clerk, default));

    public Task<ActResult> AcceptAsync(Guid id, Domain.Staff.Actor clerk, int? seen = null) =>
        DoAsync<AcceptDossier>(act => act.DoAsync(new(id, seen), clerk, default));

    public Task<ActResult> AppraiseAsync(Guid id, Domain.Staff.Actor by) => InScopeAsync(async scope =>
    {
        var procedure = scope.GetRequiredService<Rulebooks>().InForce(PermitForm.Slug, scope.GetRequiredService<OfficeClock>().Today)!.Procedure;
        var checks = procedure.Checks.Select(check => new CheckResult(check.Key, true, null)).ToList();
        return await scope.GetRequiredService<AppraiseDossier>().DoAsync(new(id, null, "appraise", checks, null), by, default);
    });

    /// <summary>The dossier as it is stored, with its work and history.</summary>
    public Task<Dossier?> FindAsync(Guid id) => InScopeAsync(async scope =>
    {
        var store = scope.GetRequiredService<DossierStore>();
        var dossier = await store.FindAsync(id, default);
        if (dossier is not null)
            await store.LoadHistoryAsync(dossier, default);
        return dossier;
    });

    /// <summary>Does what the dossier waits for, by whoever must do it, the way that leads to the licence.</summary>
    public async Task<ActResult> NextAsync(Guid id)
    {
        var dossier = await FindAsync(id) ?? throw new InvalidOperationException("There is no such dossier.");
        return await (dossier.Status switch
        {
            DossierStatus.Draft => DoAsync<SubmitDossier>(act => act.DoAsync(new(id, null), OfficeStaff.ApplicantOf(id), default)),
            DossierStatus.WithdrawalAsked => DoAsync<DecideWithdrawal>(act => act.DoAsync(new(id, null, false, "Hồ sơ đã trình ký"), OfficeStaff.Head, default)),
            _ when dossier.Opinions.FirstOrDefault(opinion => opinion.Answer is null) is { } open =>
                DoAsync<GiveOpinion>(act => act.DoAsync(new(id, null, open.Id, OpinionAnswer.Agree, null), OfficeStaff.Specialist, default)),
            _ => DoStepAsync(dossier, dossier.Work[0].StepId),
        });
    }

    public Task<ActResult> DoAsync<TAct>(Func<TAct, Task<ActResult>> act) where TAct : notnull =>
        InScopeAsync(scope => act(scope.GetRequiredService<TAct>()));

    private Task<ActResult> DoStepAsync(Dossier dossier, string step)
    {
        var id = dossier.Id;
        return step switch
        {
            "receive" => AcceptAsync(id, OfficeStaff.Clerk),
            "assign" => DoAsync<AssignDossier>(act => act.DoAsync(new(id, null, OfficeStaff.Specialist.AccountId!.Value, null), OfficeStaff.Head, default)),
            "appraise" => AppraiseAsync(id, OfficeStaff.Specialist),
            "collect-fee" => DoAsync<RecordPayment>(act => act.DoAsync(new(id, null, (long)dossier.FeesDue, "BL-0001", "Chuyển khoản"), OfficeStaff.Accountant, default)),
            "draft" => DoAsync<DraftResult>(act => act.DoAsync(new(id, null, step, DecisionKind.Grant, PermitForm.Licence, [], null), OfficeStaff.Specialist, default)),
            "review" => DoAsync<ApproveDraft>(act => act.DoAsync(new(id, null, step, null), OfficeStaff.Head, default)),
            "sign" => DoAsync<SignResult>(act => act.DoAsync(new(id, null, step), ProvedActor.WithoutSession(OfficeStaff.Leader), default)),
            "issue" => DoAsync<IssueResult>(act => act.DoAsync(new(id, null, step), OfficeStaff.Registry, default)),
            "return" => DoAsync<HandOverResult>(act => act.DoAsync(new(id, null, "Người nhận", null, ReturnBy.Counter, null), OfficeStaff.Clerk, default)),
            "supplement" or "supplement-before-acceptance" => DoAsync<SupplySupplement>(act => act.DoAsync(new(id, null, PermitForm.Form), OfficeStaff.ApplicantOf(id), default)),
            _ => throw new InvalidOperationException($"Nobody is told how to do step {step}."),
        };
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static Dossier Check(ActResult result) =>
        result.Done ? result.Dossier! : throw new InvalidOperationException($"Refused: {string.Join(", ", result.Refusals)}");
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>The id is minted when the form is shown, so that a form sent twice makes one draft.</summary>
public sealed record SaveDraftRequest(
    Guid DossierId, string ProcedureSlug, Applicant Applicant, Submitter? Submitter, ReturnBy ReturnBy, FormData Form, int? SeenRevision = null);

/// <summary>Lưu nháp: keeps whatever is filled in, right or wrong, but not what is too long; makes the draft the first time.</summary>
public sealed class SaveDraft(ActDesk desk, NewDossier newDossier, DossierStore store, Rulebooks rulebooks)
{
    public Task<ActResult> DoAsync(SaveDraftRequest request, Actor actor, CancellationToken cancel) =>
        desk.TryAgainAsync(() => SaveAsync(request, actor, cancel));

    private async Task<ActResult> SaveAsync(SaveDraftRequest request, Actor actor, CancellationToken cancel)
    {
        if (await store.FindAsync(request.DossierId, cancel) is { } known)
            return await store.ChangedSinceAsync(known, request.SeenRevision, cancel) is { } changed
                ? new ActResult(known, [changed])
                : await FillAsync(known, request, actor, cancel);
        if (newDossier.Open(request.DossierId, request.ProcedureSlug, SubmissionChannel.Online, actor.AccountId) is not { } made)
            return new ActResult(null, [new Refusal("ProcedureNotInForce")]);
        store.Add(made);
        return await FillAsync(made, request, actor, cancel);
    }

    private async Task<ActResult> FillAsync(Dossier dossier, SaveDraftRequest request, Actor actor, CancellationToken cancel)
    {
        // A draft may hold what is wrong, but nothing without end.
        IReadOnlyList<Refusal> refusals = EntryLimits.Check(request.Applicant, request.Submitter, rulebooks.For(dossier).Procedure.Form, request.Form);
        if (refusals.Count > 0)
            return new ActResult(dossier, refusals);
        refusals = dossier.SaveDraft(request.Applicant, request.Submitter, request.ReturnBy, request.Form, desk.ContextFor(dossier, actor));
        return new ActResult(dossier, refusals.Count > 0 ? refusals : await store.SaveAsync(dossier, cancel));
    }
}

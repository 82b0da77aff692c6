using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>The id is minted when the form is shown, so that a form sent twice makes one draft.</summary>
public sealed record SaveDraftRequest(
    Guid DossierId, string ProcedureSlug, Applicant Applicant, Submitter? Submitter, ReturnBy ReturnBy, FormData Form, int? SeenRevision = null);

/// <summary>Lưu nháp: keeps whatever is filled in; makes the draft the first time.</summary>
public sealed class SaveDraft(NewDossier newDossier, DossierStore store)
{
    public async Task<ActResult> DoAsync(SaveDraftRequest request, Actor actor, CancellationToken cancel)
    {
        var dossier = await store.FindAsync(request.DossierId, cancel);
        if (dossier is null)
            return await MakeAsync(request, actor, cancel);
        return await store.ChangedSinceAsync(dossier, request.SeenRevision, cancel) is { } changed
            ? new ActResult(dossier, [changed])
            : await FillAsync(dossier, request, cancel);
    }

    private async Task<ActResult> MakeAsync(SaveDraftRequest request, Actor actor, CancellationToken cancel)
    {
        if (newDossier.Open(request.DossierId, request.ProcedureSlug, SubmissionChannel.Online, actor.AccountId) is not { } made)
            return new ActResult(null, [new Refusal("ProcedureNotInForce")]);
        store.Add(made);
        var result = await FillAsync(made, request, cancel);
        // The same form was sent twice at once, and the other one made the draft.
        return !result.Done && await store.FindAsync(request.DossierId, cancel) is { } known ? await FillAsync(known, request, cancel) : result;
    }

    private async Task<ActResult> FillAsync(Dossier dossier, SaveDraftRequest request, CancellationToken cancel)
    {
        var refusals = dossier.SaveDraft(request.Applicant, request.Submitter, request.ReturnBy, request.Form);
        return new ActResult(dossier, refusals.Count > 0 ? refusals : await store.SaveAsync(dossier, cancel));
    }
}

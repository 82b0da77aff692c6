using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>
/// The id is minted when the form is shown, so that a form sent twice makes one draft. Who has seen no revision overwrites; where no page is
/// open, none is sent.
/// </summary>
public sealed record SaveDraftRequest(
    Guid DossierId,
    string ProcedureSlug,
    Applicant Applicant,
    Submitter? Submitter,
    ReturnBy ReturnBy,
    FormData Form,
    int? SeenRevision = null,
    SendingPage? Sent = null
);

/// <summary>
/// Lưu nháp: keeps whatever is filled in, right or wrong, but not what is too long; makes the draft the first time. What one page sends never
/// conflicts with what it sent before, in whatever order it arrives; what another page has saved since is not overwritten unseen.
/// </summary>
public sealed class SaveDraft(OfficeDbContext db, ActDesk desk, NewDossier newDossier, DossierStore store, SentDrafts sent, Rulebooks rulebooks)
{
    public Task<ActResult> DoAsync(SaveDraftRequest request, Actor actor, CancellationToken cancel) =>
        desk.TryAgainAsync(() => SaveAsync(request, actor, cancel));

    private async Task<ActResult> SaveAsync(SaveDraftRequest request, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.WaitForTurnAsync(request.DossierId, cancel);
        db.ChangeTracker.Clear();
        if (await store.FindAsync(request.DossierId, cancel) is { } known)
        {
            var last = await sent.LastAsync(known.Id, cancel);
            if (last is not null && last.Page == request.Sent?.Page)
                return request.Sent.Number < last.Number ? new ActResult(known, []) : await FillAsync(known, request, actor, cancel);
            return request.SeenRevision is { } seen && seen < (last?.Revision ?? known.Revision)
                ? new ActResult(known, [new Refusal(nameof(RefusalCode.DossierChangedInOtherWindow))])
                : await FillAsync(known, request, actor, cancel);
        }

        if (newDossier.Open(request.DossierId, request.ProcedureSlug, SubmissionChannel.Online, actor.AccountId) is not { } made)
            return new ActResult(null, [new Refusal(nameof(RefusalCode.ProcedureNotInForce))]);
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
        return new ActResult(
            dossier,
            refusals.Count > 0 ? refusals : await store.SaveAsync(dossier, cancel, () => KeepSentAsync(dossier, request.Sent, cancel))
        );
    }

    private Task KeepSentAsync(Dossier dossier, SendingPage? page, CancellationToken cancel) =>
        page is null ? Task.CompletedTask : sent.KeepAsync(dossier.Id, page, dossier.Revision, cancel);
}

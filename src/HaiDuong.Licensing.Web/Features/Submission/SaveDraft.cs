using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>The id is minted when the form is shown, so that a form sent twice makes one draft.</summary>
public sealed record SaveDraftRequest(
    Guid DossierId, string ProcedureSlug, Applicant Applicant, Submitter? Submitter, ReturnBy ReturnBy, FormData Form, int? SeenRevision = null);

/// <summary>Lưu nháp: keeps whatever is filled in; makes the draft the first time.</summary>
public sealed class SaveDraft(OfficeDbContext db, NewDossier newDossier, DossierStore store)
{
    public async Task<ActResult> DoAsync(SaveDraftRequest request, Actor actor, CancellationToken cancel)
    {
        try
        {
            return await SaveAsync(request, actor, cancel);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same form was sent twice at once, and the other one made the draft.
            db.ChangeTracker.Clear();
            return await SaveAsync(request with { SeenRevision = null }, actor, cancel);
        }
    }

    private async Task<ActResult> SaveAsync(SaveDraftRequest request, Actor actor, CancellationToken cancel)
    {
        var dossier = await store.FindAsync(request.DossierId, cancel);
        if (dossier is null)
        {
            dossier = newDossier.Open(request.DossierId, request.ProcedureSlug, SubmissionChannel.Online, actor.AccountId);
            if (dossier is null)
                return new ActResult(null, [new Refusal("ProcedureNotInForce")]);
            store.Add(dossier);
        }
        else if (await store.ChangedSinceAsync(dossier, request.SeenRevision, cancel) is { } changed)
        {
            return new ActResult(dossier, [changed]);
        }

        var refusals = dossier.SaveDraft(request.Applicant, request.Submitter, request.ReturnBy, request.Form);
        return new ActResult(dossier, refusals.Count > 0 ? refusals : await store.SaveAsync(dossier, cancel));
    }
}

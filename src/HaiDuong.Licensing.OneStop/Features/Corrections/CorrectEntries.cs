using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Corrections;

/// <param name="DossierId">The dossier.</param>
/// <param name="SeenRevision">The count of acts that the person saw.</param>
/// <param name="Applicant">The applicant's data as they ought to be.</param>
/// <param name="Form">The answers as they ought to be.</param>
/// <param name="Reason">Why.</param>
/// <param name="Letter">The applicant's confirmation on paper, where there is one.</param>
public sealed record CorrectEntriesRequest(Guid DossierId, int? SeenRevision, Applicant Applicant, FormData Form, string Reason, IncomingFile? Letter);

/// <summary>Đính chính thông tin: what was typed wrong, checked as ever; a corrected licence number or identity number is looked up again.</summary>
public sealed class CorrectEntries(ActDesk desk, PaperUpload upload, FilingCheck check, LicenceRegister licences, NamedStaff named)
{
    public async Task<ActResult> DoAsync(CorrectEntriesRequest request, Actor actor, CancellationToken cancel)
    {
        Paper? paper = null;
        IReadOnlyList<Refusal> unfit = [];
        if (request.Letter is { } letter)
            (paper, unfit) = await upload.StoreAsync(Correction.PaperKey, "paper", letter, cancel);
        return await desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) => CorrectAsync(dossier, request, paper, unfit, act, cancel),
            cancel
        );
    }

    private async Task<IReadOnlyList<Refusal>> CorrectAsync(
        Dossier dossier,
        CorrectEntriesRequest request,
        Paper? paper,
        IReadOnlyList<Refusal> unfit,
        ActContext act,
        CancellationToken cancel
    )
    {
        var procedure = act.Rules.Procedure;
        var aboutBefore = procedure.DenouncedField is { } about ? dossier.Form[about] : null;
        if (unfit.Count > 0)
            return dossier.WhyNot(DossierAct.Correct, act) is { Count: > 0 } notTheirs ? notTheirs : unfit;
        if (dossier.Correct(request.Applicant, request.Form, request.Reason, paper, act) is { Count: > 0 } refused)
            return refused;
        var entries = dossier.Corrections[^1].Entries;
        if (check.OfPrint(dossier, act).Where(refusal => entries.Any(entry => entry.Concerns(refusal.Field))).ToList() is { Count: > 0 } unprintable)
            return unprintable;
        await named.ShutOutAsync(dossier, act, aboutBefore, cancel);
        return procedure.Licence is { } rule && entries.Any(entry => rule.Names(entry.Field) || entry.TellsWhoIsMeant)
            ? await licences.CheckRequestAsync(dossier, act, cancel)
            : [];
    }
}

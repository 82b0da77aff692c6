using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;

namespace HaiDuong.Licensing.OneStop.Features.Registry;

public sealed record SendBackSignedRequest(Guid DossierId, int? SeenRevision, string StepId, string Reason);

/// <summary>
/// Văn thư trả lại văn bản đã ký: to the division when the licence was revoked or changed after the signature, to the leader for a new signature when
/// the signed file is damaged or lost; only then may the registry undo a signature.
/// </summary>
public sealed class SendBackSigned(ActDesk desk, LicenceRegister licences, KeptFiles files)
{
    public Task<ActResult> DoAsync(SendBackSignedRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                if (dossier.MayIssue(request.StepId, act) is { Count: > 0 } refusals)
                    return refusals;
                if (await licences.CheckResultAsync(dossier, dossier.ResultDraft!, act, cancel) is { Count: > 0 })
                    return dossier.SendBackSigned(request.StepId, request.Reason, act);
                return await files.Documents.LookAsync(dossier.Decision!.SignedFile, cancel) == FileCondition.Intact
                    ? [new Refusal(nameof(RefusalCode.NothingAgainstIssuing))]
                    : dossier.AskToSignAgain(request.StepId, request.Reason, act);
            },
            cancel
        );
}

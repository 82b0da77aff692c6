using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Signing;

public sealed record SignResultRequest(Guid DossierId, int? SeenRevision, string StepId);

/// <summary>Ký kết quả: the signature of the leader who signs, under their own certificate, and the act, in one transaction.</summary>
public sealed class SignResult(ActDesk desk, DecisionPress press, LicenceRegister licences, PaperGate papers)
{
    public Task<ActResult> DoAsync(SignResultRequest request, ProvedActor signer, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            signer.Actor,
            async (dossier, act) =>
            {
                IReadOnlyList<Refusal> refusals = dossier.MaySign(request.StepId, act);
                if (refusals.Count == 0)
                    refusals = await licences.CheckResultAsync(dossier, dossier.ResultDraft!, act, cancel);
                if (refusals.Count == 0 && !await press.MaySignAsync(dossier, act, cancel))
                    refusals = [new Refusal(nameof(RefusalCode.LeaderHasNoCertificate), null, act.Actor.Name)];
                // A supplement goes on by itself; by now every paper of it must have been fit to be read.
                if (refusals.Count == 0)
                    refusals = await papers.CheckAsync(dossier, cancel);
                return refusals.Count > 0 ? refusals : dossier.Sign(request.StepId, await press.SignAsync(dossier, act, cancel), act);
            },
            cancel
        );
}

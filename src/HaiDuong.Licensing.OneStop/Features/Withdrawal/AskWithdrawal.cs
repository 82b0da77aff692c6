using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;

namespace HaiDuong.Licensing.OneStop.Features.Withdrawal;

/// <param name="DossierId">The dossier.</param>
/// <param name="SeenRevision">The count of acts that the person saw.</param>
/// <param name="Reason">Why, if it was said.</param>
/// <param name="Letter">The applicant's request on paper, when the counter records it; the applicant's own act brings none.</param>
public sealed record AskWithdrawalRequest(Guid DossierId, int? SeenRevision, string? Reason, IncomingFile? Letter);

/// <summary>Xin rút hồ sơ: by the applicant, or recorded at the counter from the applicant's paper.</summary>
public sealed class AskWithdrawal(ActDesk desk, PaperUpload upload)
{
    public async Task<ActResult> DoAsync(AskWithdrawalRequest request, Actor actor, CancellationToken cancel)
    {
        Paper? paper = null;
        IReadOnlyList<Refusal> unfit = [];
        if (request.Letter is { } letter)
            (paper, unfit) = await upload.StoreAsync(WithdrawalRequest.PaperKey, "paper", letter, cancel);
        return await desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) =>
                dossier.WhyNot(DossierAct.AskWithdrawal, act) is { Count: > 0 } refused ? refused
                : unfit.Count > 0 ? unfit
                : dossier.AskWithdrawal(request.Reason, paper, act),
            cancel
        );
    }
}

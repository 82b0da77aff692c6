using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

/// <summary>Where a link is sent: the name of a body that the procedure does not name, and its address.</summary>
public sealed record AskByLink(string? Name, string Email);

public sealed record AskOpinionRequest(
    Guid DossierId,
    int? SeenRevision,
    string AgencyKey,
    string Question,
    LocalDateTime AnswerBy,
    IReadOnlyList<CheckResult> ChecksSoFar,
    OpinionShown? Shown = null,
    AskByLink? Link = null,
    OpinionAgain? Again = null
);

/// <summary>
/// Lấy ý kiến cơ quan phối hợp, beside the route; keeps the checks answered so far. The secret of a link is made here, goes out with the mail alone, and is
/// kept as a hash in the transaction of the act.
/// </summary>
public sealed class AskOpinion(ActDesk desk, OpinionLinks links, OneTimeCodeSeal seal)
{
    public Task<ActResult> DoAsync(AskOpinionRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => AskAsync(dossier, request, act, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> AskAsync(Dossier dossier, AskOpinionRequest request, ActContext act, CancellationToken cancel)
    {
        var secret = OpinionLinks.NewSecret();
        var refused = dossier.AskOpinion(
            request.AgencyKey,
            request.Question,
            request.AnswerBy,
            request.ChecksSoFar,
            request.Shown,
            act,
            request.Link is { } link ? new LinkedBody(link.Name, TypedEmail.Read(link.Email), seal.Seal(secret)) : null,
            request.Again
        );
        if (refused.Count > 0 || request.Link is null)
            return refused;
        var asked = dossier.Opinions[^1];
        await links.KeepAsync(secret, dossier, asked, dossier.AgencyNameOf(asked.AgencyKey, act.Rules.Procedure) ?? asked.AgencyKey, cancel);
        return [];
    }
}

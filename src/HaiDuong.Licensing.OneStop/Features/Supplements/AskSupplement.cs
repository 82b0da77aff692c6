using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Supplements;

public sealed record AskSupplementRequest(Guid DossierId, int? SeenRevision, IReadOnlyList<SupplementItem> Items, string Reason, LocalDate AnswerBy);

/// <summary>Yêu cầu bổ sung: with its slip (Mẫu 02); by the counter before acceptance, by the specialist after it.</summary>
public sealed class AskSupplement(ActDesk desk, SlipPress press)
{
    public Task<ActResult> DoAsync(AskSupplementRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var refusals = dossier.AskSupplement(request.Items, request.Reason, request.AnswerBy, act);
                if (refusals.Count == 0)
                    await press.PrintAsync(SlipKind.Supplement, dossier, act, cancel);
                return refusals;
            },
            cancel
        );
}

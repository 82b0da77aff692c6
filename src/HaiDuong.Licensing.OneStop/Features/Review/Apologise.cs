using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Review;

public sealed record ApologiseRequest(Guid DossierId, int? SeenRevision, LocalDate NewDate, string Reason);

/// <summary>Xin lỗi và hẹn lại ngày trả: with its letter (Mẫu 04), at most once.</summary>
public sealed class Apologise(ActDesk desk, SlipPress press)
{
    public Task<ActResult> DoAsync(ApologiseRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var refusals = dossier.Apologise(request.NewDate, request.Reason, act);
                if (refusals.Count == 0)
                    await press.PrintAsync(SlipKind.Apology, dossier, act, cancel);
                return refusals;
            },
            cancel
        );
}

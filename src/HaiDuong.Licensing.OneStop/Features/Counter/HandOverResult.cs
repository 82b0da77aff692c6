using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

public sealed record HandOverResultRequest(Guid DossierId, int? SeenRevision, string ReceiverName, string? ReceiverIdentityNumber, ReturnBy By, string? Note)
{
    /// <summary>Mã bưu gửi, of what is sent by post.</summary>
    public string? Parcel { get; init; }
}

/// <summary>Trả kết quả: who took it and when; closes the dossier and prints the control slip (phiếu kiểm soát).</summary>
public sealed class HandOverResult(ActDesk desk, DossierStore store, SlipPress press, KeptFiles files)
{
    public Task<ActResult> DoAsync(HandOverResultRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                await store.LoadHistoryAsync(dossier, cancel);
                var handOver = new HandOver(request.ReceiverName, request.ReceiverIdentityNumber, request.By, actor.Name, act.Local, request.Note)
                {
                    Parcel = request.Parcel,
                };
                var refusals = dossier.Return(handOver, act);
                // What is handed over is printed from this very file.
                if (refusals.Count == 0 && dossier.Decision?.IssuedFile is { } issued)
                    await files.ReadAsync(issued, cancel);
                if (refusals.Count == 0)
                    await press.PrintAsync(SlipKind.Control, dossier, act, cancel);
                return refusals;
            },
            cancel
        );
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Transfers;

/// <summary>What really came of a list, null for all of it; and of the rest why it is missing.</summary>
public sealed record ReceiveTransferRequest(Guid ListId, IReadOnlySet<Guid>? Came, IReadOnlyDictionary<Guid, string> Reasons);

/// <summary>Nhận bàn giao: by the side that takes. Refused: TransferNotYours to whoever does not take there, and what <see cref="TransferList.Receive"/> refuses.</summary>
public sealed class ReceiveTransfer(OfficeDbContext db, OncePerForm frame, TransferListsQuery lists, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(ReceiveTransferRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => ReceiveAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> ReceiveAsync(ReceiveTransferRequest request, Actor actor, CancellationToken cancel)
    {
        if (await lists.HoldAsync(request.ListId, actor, cancel) is not { } list || !lists.SidesOf(actor).Takes(list))
            return [new Refusal(nameof(RefusalCode.TransferNotYours))];
        var came = request.Came ?? list.Lines.Select(line => line.DossierId).ToHashSet();
        if (PrintableText.Check(request.Reasons.Select(reason => (TransferList.ReasonName(reason.Key), (string?)reason.Value))) is { Count: > 0 } unprintable)
            return unprintable;
        if (list.Receive(came, request.Reasons, actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        await db.SaveChangesAsync(cancel);
        return [];
    }
}

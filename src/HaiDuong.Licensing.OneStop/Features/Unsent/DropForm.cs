using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Unsent;

/// <summary>Bỏ nội dung nhập dở: one's own. Refused: KeptFormNotYours.</summary>
public sealed class DropForm(KeptForms kept)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(string address, Actor actor, CancellationToken cancel)
    {
        if (actor.AccountId is not { } account || !new ForStaffAttribute().Admits(actor))
            return [new Refusal(nameof(RefusalCode.KeptFormNotYours))];
        await kept.DropAsync(account, address, cancel);
        return [];
    }
}

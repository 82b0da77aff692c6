using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access.Security;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Bản cho người xem: takes out of a copy of a dossier what its reader may not know (the sender, the reference and the slips that carry them), and notes that
/// it was opened where it hides its sender.
/// </summary>
public sealed class ReadersCopy(HiddenDossierLog log)
{
    /// <param name="dossier">A copy that no act will save, which its reader may read.</param>
    /// <param name="act">Who reads it, and when.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task LimitAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var actor = act.Actor;
        var knowsSender = AccessTable.MaySeeApplicant(actor, dossier, act.Rules.Organisation, act.Local.Date);
        if (!knowsSender)
            dossier.ForgetApplicant(HiddenApplicant.Shown);
        if (actor.Is(StaffRole.Applicant))
            await log.OpenedAsync(dossier, dossier.OwnerAccountId is { } owner && owner == actor.AccountId, cancel);
        else
            await log.ReadAsync(dossier, actor, null, cancel);
        if (!AccessTable.MayHoldReference(actor) || !(knowsSender || actor.Is(StaffRole.Applicant)))
            dossier.ForgetReference(HiddenApplicant.NoCode);
    }
}

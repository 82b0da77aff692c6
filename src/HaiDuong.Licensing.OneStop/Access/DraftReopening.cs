using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Mở lại bản nháp: what opens a draft again, which is told where it is saved and asked where it is resumed.</summary>
public enum DraftReopening
{
    /// <summary>Logging in to the account it belongs to.</summary>
    Account,

    /// <summary>Its reference alone: no number is declared yet, or numbers must not tell who is behind it.</summary>
    Reference,

    /// <summary>Its reference and the declared identity number.</summary>
    ReferenceAndNumber,
}

/// <summary>Decides it.</summary>
public static class DraftReopenings
{
    public static DraftReopening Of(Dossier draft) =>
        draft.OwnerAccountId is not null ? DraftReopening.Account
        : draft.HidesApplicant || !IsNumbered(draft.Applicant) ? DraftReopening.Reference
        : DraftReopening.ReferenceAndNumber;

    public static DraftReopening OfNew(Actor actor) => actor.AccountId is null ? DraftReopening.Reference : DraftReopening.Account;

    public static bool IsNumbered(Applicant applicant) => TypedIdentity.Key(applicant.IdentityNumber).Length > 0;
}

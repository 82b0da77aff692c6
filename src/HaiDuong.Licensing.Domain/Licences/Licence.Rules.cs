using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>Whether something may still be asked about a licence, and which last day it may get.</summary>
public sealed partial class Licence
{
    /// <summary>
    /// Why the licence may not be amended, renewed or re-issued on a request filed that day; empty when it may. Refuses LicenceRevoked, LicenceExpired,
    /// LicenceTooLate, LicenceRenewedAlready, LicenceHasNoEnd.
    /// </summary>
    public IReadOnlyList<Refusal> Check(LicenceRule rule, LocalDate filedOn)
    {
        if (RevokedOn is { } revoked)
            return [Refuse(nameof(RefusalCode.LicenceRevoked), rule, revoked)];
        if (ValidTo < filedOn)
            return [Refuse(nameof(RefusalCode.LicenceExpired), rule, ValidTo.Value)];
        var refusals = new List<Refusal>();
        if (rule.Window is { } days && ValidTo is { } end && Period.DaysBetween(filedOn, end) < days)
            refusals.Add(Refuse(nameof(RefusalCode.LicenceTooLate), rule, end, days, end.PlusDays(-days)));
        if (rule.Times is { } times && Count(EventOf(rule.Act)) >= times)
            refusals.Add(Refuse(nameof(RefusalCode.LicenceRenewedAlready), rule, times));
        if (rule.Act == LicenceAct.Renew && ValidTo is null)
            refusals.Add(Refuse(nameof(RefusalCode.LicenceHasNoEnd), rule));
        return refusals;
    }

    /// <summary>
    /// Says whether the applicant is the holder: by the number of a person or an enterprise. A holder who is known by an older number, or by none, may be
    /// anybody: the paper tells.
    /// </summary>
    public bool MayBeHeldBy(Applicant applicant) => !HasNumberedHolder || (Holder.Kind == applicant.Kind && Holder.IdentityNumber == applicant.IdentityNumber);

    /// <summary>Whether the holder's number is one that applicants of the kind have today.</summary>
    public bool HasNumberedHolder => IdentityRules.IsNumberOf(Holder.Kind, Holder.IdentityNumber);

    /// <summary>Why the result may not end on that day; null when it may. Refuses LicenceEndMoves, LicenceStaysEndless, LicenceEndTooFar.</summary>
    public Refusal? CheckEnd(LicenceRule rule, LocalDate? validTo)
    {
        if (rule.KeepsEnd)
            return validTo is null || validTo == ValidTo ? null
                : ValidTo is { } kept ? new Refusal(nameof(RefusalCode.LicenceEndMoves), "fields.validTo", Number, kept)
                : new Refusal(nameof(RefusalCode.LicenceStaysEndless), "fields.validTo", Number);
        return LatestEnd(rule) is { } latest && (validTo is null || validTo > latest)
            ? new Refusal(nameof(RefusalCode.LicenceEndTooFar), "fields.validTo", Number, rule.Extension!, latest)
            : null;
    }

    /// <summary>The last day that an extension may reach; null when the rule says none.</summary>
    public LocalDate? LatestEnd(LicenceRule rule) => rule.Extension is { } months ? ValidTo?.PlusMonths(months) : null;

    private Refusal Refuse(string code, LicenceRule rule, params object[] more) => new(code, rule.NumberField, [Number, .. more]);

    private void TellHolderOfRevocation(LocalDate on, string ground, string reason, LicenceEntry by)
    {
        if (Holder.Email is not { Length: > 0 } email)
            return;
        _notices.Add(
            new Notice
            {
                Id = Guid.CreateVersion7(),
                Key = $"{Id:N}/{Revision}/{NoticeKind.LicenceRevoked}/{email}",
                LicenceId = Id,
                Kind = NoticeKind.LicenceRevoked,
                Email = email,
                Facts = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["number"] = Number,
                    ["applicant"] = Holder.Name,
                    ["on"] = VietnameseDate.Print(on),
                    ["ground"] = ground,
                    ["reason"] = reason,
                },
                OwedAt = by.Now,
            }
        );
    }
}

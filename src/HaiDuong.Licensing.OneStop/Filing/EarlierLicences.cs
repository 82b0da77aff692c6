using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Mappings;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>
/// In whose name earlier licences are looked for. An account declared its number itself: it proves nothing, so that online only what the account filed and
/// what everybody may look up is shown; the counter, which has seen the person, sees everything under the number.
/// </summary>
public sealed record LicenceSeeker(Guid? AccountId, string IdentityNumber, bool AtCounter);

/// <summary>A licence that a request may name, why not, and whether the seeker may see what it is about, which is not public.</summary>
public sealed record OfferedLicence(Licence Licence, IReadOnlyList<Refusal> Against, bool ShowsAbout);

/// <summary>What a licence fills in: the form, and its holder where they are known.</summary>
public sealed record LicenceFill(FormData Form, Applicant? Holder);

/// <summary>Giấy phép đã cấp cho người nộp: those that a request may be about, and what their dossiers fill in.</summary>
public sealed class EarlierLicences(OfficeDbContext db, OfficeClock clock)
{
    private const int Most = 20;

    /// <summary>The seeker's licences that the procedure amends, renews or re-issues, the newest first; none for another procedure.</summary>
    public async Task<IReadOnlyList<OfferedLicence>> OfferedAsync(Procedure procedure, LicenceSeeker seeker, CancellationToken cancel)
    {
        if (procedure.Licence is not { NeedsLicence: true } rule)
            return [];
        var filed =
            seeker.AccountId is { } account && !seeker.AtCounter
                ? await (
                    from line in db.LicenceEvents
                    join dossier in db.Dossiers on line.DossierId equals dossier.Id
                    where dossier.OwnerAccountId == account
                    select line.LicenceId
                )
                    .Distinct()
                    .ToListAsync(cancel)
                : [];
        // Nobody lists what a person holds by the person's number; enterprises are in the public register by name.
        var holder = seeker.AtCounter || IdentityRules.IsTaxCode(seeker.IdentityNumber) ? seeker.IdentityNumber : "";
        if (filed.Count == 0 && holder.Length == 0)
            return [];
        var found = await db
            .Licences.AsNoTracking()
            .Include(licence => licence.Events.OrderBy(line => line.Id))
            .Where(licence =>
                rule.Of.Contains(licence.Kind)
                && licence.RevokedOn == null
                && (filed.Contains(licence.Id) || EF.Property<string>(licence, LicenceMapping.HolderIdentity) == holder)
            )
            .OrderByDescending(licence => licence.IssuedOn)
            .ThenByDescending(licence => licence.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return [.. found.Select(licence => new OfferedLicence(licence, licence.Check(rule, clock.Today), seeker.AtCounter || filed.Contains(licence.Id)))];
    }

    /// <summary>What was typed, completed by the licence and by those of its dossiers that the seeker may see.</summary>
    public async Task<LicenceFill> FillAsync(Licence licence, Procedure procedure, FormData typed, LicenceSeeker seeker, CancellationToken cancel)
    {
        var acts = licence.Events.Where(line => line.DossierId is not null).ToLookup(line => line.DossierId!.Value);
        var ids = acts.Select(act => act.Key).ToList();
        var owner = seeker.AtCounter ? null : seeker.AccountId;
        var dossiers =
            ids.Count == 0 || (owner is null && !seeker.AtCounter)
                ? []
                : await db
                    .Dossiers.AsNoTracking()
                    .Where(dossier => ids.Contains(dossier.Id) && !dossier.HidesApplicant && (owner == null || dossier.OwnerAccountId == owner))
                    .Select(dossier => new
                    {
                        dossier.Id,
                        dossier.Form,
                        dossier.Applicant,
                    })
                    .ToListAsync(cancel);
        var declared = dossiers
            .Select(dossier =>
                (
                    dossier.Applicant,
                    Of: new DeclaredForLicence(
                        dossier.Form,
                        acts[dossier.Id].Max(line => line.At),
                        acts[dossier.Id].Any(line => line.Kind == LicenceEventKind.Issued)
                    )
                )
            )
            .ToList();
        var form = LicencePrefill.Request(licence, procedure.Licence!, procedure.Form, typed, [.. declared.Select(one => one.Of)], clock.Local);
        var holder = declared
            .OrderByDescending(one => one.Of.At)
            .Select(one => one.Applicant)
            .FirstOrDefault(one => one.IdentityNumber == licence.Holder.IdentityNumber);
        return new LicenceFill(form, holder ?? (seeker.AtCounter ? licence.Holder : null));
    }
}

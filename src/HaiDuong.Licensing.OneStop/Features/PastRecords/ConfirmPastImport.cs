using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.PastRecords;

/// <summary>Nhập: everything that a trial accepted enters in one transaction, as a whole or not at all.</summary>
public sealed class ConfirmPastImport(OfficeDbContext db, OncePerForm once, PastImportStore store, PastImportsQuery query, OfficeClock clock)
{
    /// <param name="id">The import.</param>
    /// <param name="pairsSeen">Somebody has looked at the numbers that carry two names.</param>
    /// <param name="actor">Who confirms.</param>
    /// <param name="cancel">Breaks it off, and then nothing has entered.</param>
    public async Task<IReadOnlyList<Refusal>> DoAsync(Guid id, bool pairsSeen, Actor actor, CancellationToken cancel) =>
        actor.Is(StaffRole.Administrator)
            ? await once.DoAsync(actor, () => ConfirmAsync(id, pairsSeen, actor, cancel), cancel)
            : [new Refusal(nameof(RefusalCode.PastImportAdministratorOnly))];

    private async Task<IReadOnlyList<Refusal>> ConfirmAsync(Guid id, bool pairsSeen, Actor actor, CancellationToken cancel)
    {
        await store.WaitForTurnAsync(cancel);
        if (await db.PastImports.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } import)
            return [new Refusal(nameof(RefusalCode.PastImportGone))];
        if (import.Confirm(pairsSeen, actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        if (await query.SameFileAsync(import, cancel) is { State: PastImportState.Confirmed } same)
            return [new Refusal(nameof(RefusalCode.PastImportSameFile), null, same.ConfirmedBy ?? "", OfficeClock.ToLocal(same.ConfirmedAt!.Value).Date)];
        await db.SaveChangesAsync(cancel);
        if (await EnterAsync(import, actor, cancel) is { } overtaken)
            return [overtaken];
        await store.ForgetEnteredAsync(id, cancel);
        return [];
    }

    private async Task<Refusal?> EnterAsync(PastImport import, Actor actor, CancellationToken cancel)
    {
        var by = new LicenceEntry(actor, clock.Now, clock.Today);
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await foreach (var records in store.AcceptedAsync(import, cancel))
        {
            if (
                await store.KnownKeysAsync(import.Kind, records, cancel) is { Count: > 0 } known
                && records.Where(record => known.Contains(record.Key)).ToList() is { Count: > 0 } overtaken
            )
                return new Refusal(nameof(RefusalCode.PastImportOvertaken), null, overtaken.Count, string.Join("; ", overtaken.Take(5).Select(Shown)));
            db.Licences.AddRange(records.OfType<PastLicence>().Select(licence => licence.Enter(import.Id, by)));
            db.PastDossiers.AddRange(records.OfType<PastDossier>().Select(dossier => dossier with { ImportId = import.Id }));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return null;
    }

    private static string Shown(IPastRecord record) => record is PastLicence licence ? licence.Number : ((PastDossier)record).Code;
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>
/// Hồ sơ trùng: the dossiers of the same procedure that are not settled yet and are the same applicant's, or about the same thing. One that hides its sender
/// is none and has none; one whose result waits to be fetched is settled.
/// </summary>
public sealed class DuplicatesQuery(OfficeDbContext db, SentForm form)
{
    private const int Most = 5;

    /// <summary>What was asked about in this request, for the page that is shown again.</summary>
    public IReadOnlyList<DossierRow> Asked { get; private set; } = [];

    /// <summary>The newest first; of one account's own alone, where it is given.</summary>
    public Task<IReadOnlyList<DossierRow>> FindAsync(Dossier dossier, ActContext act, CancellationToken cancel, Guid? owner = null) =>
        FindAsync(dossier, act, owner, false, cancel);

    private async Task<IReadOnlyList<DossierRow>> FindAsync(Dossier dossier, ActContext act, Guid? owner, bool broughtTogether, CancellationToken cancel)
    {
        if (dossier.HidesApplicant)
            return [];
        var (id, slug, number) = (dossier.Id, dossier.ProcedureSlug, dossier.Applicant.IdentityNumber);
        var matters = MatterKeys.Of(act.Rules.Procedure, dossier.Form);
        var open = db
            .DossierRows.AsNoTracking()
            .Where(DossierRow.InTheOffice)
            .Where(row => row.Status != DossierStatus.ResultReady)
            .Where(row => row.ProcedureSlug == slug && row.DossierId != id && !row.HidesApplicant && (owner == null || row.OwnerAccountId == owner));
        var today = act.Local.Date.AtMidnight();
        var ofApplicant = open.Where(row => row.ApplicantIdentity == number && !(broughtTogether && row.AcceptedAt >= today))
            .OrderByDescending(row => row.DossierId)
            .Take(Most);
        var ofMatter = open.Where(row => row.Matters.Any(matter => matters.Contains(matter)));
        var found = matters.Length == 0 ? ofApplicant : ofApplicant.Concat(ofMatter);
        return [.. (await found.ToListAsync(cancel)).DistinctBy(row => row.DossierId).OrderByDescending(row => row.DossierId).Take(2 * Most)];
    }

    /// <summary>
    /// Asks the clerk once before a second one is made. Whoever sends no form (a job, a command) cannot be asked. Of dossiers that the applicant brought
    /// together, what was accepted today is no second one, unless it is about the same thing.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> AskAsync(Dossier dossier, ActContext act, bool broughtTogether, CancellationToken cancel)
    {
        if (form.Key is null)
            return [];
        var found = await FindAsync(dossier, act, null, broughtTogether, cancel);
        var (same, others) = (
            found.Where(row => row.ApplicantIdentity == dossier.Applicant.IdentityNumber).ToList(),
            found.Where(row => row.ApplicantIdentity != dossier.Applicant.IdentityNumber).ToList()
        );
        var questions = new[] { Ask(nameof(RefusalCode.DuplicateOfApplicant), same, act), Ask(nameof(RefusalCode.DuplicateOfMatter), others, act) };
        Asked = found;
        return [.. questions.OfType<Refusal>()];
    }

    private static Refusal? Ask(string code, List<DossierRow> found, ActContext act) =>
        found.Count == 0
            ? null
            : act.Ask(new Refusal(code, null, string.Join(", ", found.Select(row => row.Code ?? row.Reference))), found.Select(row => (object)row.DossierId));
}

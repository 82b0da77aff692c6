using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Storage;

/// <summary>
/// A number as somebody wrote it, with the day of issue where they know it: numbers begin anew each year, so the year must be right. Without
/// it the licence of the person asked for is believed, then the newest.
/// </summary>
public sealed record LicenceQuestion(IReadOnlyList<string> Kinds, string Number, LocalDate? IssuedOn, string? HolderIdentity);

/// <summary>Sổ giấy phép: finds a licence by a number that a paper of it carries or carried, and enters what an issued result does, in the act's transaction.</summary>
public sealed class LicenceRegister(OfficeDbContext db)
{
    /// <summary>A licence of one of the kinds with that number; null when the register has none (a paper from before the software).</summary>
    public async Task<Licence?> FindAsync(LicenceQuestion asked, CancellationToken cancel)
    {
        var key = LicenceNumber.Key(asked.Number);
        if (key.Length == 0)
            return null;
        var (from, to) = asked.IssuedOn is { } day ? (new LocalDate(day.Year, 1, 1), new LocalDate(day.Year, 12, 31)) : (LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
        var found = await db.Licences.Include(licence => licence.Events.OrderBy(line => line.Id))
            .Where(licence => asked.Kinds.Contains(licence.Kind)
                && licence.Events.Any(line => line.NumberKey == key && line.Kind != LicenceEventKind.Revoked && line.OnDay >= from && line.OnDay <= to))
            .ToListAsync(cancel);
        return found
            .OrderByDescending(licence => licence.Holder.IdentityNumber == asked.HolderIdentity)
            .ThenByDescending(licence => licence.IssuedOn)
            .FirstOrDefault();
    }

    /// <summary>The licence that a request is about; null when the procedure asks for none or the register does not have it.</summary>
    public Task<Licence?> OfAsync(Procedure procedure, FormData form, Applicant applicant, CancellationToken cancel) =>
        procedure.Licence is { NeedsLicence: true } rule && form[rule.NumberField] is { } number
            ? FindAsync(new LicenceQuestion(rule.Of, number, FieldValue.Date(form[rule.DateField]), applicant.IdentityNumber), cancel)
            : Task.FromResult<Licence?>(null);

    /// <summary>Why the result that is about to be signed or issued would break the rule of its licence, which others are kept from until the commit.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckResultAsync(Dossier dossier, DecisionDraft draft, ActContext act, CancellationToken cancel)
    {
        var procedure = act.Rules.Procedure;
        if (draft.Kind != DecisionKind.Grant || await OfAsync(procedure, dossier.Form, dossier.Applicant, cancel) is not { } licence)
            return [];
        await WaitForTurnAsync(licence, cancel);
        var refusals = licence.Check(procedure.Licence!, FiledOn(dossier, act));
        return licence.CheckEnd(procedure.Licence!, procedure.Result.ValidTo(draft.Fields, act.Local.Date)) is { } end ? [.. refusals, end] : refusals;
    }

    /// <summary>Enters what the result just issued does: a new licence, or a change of the one it names; one from before the software is entered first.</summary>
    public async Task EnterAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var procedure = act.Rules.Procedure;
        if (procedure.Licence is not { } rule || rule.Act == LicenceAct.None || dossier.Decision is not { Kind: DecisionKind.Grant, IsIssued: true })
            return;
        var by = new LicenceEntry(act.Actor, act.Now, act.Local.Date);
        var paper = LicencePaperOf.Result(dossier, procedure);
        if (rule.Act == LicenceAct.New)
        {
            db.Licences.Add(Licence.Issue(procedure.Slug, dossier.DivisionKey, paper, by));
            return;
        }

        if (rule.Of.Count == 0)
            return;
        var licence = await OfAsync(procedure, dossier.Form, dossier.Applicant, cancel);
        if (licence is null)
        {
            licence = Licence.Enter(rule.Of[0], dossier.DivisionKey, LicencePaperOf.Earlier(dossier, procedure), null, null, by);
            db.Licences.Add(licence);
        }

        licence.Change(rule, paper, by);
    }

    /// <summary>The paper of an entered result was spoilt and has another number now.</summary>
    public async Task RenumberAsync(Dossier dossier, string spoilt, string reason, ActContext act, CancellationToken cancel)
    {
        var licence = await db.Licences.Include(one => one.Events).SingleOrDefaultAsync(one => one.Events.Any(line => line.DossierId == dossier.Id), cancel);
        licence?.Renumber(spoilt, LicencePaperOf.Result(dossier, act.Rules.Procedure), reason, new LicenceEntry(act.Actor, act.Now, act.Local.Date));
    }

    /// <summary>The day that counts for the windows of a licence: when the request was filed.</summary>
    private static LocalDate FiledOn(Dossier dossier, ActContext act) => dossier.SubmittedAt?.Date ?? act.Local.Date;

    private async Task WaitForTurnAsync(Licence licence, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM licences WHERE id = {licence.Id} FOR NO KEY UPDATE", cancel);
        await db.Entry(licence).ReloadAsync(cancel);
        await db.Entry(licence).Collection(one => one.Events).LoadAsync(cancel);
    }
}

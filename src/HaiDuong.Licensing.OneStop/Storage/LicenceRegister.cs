using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage.Mappings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// A number as somebody wrote it, with the day of issue where they know it: numbers begin anew each year, so the year must be right. Without
/// it the licence of the person asked for is believed, then the newest.
/// </summary>
public sealed record LicenceQuestion(IReadOnlyList<string> Kinds, string Number, LocalDate? IssuedOn, string? HolderIdentity);

/// <summary>
/// Sổ giấy phép: finds a licence by a number that a paper of it carries or carried, and enters what an issued result does, in the act's transaction.
/// </summary>
public sealed class LicenceRegister(OfficeDbContext db)
{
    /// <summary>A licence of one of the kinds with that number; null when the register has none (a paper from before the software).</summary>
    public async Task<Licence?> FindAsync(LicenceQuestion asked, CancellationToken cancel)
    {
        var key = LicenceNumber.Key(asked.Number);
        if (key.Length == 0)
            return null;
        var (from, to) = asked.IssuedOn is { } day
            ? (new LocalDate(day.Year, 1, 1), new LocalDate(day.Year, 12, 31))
            : (LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
        var found = await db
            .Licences.Include(licence => licence.Events.OrderBy(line => line.Id))
            .Where(licence =>
                asked.Kinds.Contains(licence.Kind)
                && licence.Events.Any(line => line.NumberKey == key && line.Kind != LicenceEventKind.Revoked && line.OnDay >= from && line.OnDay <= to)
            )
            .ToListAsync(cancel);
        return found
            .OrderByDescending(licence => licence.Holder.IdentityNumber == asked.HolderIdentity)
            .ThenByDescending(licence => licence.IssuedOn)
            .FirstOrDefault();
    }

    /// <summary>The licence that a request is about; null when the procedure asks for none or the register does not have it.</summary>
    public Task<Licence?> OfAsync(Procedure procedure, FormData form, Applicant applicant, CancellationToken cancel) =>
        Asked(procedure, form, applicant) is { } asked ? FindAsync(asked, cancel) : Task.FromResult<Licence?>(null);

    /// <summary>What a request says of an earlier licence, looked up; null when the procedure asks for none or no number is declared yet.</summary>
    public async Task<NamedLicence?> NamedAsync(Procedure procedure, FormData form, Applicant applicant, CancellationToken cancel)
    {
        if (Asked(procedure, form, applicant) is not { } asked)
            return null;
        var rule = procedure.Licence!;
        if (await FindAsync(asked, cancel) is { } licence)
            return new NamedLicence(rule, asked.Number, licence, LicenceFinding.Known);
        var own = await OwnAsync(asked, cancel);
        if (own.FirstOrDefault(one => rule.Of.Contains(one.Kind)) is { } otherYear)
            return new NamedLicence(rule, asked.Number, otherYear, LicenceFinding.OtherYear);
        // Books of different kinds may give one number: only the day makes it the same paper.
        var otherKind = own.FirstOrDefault(one => asked.IssuedOn is null || one.IssuedOn == asked.IssuedOn);
        return new NamedLicence(rule, asked.Number, otherKind, otherKind is null ? LicenceFinding.Unknown : LicenceFinding.OtherKind);
    }

    /// <summary>Why a request may not be filed because of the licence that it names; the day of filing counts, also when it is asked again later.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckRequestAsync(Dossier dossier, ActContext act, CancellationToken cancel) =>
        await NamedAsync(act.Rules.Procedure, dossier.Form, dossier.Applicant, cancel) is { } named
            ? named.Check(dossier.Applicant, FiledOn(dossier, act))
            : [];

    /// <summary>Why the result that is about to be signed or issued would break the rule of its licence, which others are kept from until the commit.</summary>
    public Task<IReadOnlyList<Refusal>> CheckResultAsync(Dossier dossier, DecisionDraft draft, ActContext act, CancellationToken cancel) =>
        AgainstResultAsync(dossier, draft, act, waits: true, cancel);

    /// <summary>The same for a page that only shows it: nobody waits for anybody.</summary>
    public Task<IReadOnlyList<Refusal>> ReadResultAsync(Dossier dossier, DecisionDraft draft, ActContext act, CancellationToken cancel) =>
        AgainstResultAsync(dossier, draft, act, waits: false, cancel);

    private async Task<IReadOnlyList<Refusal>> AgainstResultAsync(Dossier dossier, DecisionDraft draft, ActContext act, bool waits, CancellationToken cancel)
    {
        var procedure = act.Rules.Procedure;
        if (draft.Kind != DecisionKind.Grant)
            return [];
        IReadOnlyList<Refusal> begin = procedure.Result.CheckBegin(draft.Fields, act.Local.Date) is { } early ? [early] : [];
        if (await NamedAsync(procedure, dossier.Form, dossier.Applicant, cancel) is not { } named)
            return begin;
        if (waits && named is { Licence: { } licence, Finding: LicenceFinding.Known })
        {
            await WaitForTurnAsync(licence, cancel);
            if (db.Entry(licence).State == EntityState.Detached && await NamedAsync(procedure, dossier.Form, dossier.Applicant, cancel) is { } again)
                named = again;
        }

        IReadOnlyList<Refusal> refusals = [.. begin, .. named.Check(dossier.Applicant, FiledOn(dossier, act))];
        return named.Licence?.CheckEnd(named.Rule, procedure.Result.ValidTo(draft.Fields, act.Local.Date)) is { } end ? [.. refusals, end] : refusals;
    }

    /// <summary>
    /// Enters what the result just issued does: a new licence, or a change of the one it names; one from before the software is entered first. Gives the
    /// licence; null when the result is none.
    /// </summary>
    public async Task<Licence?> EnterAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var procedure = act.Rules.Procedure;
        if (procedure.Licence is not { } rule || rule.Act == LicenceAct.None || dossier.Decision is not { Kind: DecisionKind.Grant, IsIssued: true })
            return null;
        var by = new LicenceEntry(act.Actor, act.Now, act.Local.Date);
        var paper = LicencePaperOf.Result(dossier, procedure);
        if (rule.Act == LicenceAct.New)
        {
            var issued = Licence.Issue(procedure.Slug, dossier.DivisionKey, paper, by);
            db.Licences.Add(issued);
            return issued;
        }

        if (rule.Of.Count == 0)
            return null;
        var licence = await OfAsync(procedure, dossier.Form, dossier.Applicant, cancel);
        if (licence is null)
        {
            licence = Licence.Enter(rule.Of[0], dossier.DivisionKey, LicencePaperOf.Earlier(dossier, procedure), null, null, by);
            db.Licences.Add(licence);
        }

        licence.Change(rule, paper, by);
        return licence;
    }

    /// <summary>The paper of an entered result was spoilt and has another number now.</summary>
    public async Task RenumberAsync(Dossier dossier, string spoilt, string reason, ActContext act, CancellationToken cancel)
    {
        var licence = await db.Licences.Include(one => one.Events).SingleOrDefaultAsync(one => one.Events.Any(line => line.DossierId == dossier.Id), cancel);
        licence?.Renumber(spoilt, LicencePaperOf.Result(dossier, act.Rules.Procedure), reason, new LicenceEntry(act.Actor, act.Now, act.Local.Date));
    }

    /// <summary>Whether a request of the procedure names a licence that is then looked for in the register.</summary>
    public static bool IsAskedBy(Procedure procedure, FormData form) =>
        procedure.Licence is { NeedsLicence: true } rule && form[rule.NumberField] is { } number && LicenceNumber.Key(number).Length > 0;

    private static LicenceQuestion? Asked(Procedure procedure, FormData form, Applicant applicant) =>
        IsAskedBy(procedure, form) && procedure.Licence is { } rule && form[rule.NumberField] is { } number
            ? new LicenceQuestion(rule.Of, number, FieldValue.Date(form[rule.DateField]), applicant.IdentityNumber)
            : null;

    /// <summary>Whatever the person asked for holds or held under the number, the newest first.</summary>
    private async Task<IReadOnlyList<Licence>> OwnAsync(LicenceQuestion asked, CancellationToken cancel)
    {
        var (key, holder) = (LicenceNumber.Key(asked.Number), asked.HolderIdentity ?? "");
        return holder.Length == 0
            ? []
            : await db
                .Licences.Where(licence =>
                    EF.Property<string>(licence, LicenceMapping.HolderIdentity) == holder
                    && licence.Events.Any(line => line.NumberKey == key && line.Kind != LicenceEventKind.Revoked)
                )
                .OrderByDescending(licence => licence.IssuedOn)
                .ToListAsync(cancel);
    }

    /// <summary>The day that counts for the windows of a licence: when the request was filed.</summary>
    public static LocalDate FiledOn(Dossier dossier, ActContext act) => dossier.SubmittedAt?.Date ?? act.Local.Date;

    private async Task WaitForTurnAsync(Licence licence, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM licences WHERE id = {licence.Id} FOR NO KEY UPDATE", cancel);
        await db.Entry(licence).ReloadAsync(cancel);
        if (db.Entry(licence).State == EntityState.Detached)
            return;
        var events = db.Entry(licence).Collection(one => one.Events);
        events.IsLoaded = false;
        await events.LoadAsync(cancel);
    }
}

using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Acts;

/// <summary>What came of an act: the dossier as it now is, or why it was refused. All refusals at once; an unknown dossier is null.</summary>
public sealed record ActResult(Dossier? Dossier, IReadOnlyList<Refusal> Refusals)
{
    public bool Done => Dossier is not null && Refusals.Count == 0;
}

/// <summary>
/// The frame of every act on a dossier: one transaction, the rules the dossier was received under, the moment, and the save. A deadlock or
/// serialisation failure is tried again; the loser of a race is told who changed what; a form that is sent again is answered by what it did.
/// </summary>
public sealed partial class ActDesk(
    OfficeDbContext db,
    DossierStore store,
    DoneActs done,
    SentForm sent,
    SentAttachments attachments,
    Rulebooks rulebooks,
    OfficeClock clock,
    ILogger<ActDesk> log
)
{
    private const int Attempts = 3;

    public async Task<ActResult> DoAsync(
        Guid dossierId,
        int? seenRevision,
        Actor actor,
        Func<Dossier, ActContext, Task<IReadOnlyList<Refusal>>> verb,
        CancellationToken cancel
    )
    {
        ActResult result;
        try
        {
            result = await TryAgainAsync(() => TryAsync(dossierId, seenRevision, actor, verb, cancel));
        }
        catch (DamagedFileException fault)
        {
            // Rolled back: no number is taken, nothing is signed or sealed.
            LogDamaged(dossierId, fault);
            db.ChangeTracker.Clear();
            var dossier = await store.ReadAsync(dossierId, cancel);
            return new ActResult(dossier, [RefusalOf(fault, dossier)]);
        }

        sent.Take(result.Refusals);
        return result with { Refusals = [.. result.Refusals.Select(refusal => ToldTo(actor, refusal))] };
    }

    public Task<ActResult> DoAsync(
        Guid dossierId,
        int? seenRevision,
        Actor actor,
        Func<Dossier, ActContext, IReadOnlyList<Refusal>> verb,
        CancellationToken cancel
    ) => DoAsync(dossierId, seenRevision, actor, (dossier, act) => Task.FromResult(verb(dossier, act)), cancel);

    /// <summary>
    /// Does a whole transaction again when it only met another one: a deadlock, a number that was gone, or the same new dossier sent twice at once.
    /// </summary>
    public async Task<ActResult> TryAgainAsync(Func<Task<ActResult>> transaction)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await transaction();
                return result with { Refusals = [.. result.Refusals.Select(refusal => refusal.Naming(rulebooks.Catalogue.Shown))] };
            }
            catch (Exception failure) when (attempt < Attempts && MetAnother(failure))
            {
                db.ChangeTracker.Clear();
            }
            catch (SlipMissingException slip)
            {
                // Rolled back: no number is taken, nothing is accepted without the paper that it owes.
                LogSlipMissing(slip.File, slip);
                db.ChangeTracker.Clear();
                return new ActResult(null, [new Refusal(nameof(RefusalCode.SlipMissing), null, slip.File)]);
            }
        }
    }

    /// <summary>The context of an act on a dossier that is not stored yet, or that is only looked at.</summary>
    public ActContext ContextFor(Dossier dossier, Actor actor)
    {
        var now = clock.Now;
        return new ActContext(rulebooks.For(dossier), actor, now, OfficeClock.ToLocal(now))
        {
            Seen = sent.Seen,
            Language = ProcedureLanguage.IsEnglish ? "en" : null,
        };
    }

    private async Task<ActResult> TryAsync(
        Guid dossierId,
        int? seenRevision,
        Actor actor,
        Func<Dossier, ActContext, Task<IReadOnlyList<Refusal>>> verb,
        CancellationToken cancel
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.WaitForTurnAsync(dossierId, cancel);
        // What a page has read before its turn came may be old, and would be handed out again.
        db.ChangeTracker.Clear();
        var dossier = await store.FindAsync(dossierId, cancel);
        if (dossier is null)
            return new ActResult(null, [new Refusal(nameof(RefusalCode.DossierUnknown))]);
        if (sent.ShownAgain is { } shown)
            return new ActResult(dossier, [shown]);
        // Whoever acts without having seen the dossier (an upload, a job) may act again.
        var form = seenRevision is null ? null : sent.By(actor);
        if (form is not null && await RepeatedAsync(dossier, form, cancel) is { } first)
            return first;
        if (await store.ChangedSinceAsync(dossier, seenRevision, cancel) is { } changed)
            return new ActResult(dossier, [changed]);
        IReadOnlyList<Refusal> refusals;
        try
        {
            var act = ContextFor(dossier, actor);
            // What the form brought joins first: afterwards the work may be nobody's of this person any more.
            var unattached = seenRevision is null ? [] : attachments.Join(dossier, act);
            refusals = [.. (await verb(dossier, act)).Concat(unattached).Distinct()];
            if (unattached.Count > 0)
                db.ChangeTracker.Clear();
        }
        catch (UnprintableTextException paper)
        {
            return new ActResult(dossier, [PrintableText.Refuse(paper.Characters)]);
        }

        if (sent.HasUnread)
        {
            // Tried, not done: nobody saves it later in the same request.
            db.ChangeTracker.Clear();
            refusals = [.. refusals, .. sent.Unread];
        }

        return new ActResult(dossier, refusals.Count > 0 ? refusals : await SaveAsync(dossier, form, cancel));
    }

    /// <summary>The answer to a form that has already done its act: the same again, or a refusal when its content is another; null when it has not.</summary>
    public async Task<ActResult?> RepeatedAsync(Dossier dossier, Actor actor, CancellationToken cancel) =>
        sent.By(actor) is { } form ? await RepeatedAsync(dossier, form, cancel) : null;

    /// <summary>Saves an act of the form that this request brought.</summary>
    public Task<IReadOnlyList<Refusal>> SaveAsync(Dossier dossier, Actor actor, CancellationToken cancel) => SaveAsync(dossier, sent.By(actor), cancel);

    private async Task<ActResult?> RepeatedAsync(Dossier dossier, SentAct form, CancellationToken cancel)
    {
        if (await done.FindAsync(dossier.Id, form.Key, cancel) is not { } before)
            return null;
        return new ActResult(dossier, before == form ? [] : [new Refusal(nameof(RefusalCode.DossierChangedBySameForm))]);
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(Dossier dossier, SentAct? form, CancellationToken cancel)
    {
        if (form is null)
            return await store.SaveAsync(dossier, cancel);
        return await store.SaveAsync(dossier, cancel, () => done.KeepAsync(dossier.Id, form, sent.Path, clock.Now, cancel));
    }

    /// <summary>Whoever is no member of staff is not told who of the staff was faster; whoever was so in another window is told that it was they.</summary>
    private static Refusal ToldTo(Actor actor, Refusal refusal) =>
        refusal.IsLostRace && (actor.Is(StaffRole.Applicant) || actor.AccountId is null) ? new Refusal(nameof(RefusalCode.DossierChanged))
        : refusal is { Code: nameof(RefusalCode.DossierChangedBy), Args: [_, var at, Guid by] } && by == actor.AccountId
            ? new Refusal(nameof(RefusalCode.DossierChangedByYou), null, at)
        : refusal;

    /// <summary>Which file of the dossier it is, and what to do about it.</summary>
    private static Refusal RefusalOf(DamagedFileException fault, Dossier? dossier) =>
        dossier?.Decision?.IssuedFile == fault.Hash ? new Refusal(nameof(RefusalCode.IssuedFileDamaged))
        : dossier?.Decision is { } decision && decision.SignedFile == fault.Hash
            ? new Refusal(decision.IsIssued ? nameof(RefusalCode.SignedFileOfIssuedDamaged) : nameof(RefusalCode.SignedFileDamaged))
        : new Refusal(
            nameof(RefusalCode.PaperFileDamaged),
            null,
            dossier?.Papers.FirstOrDefault(paper => paper.FileHash == fault.Hash)?.FileName ?? fault.Hash
        );

    [LoggerMessage(Level = LogLevel.Error, Message = "An act on dossier {Id} met a file that is not as it was kept")]
    private partial void LogDamaged(Guid id, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "An act was refused because {File} is missing; put it back and start again")]
    private partial void LogSlipMissing(string file, Exception fault);

    private static bool MetAnother(Exception failure) =>
        failure is NumberGoneException
        || (failure as PostgresException ?? failure.InnerException as PostgresException)
            is { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }
                or { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_dossiers" };
}

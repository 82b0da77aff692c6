using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access.Passwords;

/// <summary>Somebody who has just shown to be who is logged in. Acts that a stolen cookie must not do ask for one.</summary>
public sealed class ProvedActor
{
    private ProvedActor(Actor actor) => Actor = actor;

    public Actor Actor { get; }

    /// <summary>For whoever acts inside the program and has no session: the demo office and tests of acts. Pages ask <see cref="StepUp"/>.</summary>
    public static ProvedActor WithoutSession(Actor actor) => new(actor);

    /// <summary>For what somebody started after giving the password, and is done for them.</summary>
    public static ProvedActor Of(Batch proved, Actor actor) =>
        proved.IsProved && proved.AccountId == actor.AccountId ? new(actor) : throw new InvalidOperationException("Nobody gave a password for this.");

    internal static ProvedActor After(Session proved, Actor actor) =>
        proved.AccountId == actor.AccountId ? new(actor) : throw new InvalidOperationException("The session is somebody else's.");
}

/// <summary>What came of asking for the password: the person, or why not.</summary>
public sealed record StepUpResult(ProvedActor? Signer, IReadOnlyList<Refusal> Refusals);

/// <summary>Xác nhận lại trước khi ký: the password again, which then holds a few minutes in this session, also for many documents at once.</summary>
public sealed class StepUp(IHttpContextAccessor http, OpenSessions sessions, PasswordProof passwords, OfficeDbContext db)
{
    /// <summary>The field of the form.</summary>
    public const string Field = "proof";

    public static readonly Duration Lifetime = Duration.FromMinutes(5);

    /// <summary>True when the page must ask for the password.</summary>
    public async Task<bool> IsNeededAsync(Actor actor, CancellationToken cancel) => !IsFresh(await SessionAsync(actor, cancel));

    public async Task<StepUpResult> ProveAsync(Actor actor, string? password, CancellationToken cancel)
    {
        if (await SessionAsync(actor, cancel) is not { } session)
            return Refused(new Refusal(nameof(RefusalCode.ProofRequired), Field));
        if (IsFresh(session))
            return new StepUpResult(ProvedActor.After(session, actor), []);
        if (password is not { Length: > 0 })
            return Refused(new Refusal(nameof(RefusalCode.ProofRequired), Field));
        var account = await db.Users.SingleAsync(user => user.Id == session.AccountId, cancel);
        if (await passwords.OfOwnerAsync(account, session.Id, password, Field, cancel) is { } refusal)
            return Refused(refusal);
        await sessions.ProvedAsync(session.Id, cancel);
        return new StepUpResult(ProvedActor.After(session, actor), []);
    }

    private async Task<Session?> SessionAsync(Actor actor, CancellationToken cancel) =>
        SessionCookie.IdOf(http.HttpContext?.User) is { } id && actor.AccountId is { } account ? await sessions.FindLivingAsync(id, account, cancel) : null;

    private bool IsFresh(Session? session) => session?.ProvedAt is { } proved && sessions.Now - proved < Lifetime;

    private static StepUpResult Refused(Refusal refusal) => new(null, [refusal]);
}

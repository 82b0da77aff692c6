using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>What somebody with a link looks at: of the dossier what was chosen for the question, and nothing once the link opens nothing.</summary>
public sealed record LinkedOpinion(Dossier Dossier, Opinion Opinion, OpinionLinkState State, string Body, ActContext Act);

/// <summary>
/// Cửa của cơ quan không có tài khoản: whoever holds the link of a question sees what an agency at its desk would see of it, and answers once. An unknown link
/// opens nothing and is told apart from nothing.
/// </summary>
public sealed class OpinionDoor(
    OpinionLinks links,
    DossierStore store,
    Rulebooks rulebooks,
    ReadersCopy copy,
    CurrentActor current,
    SecurityLog log,
    OfficeClock clock
)
{
    public async Task<LinkedOpinion?> OpenAsync(string? secret, CancellationToken cancel)
    {
        if (
            await links.FindAsync(secret, cancel) is not { } link
            || await store.ReadAsync(link.DossierId, cancel) is not { } dossier
            || dossier.Opinions.FirstOrDefault(candidate => candidate.Id == link.OpinionId) is not { } opinion
        )
            return null;
        var (rules, now) = (rulebooks.For(dossier), clock.Now);
        var act = new ActContext(rules, opinion.ByLink(null, null, link.Body), now, OfficeClock.ToLocal(now));
        var state = dossier.LinkStateOf(opinion, act.Local);
        dossier.ForgetAllBut(opinion, rules.Procedure, HiddenApplicant.AfterOpinion, act.Local);
        await copy.LimitAsync(dossier, act, cancel);
        return new LinkedOpinion(dossier, opinion, state, link.Body, act);
    }

    /// <summary>Whether a member of staff is logged in, who would answer in the name of a body: their way to a question is their own desk.</summary>
    public async Task<bool> IsStaffAsync(CancellationToken cancel) =>
        await current.GetAsync(cancel) is { AccountId: not null } actor && !actor.Is(StaffRole.Applicant);

    /// <summary>Notes that the page of a link was opened, once a visit.</summary>
    public async Task NoteOpenedAsync(string secret, LinkedOpinion opened, CancellationToken cancel)
    {
        if (await links.OpenedAsync(secret, cancel))
            await log.NoteAsync(SecurityEventKind.OpinionLinkOpened, null, opened.Body, $"{opened.Dossier.Code} {opened.State}", cancel);
    }

    /// <summary>Notes that a paper was taken through a link.</summary>
    public Task NotePaperAsync(LinkedOpinion opened, Paper paper, CancellationToken cancel) =>
        log.NoteAsync(SecurityEventKind.OpinionLinkPaper, null, opened.Body, $"{opened.Dossier.Code} {paper.FileName}", cancel);
}

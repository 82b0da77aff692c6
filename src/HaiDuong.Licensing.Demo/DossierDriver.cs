using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.Demo;

/// <summary>
/// Người dẫn hồ sơ: takes dossiers of one procedure through the acts that the pages use, each at a desk of its own as a request has, by
/// whoever of these people must. Demo office, <c>demo</c>, tests and benchmarks all drive by it, so that what an act asks for is filled in here
/// alone. The same number gives the same applicant and answers; an even one is signed by the first leader.
/// </summary>
public sealed class DossierDriver(IServiceProvider office, IReadOnlyList<Actor> people, string slug, int number = 2)
{
    /// <summary>A first act: sent online by the owner of an account, or by a visitor, or typed at the counter.</summary>
    public async Task<ActResult> OpenAsync(Guid id, SubmissionChannel channel, Actor? owner = null, CancellationToken cancel = default)
    {
        if (channel == SubmissionChannel.Counter)
            return await TakeInAsync(id, cancel);
        if (await SaveDraftAsync(id, owner, cancel) is { Done: false } noDraft)
            return noDraft;
        if (await AddPapersAsync(id, cancel) is { Done: false } noPapers)
            return noPapers;
        return await DoAsync(id, "send", cancel);
    }

    public Task<ActResult> TakeInAsync(Guid id, CancellationToken cancel = default) =>
        AtDeskAsync(async desk =>
        {
            var (procedure, applicant, form) = Filled(desk);
            var papers = await SamplePapers.At(desk).AllAsync(procedure, form, applicant, cancel);
            var clerk = people.First(person => person.Is(StaffRole.CounterClerk));
            return await desk.GetRequiredService<TakeInDossier>()
                .DoAsync(new(id, slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, papers), clerk, cancel);
        });

    /// <summary>An online draft with its papers, not sent yet.</summary>
    public async Task<Guid> DraftAsync(Actor? owner = null, CancellationToken cancel = default)
    {
        var id = Guid.CreateVersion7();
        Sure("draft", await SaveDraftAsync(id, owner, cancel));
        Sure("draft", await AddPapersAsync(id, cancel));
        return id;
    }

    public Task<ActResult> SaveDraftAsync(Guid id, Actor? owner = null, CancellationToken cancel = default) =>
        AtDeskAsync(desk =>
        {
            var (_, applicant, form) = Filled(desk);
            var sender = owner ?? Actor.ApplicantOf(id, applicant.Name);
            return desk.GetRequiredService<SaveDraft>().DoAsync(new(id, slug, applicant, null, ReturnBy.Counter, form), sender, cancel);
        });

    /// <summary>Adds what the form of a draft calls for, unless it has papers already.</summary>
    public Task<ActResult> AddPapersAsync(Guid id, CancellationToken cancel = default) =>
        AtDeskAsync(async desk =>
        {
            var draft = await FoundAsync(desk, id, cancel);
            var papers =
                draft.Papers.Count > 0
                    ? []
                    : await SamplePapers.At(desk).AllAsync(desk.GetRequiredService<Rulebooks>().For(draft).Procedure, draft.Form, draft.Applicant, cancel);
            return await desk.GetRequiredService<ActDesk>()
                .DoAsync(
                    id,
                    null,
                    JourneyActs.SenderOf(draft, people),
                    (saved, act) => saved.Papers.Count > 0 ? [] : [.. papers.SelectMany(paper => saved.AddPaper(paper, act))],
                    cancel
                );
        });

    /// <summary>Does one act, named by the words of <see cref="JourneyActs"/>.</summary>
    public Task<ActResult> DoAsync(Guid id, string verb, CancellationToken cancel = default) => OnAsync(id, (acts, _, _) => acts.DoAsync(verb, cancel), cancel);

    /// <summary>Does what the dossier waits for, the way that leads to a result.</summary>
    public Task<ActResult> NextAsync(Guid id, CancellationToken cancel = default) =>
        OnAsync(id, (acts, dossier, rules) => acts.DoAsync(JourneyPlan.VerbOf(dossier, rules), cancel), cancel);

    public Task<ActResult> AcceptAsync(Guid id, Actor clerk, int? seen = null, CancellationToken cancel = default) =>
        OnAsync(id, (acts, _, _) => acts.AcceptAsync(clerk, seen, cancel), cancel);

    public Task<ActResult> AppraiseAsync(Guid id, Actor by, CancellationToken cancel = default) =>
        OnAsync(id, (acts, _, _) => acts.AppraiseAsync(by, cancel), cancel);

    /// <summary>An online dossier whose newest act is the given one of the straight way.</summary>
    public async Task<Guid> ReachAsync(DossierAct last, CancellationToken cancel = default)
    {
        var id = await DraftAsync(null, cancel);
        while (Sure("next", await NextAsync(id, cancel)).History[^1].Act != last) { }

        return id;
    }

    /// <summary>The dossier as it is stored, with its work and history.</summary>
    public Task<Dossier?> FindAsync(Guid id, CancellationToken cancel = default) =>
        AtDeskAsync(async desk =>
        {
            var store = desk.GetRequiredService<DossierStore>();
            if (await store.FindAsync(id, cancel) is not { } dossier)
                return null;
            await store.LoadHistoryAsync(dossier, cancel);
            return dossier;
        });

    /// <summary>Any act of one's own, at a desk of its own.</summary>
    public Task<ActResult> DoAsync<TAct>(Func<TAct, Task<ActResult>> act)
        where TAct : notnull => AtDeskAsync(desk => act(desk.GetRequiredService<TAct>()));

    /// <exception cref="JourneyException">The act was refused.</exception>
    public static Dossier Sure(string verb, ActResult result) =>
        result.Done
            ? result.Dossier!
            : throw new JourneyException($"'{verb}' was refused: {string.Join("; ", result.Refusals.Select(refusal => $"{refusal}: {refusal.Sentence}"))}");

    private async Task<T> AtDeskAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var desk = office.CreateAsyncScope();
        return await work(desk.ServiceProvider);
    }

    private Task<ActResult> OnAsync(Guid id, Func<JourneyActs, Dossier, DossierRules, Task<ActResult>> act, CancellationToken cancel) =>
        AtDeskAsync(async desk =>
        {
            var dossier = await FoundAsync(desk, id, cancel);
            var rules = desk.GetRequiredService<Rulebooks>().For(dossier);
            return await act(new JourneyActs(desk, people, number, dossier, rules), dossier, rules);
        });

    private (Procedure Procedure, Applicant Applicant, FormData Form) Filled(IServiceProvider desk)
    {
        var now = desk.GetRequiredService<OfficeClock>().Local;
        var procedure = (
            desk.GetRequiredService<Rulebooks>().InForce(slug, now.Date) ?? throw new JourneyException($"{slug} is not in force on {now.Date}.")
        ).Procedure;
        var applicant = SampleForms.Applicant(procedure, number);
        return (procedure, applicant, SampleForms.Fill(procedure.Form, applicant, now, number));
    }

    private static async Task<Dossier> FoundAsync(IServiceProvider desk, Guid id, CancellationToken cancel) =>
        await desk.GetRequiredService<DossierStore>().FindAsync(id, cancel) ?? throw new JourneyException($"There is no dossier {id}.");
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Submission;

namespace HaiDuong.Licensing.Demo;

/// <summary>The counter of the demo office: takes dossiers in, accepts or refuses them, hands results over.</summary>
internal sealed class DemoCounter(IServiceProvider desk, Actor clerk, Dossier dossier)
{
    public Task<ActResult> DoAsync(string verb, CancellationToken cancel) => verb switch
    {
        "accept" => desk.GetRequiredService<AcceptDossier>().DoAsync(new(dossier.Id, null), clerk, cancel),
        "refuse" => desk.GetRequiredService<RefuseDossier>().DoAsync(new(dossier.Id, null, SampleTexts.Get("act.refuse")), clerk, cancel),
        "hand" => desk.GetRequiredService<HandOverResult>().DoAsync(
            new(dossier.Id, null, SampleTexts.Get("act.receiver").Replace("{applicant}", dossier.Applicant.Name, StringComparison.Ordinal), null, dossier.ReturnBy, null), clerk, cancel),
        _ => throw new ArgumentException($"The demo office knows no act '{verb}'.", nameof(verb)),
    };

    /// <summary>The first act of a story: sent online by its applicant, or typed at the counter.</summary>
    public static async Task<ActResult> OpenAsync(
        IServiceProvider desk, IReadOnlyDictionary<string, Actor> people, DemoStory story, Guid id, DossierRules rules, NodaTime.LocalDateTime now, CancellationToken cancel)
    {
        var applicant = SampleForms.Applicant(rules.Procedure, story.Number);
        var form = SampleForms.Fill(rules.Procedure.Form, applicant, now, story.Number);
        var papers = await desk.GetRequiredService<SamplePapers>().AllAsync(rules.Procedure, form, applicant, cancel);
        if (story.Channel == SubmissionChannel.Counter)
        {
            var clerk = people.Values.First(person => person.Is(StaffRole.CounterClerk));
            return await desk.GetRequiredService<TakeInDossier>().DoAsync(
                new(id, story.Slug, story.Channel, applicant, null, ReturnBy.Counter, form, papers), clerk, cancel);
        }

        var sender = story.Owner is { } owner ? people[owner] : Actor.ApplicantOf(id, applicant.Name);
        var draft = await desk.GetRequiredService<SaveDraft>().DoAsync(new(id, story.Slug, applicant, null, ReturnBy.Counter, form), sender, cancel);
        if (!draft.Done)
            return draft;
        await desk.GetRequiredService<ActDesk>().DoAsync(id, null, sender, (saved, act) => saved.Papers.Count > 0 ? [] : [.. papers.SelectMany(paper => saved.AddPaper(paper, act))], cancel);
        return await desk.GetRequiredService<SubmitDossier>().DoAsync(new(id, null), sender, cancel);
    }
}

using HaiDuong.Licensing.OneStop.Features.Routes;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>Nobody loses what another administrator drew.</summary>
public sealed class DraftTests : RouteTest
{
    [Test]
    public async Task Save_OverSomebodyElsesSave_IsToldAndLosesNothing()
    {
        var opened = await SavedAsync(0);
        await SavedAsync(opened);

        var late = await SaveAsync(Definition(), opened);

        Assert.That(
            late.Refusals.Select(refusal => (refusal.Code, refusal.Args[0])),
            Is.EqualTo(new[] { ("DraftChanged", (object)Host.Actors["quan-tri"].Name) })
        );
    }

    [Test]
    public async Task Draft_ThatSomebodySavedAgain_IsNotDiscarded_AndOneThatIsGoneIsNotSaved()
    {
        var opened = await SavedAsync(0);
        var newer = await SavedAsync(opened);

        var late = await DiscardAsync(opened);
        var done = await DiscardAsync(newer);
        var gone = await SaveAsync(Definition(), newer);

        Assert.That(late.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "DraftChanged" }));
        Assert.That(done.Done, Is.True);
        Assert.That(gone.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "DraftGone" }));
    }

    [Test]
    public async Task Save_FromAnEditorThatWasOpenOnADiscardedDraft_NeverFitsTheDraftBegunAnew()
    {
        var discarded = await SavedAsync(0);
        await DiscardAsync(discarded);
        await SavedAsync(0);

        var late = await SaveAsync(Definition(), discarded);

        Assert.That(late.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "DraftChanged" }));
    }

    [Test]
    public async Task Publish_ADraftThatSomebodySavedAgain_IsRefused()
    {
        var opened = await SavedAsync(0);
        var newer = await SavedAsync(opened);

        var late = await PublishAsync(opened);
        var seen = await PublishAsync(newer);

        Assert.That(late.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "DraftChanged" }));
        Assert.That(seen.Done, Is.True);
    }

    private async Task<int> SavedAsync(int seen) => (await SaveAsync(WithCheckBeforeSigning(), seen)).Draft!.Revision;

    private Task<DraftResult> DiscardAsync(int seen) =>
        Host.AtDeskAsync(desk => desk.GetRequiredService<DiscardRouteDraft>().DoAsync(RouteId, seen, Host.Actors["quan-tri"], default));
}

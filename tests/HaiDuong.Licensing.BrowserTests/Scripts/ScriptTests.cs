using HaiDuong.Licensing.BrowserTests.Journeys;
using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Scripts;

/// <summary>The day of each role, followed line by line as <c>tests/scripts</c> tells it.</summary>
public sealed class ScriptTests : JourneyTest
{
    private OfficeServer office = null!;
    private IReadOnlyList<Actor> people = [];
    private int given;

    // An office of its own: whole lists are looked at.
    protected override string Address => office.Address;

    public override BrowserNewContextOptions ContextOptions() => AtWidth(base.ContextOptions(), 1366);

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = await WalkedOffice.StartAsync();
        await using var desk = office.Services.CreateAsyncScope();
        people = [.. (await DemoPeople.ActorsAsync(desk.ServiceProvider.GetRequiredService<OfficeDbContext>(), CancellationToken.None)).Values];
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    public static IEnumerable<string> Roles => Script.All;

    [TestCaseSource(nameof(Roles))]
    public async Task Day_IsAsItIsTold(string role)
    {
        // Each dossier that is given is of another applicant.
        var player = new ScriptPlayer(Page, ComeInAsync, slug => new DossierDriver(office.Services, people, slug, 2 * ++given));
        foreach (var part in Script.Read(role))
        {
            var cost = await player.PlayAsync(part);
            await TestContext.Out.WriteLineAsync($"{role} · {part.Title}: {cost.Pages} trang, {cost.Clicks} lần bấm, {cost.Keys} phím");
            if (part.Most is { } most)
                Assert.That(
                    cost,
                    Is.EqualTo(new ScriptCost(Math.Min(cost.Pages, most.Pages), Math.Min(cost.Clicks, most.Clicks), Math.Min(cost.Keys, most.Keys))),
                    part.Title
                );
        }
    }

    [Test]
    public void LineThatIsNotUnderstood_IsAnError() =>
        Assert.That(() => Script.Read(["## Việc", "1. Mở `/mot-cua`", "2. Nghĩ kỹ"]), Throws.InstanceOf<FormatException>().With.Message.Contains("Dòng 3"));

    private async Task ComeInAsync(string userName)
    {
        await Context.ClearCookiesAsync();
        await LogInAsync(Page, userName);
    }
}

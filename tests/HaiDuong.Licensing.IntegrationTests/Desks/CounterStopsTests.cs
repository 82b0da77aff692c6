using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What was asked for before acceptance and never came waits at the counter to be stopped.</summary>
public sealed class CounterStopsTests
{
    private static readonly SupplementItem[] Items = [new(SupplementTarget.Field, "summary", "Tóm tắt", "Chưa rõ")];

    [Test]
    public async Task SupplementThatNeverCame_BeforeAcceptance_StandsInTheListOfTheCounter_AndItsCodeLeadsToTheStop()
    {
        await using var host = await DeskHost.StartAsync();
        var office = new DueOffice(host);
        var id = await office.SubmittedAsync();
        await office.DoAsync(id, DeskHost.Morning.PlusHours(1), (dossier, by) =>
            dossier.AskSupplement(Items, "Chưa rõ", DeskHost.Morning.Date.PlusDays(21), by("mot-cua"))
        );
        await office.DoAsync(id, DeskHost.Morning.PlusDays(30), (dossier, by) => dossier.ExpireSupplement(by("mot-cua") with { Actor = Actor.System }));
        var reference = (await office.FindAsync(id)).Reference;

        var list = await office.PageAsync("mot-cua", "/mot-cua?muc=Stops");
        var scanned = await (await host.AsAsync("mot-cua")).GetAsync($"/mot-cua?ma={reference}");

        Assert.That(list, Does.Contain($"href=\"/dung-giai-quyet/{id}?ds=").And.Contain(reference));
        Assert.That(scanned.Location, Is.EqualTo($"/dung-giai-quyet/{id}"));
    }
}

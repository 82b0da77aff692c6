using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Books;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using NUnit.Framework;
using LifeCycle = HaiDuong.Licensing.Domain.Dossiers.LifeCycle;

namespace HaiDuong.Licensing.IntegrationTests.Books;

/// <summary>The register of dossiers of the demo office: nothing left out, in the order of numbers, each on the page that it belongs to.</summary>
public sealed class DossierBookTests
{
    private static readonly LocalDateTime Now = TestOffice.DemoMoment;

    private TestOffice office = null!;
    private IReadOnlyDictionary<string, Actor> people = null!;
    private List<Dossier> dossiers = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = await TestOffice.OpenDemoAsync();
        people = await office.AtDeskAsync(desk => DemoPeople.ActorsAsync(desk.GetRequiredService<OfficeDbContext>(), CancellationToken.None));
        dossiers = await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().Include(dossier => dossier.History).ToListAsync()
        );
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task Book_HoldsEachDossierOnce_ThatWasAcceptedOrEnded_InTheOrderOfNumbers()
    {
        var lines = await WalkAsync(Whole, "quan-tri", 1_000);

        var entered = dossiers.Where(dossier => dossier.IsAccepted || LifeCycle.IsClosed(dossier.Status)).ToList();
        Assert.That(lines.Select(line => line.DossierId), Is.EquivalentTo(entered.Select(dossier => dossier.Id)));
        Assert.That(lines.Select(line => line.Row.Number), Is.EqualTo(Enumerable.Range(1, lines.Count)));
        Assert.That(lines.Where(line => line.Row.Code.Length > 0).Select(line => line.Row.Code), Is.Ordered);
        Assert.That(entered.Select(dossier => dossier.Status), Is.SupersetOf((DossierStatus[])[DossierStatus.RefusedAtDoor, DossierStatus.Stopped]));
        var refused = dossiers.First(dossier => dossier.Status == DossierStatus.RefusedAtDoor);
        var line = lines.Single(line => line.DossierId == refused.Id).Row;
        var reason = refused.History.Single(one => one.Act == DossierAct.RefuseAtDoor).Note!;
        Assert.That((line.Code, line.DueOn, line.Note), Is.EqualTo(("", (LocalDate?)null, $"Từ chối tiếp nhận: {reason}")));
        var withdrawn = dossiers.First(dossier => dossier.History.Any(one => one.Act == DossierAct.ConfirmWithdrawal));
        Assert.That(lines.Single(one => one.DossierId == withdrawn.Id).Row.Note, Does.StartWith("Đã rút hồ sơ"));
        var returned = dossiers.First(dossier => dossier.HandOver is not null);
        var taken = lines.Single(one => one.DossierId == returned.Id).Row;
        Assert.That((taken.SignedBy, taken.ReturnedOn), Is.EqualTo((returned.HandOver!.ReceiverName, (LocalDate?)returned.HandOver.At.Date)));
        Assert.That(taken.Contact, Does.StartWith(returned.Applicant.Address));
    }

    [Test]
    public async Task Pages_ShowTheSameLines_WithTheSameNumbers()
    {
        var whole = await WalkAsync(Whole, "quan-tri", 1_000);

        var paged = await WalkAsync(Whole, "quan-tri", 4);

        Assert.That(paged.Select(line => (line.DossierId, line.Row.Number)), Is.EqualTo(whole.Select(line => (line.DossierId, line.Row.Number))));
    }

    [Test]
    public async Task Periods_OfTwoParts_AreTheWhole_AndAUnitHasItsOwn()
    {
        var whole = await WalkAsync(Whole, "quan-tri", 1_000);
        var day = Now.Date.PlusDays(-7);

        var parts = (await WalkAsync(Whole with { To = day }, "quan-tri", 1_000)).Concat(
            await WalkAsync(Whole with { From = day.PlusDays(1) }, "quan-tri", 1_000)
        );
        var unit = await WalkAsync(Whole with { Unit = "post-telecom" }, "quan-tri", 1_000);
        var head = await WalkAsync(Whole, "truong-phong-vien-thong", 1_000);

        Assert.That(parts.Select(line => line.DossierId), Is.EqualTo(whole.Select(line => line.DossierId)));
        Assert.That(
            unit.Select(line => line.DossierId),
            Is.EquivalentTo(whole.Select(line => line.DossierId).Where(id => dossiers.Single(one => one.Id == id).DivisionKey == "post-telecom"))
        );
        Assert.That(head.Select(line => line.DossierId), Is.EqualTo(unit.Select(line => line.DossierId)), "a head reads the book of the division");
    }

    private static BookPart Whole => new(Now.Date.PlusYears(-1), Now.Date, null);

    private async Task<List<BookLine>> WalkAsync(BookPart part, string person, int size)
    {
        var lines = new List<BookLine>();
        for (string? after = null; ; )
        {
            var (page, count) = await office.AtDeskAsync(async desk =>
            {
                var words = new PageWords<DossierBookModel>(desk.GetRequiredService<IStringLocalizerFactory>());
                var query = ActivatorUtilities.CreateInstance<DossierBookQuery>(desk, words);
                return (
                    await query.ReadAsync(part, people[person], after, size, CancellationToken.None),
                    await query.CountAsync(part, people[person], CancellationToken.None)
                );
            });
            lines.AddRange(page.Lines);
            if (page.Next is null)
            {
                Assert.That(count, Is.EqualTo(lines.Count));
                return lines;
            }

            after = page.Next;
        }
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The leader's and the counter's lists say of a dossier's time what its own page says, to the minute at which it becomes late.</summary>
public sealed class DueListTests
{
    private DeskHost host = null!;
    private DueOffice office = null!;
    private (Guid Id, string Person, string List)[] listed = [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        office = new DueOffice(host);
        var (toSign, withdrawing, online) = (await office.AcceptedAsync(), await office.AcceptedAsync(), await office.SubmittedAsync());
        await office.ToSignAsync(toSign, DeskHost.Morning);
        await office.DoAsync(withdrawing, DeskHost.Morning, (dossier, by) =>
            dossier.AskWithdrawal(
                "Đổi kế hoạch",
                new Paper(
                    Guid.CreateVersion7(),
                    WithdrawalRequest.PaperKey,
                    new string('b', 64),
                    "don-rut.pdf",
                    "application/pdf",
                    1000,
                    0,
                    0,
                    by("mot-cua").Now
                ),
                by("mot-cua")
            )
        );
        listed = [(toSign, "giam-doc", "/ky"), (withdrawing, "mot-cua", "/mot-cua?muc=Withdrawals"), (online, "mot-cua", "/mot-cua?muc=Online")];
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase(-3 * 24 * 60)]
    [TestCase(-60)]
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(16 * 60)]
    public async Task Lists_SayWhatThePageOfTheDossierSays(int minutesAfterDue)
    {
        foreach (var (id, person, list) in listed)
        {
            var dossier = await office.FindAsync(id);
            office.Now = (dossier.PromisedDue ?? dossier.AnswerDue!.Value).PlusMinutes(minutesAfterDue);

            var page = await office.BadgeAsync(person, $"/ho-so/{id}", "hd-dossier-marks");

            Assert.That(page, Is.Not.Null.And.Not.Empty);
            Assert.That(await office.BadgeAsync(person, list, dossier.Code ?? dossier.Reference), Is.EqualTo(page), list);
        }
    }
}

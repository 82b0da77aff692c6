using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What waits for an applicant stands above what waits for the office.</summary>
internal sealed partial class OwnDossierTests
{
    private static readonly LocalDateTime Start = new(2025, 9, 8, 9, 0);
    private static readonly SupplementItem Summary = new(SupplementTarget.Field, "summary", "Tóm tắt", "Chưa rõ");

    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task OwnDossiers_BeginWithWhatWaitsForTheOwner_EachPartNewestFirst_OnEveryPage()
    {
        var office = new DueOffice(host) { Now = Start };
        var asked = await office.SubmittedAsync();
        var over = await office.SubmittedAsync();
        var rests = await office.SubmittedAsync();
        var newest = await office.SubmittedAsync();
        await AskAsync(office, asked, Start.Date.PlusDays(21));
        await AskAsync(office, over, Start.Date.PlusDays(7));
        office.Now = Start.PlusDays(10);

        Assert.That(await ListedAsync(office, ""), Is.EqualTo(await ReferencesAsync(office, asked, newest, rests, over)));
        Assert.That(await ListedAsync(office, $"?after={asked}"), Is.EqualTo(await ReferencesAsync(office, newest, rests, over)));
        Assert.That(await ListedAsync(office, $"?after={newest}"), Is.EqualTo(await ReferencesAsync(office, rests, over)));
    }

    private static Task<Guid> AskAsync(DueOffice office, Guid id, LocalDate until) =>
        office.DoAsync(id, Start.PlusHours(1), (dossier, by) => dossier.AskSupplement([Summary], "Chưa rõ", until, by("mot-cua")));

    private static async Task<IReadOnlyList<string>> ReferencesAsync(DueOffice office, params Guid[] ids)
    {
        List<string> references = [];
        foreach (var id in ids)
            references.Add((await office.FindAsync(id)).Reference);
        return references;
    }

    private static async Task<IReadOnlyList<string>> ListedAsync(DueOffice office, string query) =>
        [.. Row().Matches(await office.PageAsync(DueOffice.Owner, "/ho-so-cua-toi" + query)).Select(row => row.Groups["reference"].Value)];

    [GeneratedRegex("class=\"hd-code\" href=\"/theo-doi/(?<reference>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Row();
}

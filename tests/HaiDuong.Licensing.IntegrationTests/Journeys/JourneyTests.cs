using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;
using LifeCycle = HaiDuong.Licensing.Domain.Dossiers.LifeCycle;

namespace HaiDuong.Licensing.IntegrationTests.Journeys;

/// <summary>Every procedure on every path, by the acts that the pages use, on a real database, to the papers in the applicant's hand.</summary>
public sealed partial class JourneyTests
{
    private static readonly LocalDateTime Start = new(2026, 3, 2, 7, 45);
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));
    private static readonly string[] Slugs = [.. Catalogue.All(Start.Date).Select(procedure => procedure.Slug)];

    /// <summary>One procedure of each route.</summary>
    private static readonly string[] OfEachRoute = [.. Catalogue.All(Start.Date).GroupBy(procedure => procedure.RouteId).Select(route => route.First().Slug)];

    private TestOffice office = null!;
    private string folder = null!;

    [OneTimeSetUp]
    public async Task OpenOfficeAsync()
    {
        office = await TestOffice.OpenAsync(Start);
        folder = Directory.CreateTempSubdirectory("hdl-journey-").FullName;
    }

    [OneTimeTearDown]
    public async Task CloseOfficeAsync()
    {
        await office.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Walk_AnyRoute_EndsAsItsPathSays([ValueSource(nameof(OfEachRoute))] string slug, [Values] JourneyPath path)
    {
        var journey = await WalkAsync(slug, path);

        var dossier = journey.Dossier;
        Assert.That(dossier.Status, Is.EqualTo(EndOf(path)));
        Assert.That(dossier.Work, Is.Empty);
        Assert.That(dossier.Slips.Select(slip => slip.Kind), Is.EquivalentTo(SlipsOf(path)));
        Assert.That(dossier.Decision?.Kind, Is.EqualTo(DecisionOf(path)));
        Assert.That(journey.Timeline.Select(line => line.At), Is.Ordered);
        Assert.That(dossier.History.Zip(dossier.History.Skip(1)).All(pair => pair.First.To == pair.Second.From));
        Assert.That(dossier.History.All(line => LifeCycle.Allows(line.From, line.To)));
    }

    [TestCaseSource(nameof(Slugs))]
    public async Task Decision_OfAnyProcedure_BearsBothSignaturesAndTheExactWords(string slug)
    {
        var journey = await WalkAsync(slug, JourneyPath.Grant);
        var files = await WriteAsync(journey, $"{slug}-grant");

        var signatures = await Tool.ReadAsync("pdfsig", "-nocert", Path.Combine(files, "decision.pdf"));
        Assert.That(Regex.Count(signatures, "Signature is Valid"), Is.EqualTo(2), signatures);
        Assert.That(signatures, Does.Contain("Signature Field Name: leader").And.Contain("Signature Field Name: agency"));
        var text = Spaces().Replace(await Tool.ReadAsync("pdftotext", Path.Combine(files, "decision.pdf"), "-"), " ");
        Assert.That(text, Does.Contain(journey.Dossier.Decision!.Number!).And.Contain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
        Assert.That(text, Does.Contain($"Mã kiểm tra: {journey.Dossier.Decision.VerificationCode}"), "what the check page asks for");
        var name = Spaces().Replace(journey.Dossier.Form["ownerName"] ?? journey.Dossier.Applicant.Name, " ");
        Assert.That(text.Contains(name, StringComparison.Ordinal), Is.Not.EqualTo(journey.Procedure.HidesApplicant));
        Assert.That(text.IsNormalized(NormalizationForm.FormC));
        Assert.That(text, Does.Not.Contain("..").And.Not.Contain(".;").And.Not.Contain("{{"));
    }

    [TestCase(JourneyPath.Supplement)]
    [TestCase(JourneyPath.Overdue)]
    [TestCase(JourneyPath.TurnAway)]
    [TestCase(JourneyPath.Expire)]
    public async Task Slip_OfAnyPath_ReadsAsWritten(JourneyPath path)
    {
        var journey = await WalkAsync("publishing-permit", path);
        var files = await WriteAsync(journey, $"slips-{path}");

        foreach (var file in Directory.GetFiles(files, "*.pdf"))
        {
            var text = Spaces().Replace(await Tool.ReadAsync("pdftotext", file, "-"), " ");
            Assert.That(text, Does.Contain(Spaces().Replace(journey.Dossier.Applicant.Name, " ")), file);
            Assert.That(text, Does.Not.Contain("{{").And.Not.Contain("số điện thoại để"), file);
            if (Path.GetFileName(file) != "decision.pdf")
                Assert.That(text, Does.Contain("Mã tra cứu:").And.Contain(journey.Dossier.Reference), file);
        }
    }

    [Test]
    public async Task Paper_OfAnyRouteAndPath_IsFitForTheArchive()
    {
        var archive = Directory.CreateDirectory(Path.Combine(folder, "archive")).FullName;
        var walks = OfEachRoute
            .Select(slug => (slug, JourneyPath.Grant))
            .Concat(Enum.GetValues<JourneyPath>().Select(path => ("publishing-permit", path)))
            .Distinct();
        foreach (var (slug, path) in walks)
        {
            var files = await WriteAsync(await WalkAsync(slug, path), $"archive-{slug}-{path}");
            foreach (var file in Directory.GetFiles(files, "*.pdf"))
                File.Move(file, Path.Combine(archive, $"{slug}-{path}-{Path.GetFileName(file)}"));
        }

        Assert.That(await ArchiveCheck.FaultsAsync(archive), Is.Empty);
    }

    [Test]
    public async Task Timeline_OfAJourney_SaysWhoDidWhatAndWhatWaits()
    {
        var journey = await WalkAsync("publishing-permit", JourneyPath.Grant);
        var files = await WriteAsync(journey, "timeline");

        using var timeline = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(files, "timeline.json")));
        var acts = timeline.RootElement.GetProperty("acts").EnumerateArray().ToList();
        Assert.That(
            acts.Select(act => act.GetProperty("act").GetString()),
            Is.EqualTo((string[])["submit", "accept", "assign", "appraise", "recordPayment", "draftResult", "approveDraft", "sign", "issue", "handOver"])
        );
        Assert.That(acts.Select(act => act.GetProperty("status").GetInt32()), Is.EqualTo((int[])[1, 2, 4, 6, 4, 4, 4, 4, 9, 10]));
        Assert.That(acts[1].GetProperty("waiting")[0].GetProperty("role").GetString(), Is.EqualTo("divisionHead"));
        Assert.That(timeline.RootElement.GetProperty("signatures").EnumerateArray().All(signature => signature.GetProperty("isValid").GetBoolean()));
    }

    [Test]
    public async Task Overdue_IsLaterThanTheNewDate()
    {
        var dossier = (await WalkAsync("publishing-permit", JourneyPath.Overdue)).Dossier;

        Assert.That(dossier.PromisedDue, Is.GreaterThan(dossier.StatutoryDue!));
        Assert.That(dossier.FinishedAt, Is.GreaterThan(dossier.PromisedDue!));
    }

    [Test]
    public void Walk_OfAnUnknownProcedure_IsRefusedInWords() =>
        Assert.That(
            async () => await WalkAsync("no-such-procedure", JourneyPath.Grant),
            Throws.TypeOf<JourneyException>().With.Message.Contains("no-such-procedure")
        );

    private async Task<JourneyResult> WalkAsync(string slug, JourneyPath path)
    {
        office.Time.Clock.Now = OfficeClock.ToInstant(Start);
        return await new Journey(office.Time, slug, path).WalkAsync(CancellationToken.None);
    }

    private async Task<string> WriteAsync(JourneyResult journey, string name)
    {
        var files = Path.Combine(folder, name);
        await office.AtDeskAsync(desk => JourneyFiles.WriteAsync(journey, desk, files, CancellationToken.None));
        return files;
    }

    private static DossierStatus EndOf(JourneyPath path) =>
        path switch
        {
            JourneyPath.TurnAway => DossierStatus.RefusedAtDoor,
            JourneyPath.Withdraw or JourneyPath.Expire => DossierStatus.Stopped,
            _ => DossierStatus.Returned,
        };

    private static SlipKind[] SlipsOf(JourneyPath path) =>
        path switch
        {
            JourneyPath.TurnAway => [SlipKind.Refusal],
            JourneyPath.Withdraw => [SlipKind.Receipt],
            JourneyPath.Expire => [SlipKind.Receipt, SlipKind.Supplement, SlipKind.Stop],
            JourneyPath.Supplement => [SlipKind.Receipt, SlipKind.Supplement, SlipKind.Control],
            JourneyPath.Overdue => [SlipKind.Receipt, SlipKind.Apology, SlipKind.Control],
            _ => [SlipKind.Receipt, SlipKind.Control],
        };

    private static DecisionKind? DecisionOf(JourneyPath path) =>
        path switch
        {
            JourneyPath.TurnAway or JourneyPath.Withdraw or JourneyPath.Expire => null,
            JourneyPath.Refuse => DecisionKind.Refuse,
            _ => DecisionKind.Grant,
        };

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}

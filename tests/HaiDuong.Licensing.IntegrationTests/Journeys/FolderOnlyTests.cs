using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Journeys;

/// <summary>A procedure that no code knows: one file in a folder of its own runs its whole way, with the shared layouts for its papers.</summary>
public sealed class FolderOnlyTests
{
    private const string Slug = "loudspeaker-registration";

    private const string File = """
        {
          "slug": "loudspeaker-registration", "inForceFrom": "2020-01-01", "code": "", "codeStatus": { "text": "Thủ tục thử", "source": "OK", "verified": false },
          "catalogueId": "ZZ01", "cat46": "no", "name": "Đăng ký cụm loa truyền thanh", "shortName": "Đăng ký cụm loa", "request": "đăng ký cụm loa truyền thanh",
          "field": "Thử", "divisionKey": "post-telecom", "eligible": { "text": "Tổ chức", "kinds": ["organisation"], "source": "OK", "verified": false },
          "legalBasis": [{ "text": "Không có", "source": "assumption", "verified": false }],
          "papers": [
            { "key": "application", "name": "Đơn đăng ký", "originals": 1, "copies": 0, "isForm": true, "source": "OK", "verified": false },
            { "key": "consent", "name": "Ý kiến của thôn", "originals": 1, "copies": 0, "when": { "field": "nearHomes", "in": ["true"] }, "source": "OK", "verified": false }
          ],
          "sets": 1,
          "form": { "name": "Đơn đăng ký", "source": "OK", "verified": false, "sections": [
            { "use": "applicant.enterprise" },
            { "key": "speakers", "title": "Cụm loa",
              "fields": [{ "key": "nearHomes", "label": "Gần nhà dân", "type": "yesNo" }, { "key": "distance", "label": "Cách nhà gần nhất", "type": "integer", "min": 5, "max": 500, "shownWhen": { "field": "nearHomes", "in": ["true"] } },
                         { "key": "count", "label": "Số cụm", "type": "integer", "min": 1, "max": 50 }],
              "rows": { "key": "speakers", "itemLabel": "Cụm", "minRows": 1, "maxRows": 9, "fields": [{ "key": "place", "label": "Nơi đặt", "type": "text" }, { "key": "power", "label": "Công suất", "type": "decimal", "min": 1, "max": 200, "decimals": 1 }] } } ] },
          "terms": [{ "amount": 5, "unit": "workingDay", "text": "05 ngày làm việc", "source": "OK", "verified": false }],
          "feeLines": [{ "key": "each", "label": "Lệ phí", "kind": "charge", "unit": "cụm", "countedBy": "count", "rates": [{ "amount": 20000, "from": "2020-01-01", "text": "20.000 đồng", "source": "OK", "verified": false }] }],
          "checks": [{ "key": "place", "text": "Nơi đặt phù hợp", "source": "OK", "verified": false }],
          "refusalGrounds": [{ "key": "place", "text": "Nơi đặt không phù hợp", "source": "OK", "verified": false }],
          "consultedAgencies": [],
          "result": { "name": "Giấy xác nhận đăng ký cụm loa", "kind": "confirmation", "book": "GXN-LOA", "symbol": "GXN-STTTT", "refusalBook": "CV", "refusalSymbol": "STTTT-BCVT", "formNumber": "Không có", "signer": "Lãnh đạo Sở",
            "validity": { "text": "Không thời hạn", "source": "OK", "verified": false }, "fields": [{ "key": "accepted", "label": "Số cụm được xác nhận", "type": "integer", "copiedFrom": "speakers", "unit": "cụm" }], "source": "OK", "verified": false },
          "routeId": "standard-licence", "onlineLevel": { "use": "facts.onlineFull" }
        }
        """;

    private string folder = null!;
    private TestOffice office = null!;

    [OneTimeSetUp]
    public async Task AddTheFolderAsync()
    {
        folder = Directory.CreateTempSubdirectory("hdl-folder-").FullName;
        var source = WorkflowsFolder.Find(AppContext.BaseDirectory).Root;
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(path, target);
        }

        var version = Directory.CreateDirectory(Path.Combine(folder, "procedures", Slug, "2020-01-01"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(version.FullName, "procedure.json"), File);
        office = await TestOffice.OpenAsync(new LocalDateTime(2026, 3, 2, 7, 45), folder);
    }

    [OneTimeTearDown]
    public async Task RemoveAsync()
    {
        await office.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [TestCase(JourneyPath.Grant, DossierStatus.Returned, DecisionKind.Grant)]
    [TestCase(JourneyPath.Supplement, DossierStatus.Returned, DecisionKind.Grant)]
    [TestCase(JourneyPath.Refuse, DossierStatus.Returned, DecisionKind.Refuse)]
    [TestCase(JourneyPath.Withdraw, DossierStatus.Stopped, null)]
    [TestCase(JourneyPath.Overdue, DossierStatus.Returned, DecisionKind.Grant)]
    public async Task Walk_OfAProcedureThatIsOnlyAFolder_Ends(JourneyPath path, DossierStatus end, DecisionKind? decision)
    {
        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 3, 2, 7, 45));

        var journey = await new Journey(office.Time, Slug, path).WalkAsync(CancellationToken.None);

        Assert.That((journey.Dossier.Status, journey.Dossier.Decision?.Kind), Is.EqualTo((end, decision)));
        Assert.That(
            journey.Dossier.Fees.Single().Amount,
            Is.EqualTo(20000 * int.Parse(journey.Dossier.Form["count"]!, System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.That(journey.Dossier.Papers.Select(paper => paper.Key).Distinct(), Is.EqualTo(["consent"]));
    }

    [Test]
    public async Task Decision_OfAProcedureThatIsOnlyAFolder_IsOnTheSharedLayout()
    {
        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 3, 2, 7, 45));
        var journey = await new Journey(office.Time, Slug, JourneyPath.Grant).WalkAsync(CancellationToken.None);
        var files = Path.Combine(folder, "written");

        await office.AtDeskAsync(desk => JourneyFiles.WriteAsync(journey, desk, files, CancellationToken.None));

        var text = await Tool.ReadAsync("pdftotext", Path.Combine(files, "decision.pdf"), "-");
        Assert.That(text, Does.Contain("GIẤY XÁC NHẬN").And.Contain("Số cụm được xác nhận"));
    }
}

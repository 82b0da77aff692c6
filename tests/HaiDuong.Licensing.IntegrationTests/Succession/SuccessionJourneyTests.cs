using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Calendars;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Statistics;
using HaiDuong.Licensing.OneStop.Features.Succession;
using HaiDuong.Licensing.OneStop.Features.Verification;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Succession;

/// <summary>Dossiers that live through the mergers of 1 March and 1 July 2025.</summary>
public sealed partial class SuccessionJourneyTests
{
    private static readonly LocalDateTime February = new(2025, 2, 24, 9, 0);
    private static readonly LocalDateTime March = new(2025, 3, 1, 0, 10);
    private static readonly LocalDateTime July = new(2025, 7, 1, 0, 10);

    private TestOffice office = null!;

    [SetUp]
    public async Task OpenAsync() => office = await StaffedOffice.OpenAsync(February);

    [TearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task OpenDossier_PassesToTheSuccessor_WithItsCodeDueDateAndOldNames()
    {
        var id = await office.AcceptedPermitAsync(1);
        await office.ReachAsync(id, "review");
        var before = await office.WholeAsync(id);
        office.SetTime(March);

        var moved = await office.MoveAsync();
        var again = await office.MoveAsync();

        var after = await office.WholeAsync(id);
        Assert.That((moved.Dossiers, moved.Refused, again.Dossiers, again.Roles), Is.EqualTo((1, 0, 0, 0)));
        Assert.That((after.DivisionKey, after.FirstDivision, after.Specialist!.Unit), Is.EqualTo(("hd-press", "press-publishing", "hd-press")));
        Assert.That(
            (after.Code, after.StatutoryDue, after.PromisedDue, after.Status),
            Is.EqualTo((before.Code, before.StatutoryDue, before.PromisedDue, before.Status))
        );
        Assert.That(after.Code, Does.StartWith("000.00.13.H23-250224-"));
        Assert.That(after.Work.Select(item => (item.StepId, item.Unit)), Is.EqualTo([("review", "hd-press")]));
        Assert.That(after.History[^1].Act, Is.EqualTo(DossierAct.MoveUnit));
        Assert.That(
            after.History[^1].Note,
            Does.Contain("Sở Thông tin và Truyền thông tỉnh Hải Dương").And.Contain("Sở Văn hóa, Thể thao và Du lịch tỉnh Hải Dương")
        );
        Assert.That(after.History.Where(line => line.ActorRole == StaffRole.Specialist).Select(line => line.ActorUnit), Is.All.EqualTo("press-publishing"));
        Assert.That(after.Slips.Select(slip => slip.FileHash), Is.EqualTo(before.Slips.Select(slip => slip.FileHash)), "papers given out stay as they were");
        Assert.That((await office.AsAsync("truong-phong-bao-chi")).Roles.Select(held => held.Unit), Is.EqualTo(["hd-press", "press-publishing"]));
    }

    [Test]
    public async Task WorkOfBothMergedDivisions_LiesOnOneDesk()
    {
        var telecom = await office.SubmitAsync("bts-investment-approval");
        await office.AcceptAsync(telecom);
        office.SetTime(March);

        await office.MoveAsync();

        var dossier = await office.WholeAsync(telecom);
        var heads = await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OneStop.Access.StaffDirectory>().HoldersAsync(StaffRole.DivisionHead, "hd-digital", default)
        );
        Assert.That((dossier.DivisionKey, dossier.Work.Single().Unit), Is.EqualTo(("hd-digital", "hd-digital")));
        Assert.That(heads, Has.Count.EqualTo(2), "the heads of both former divisions");
    }

    [Test]
    public async Task Licence_CarriesTheOfficeOfItsDay_AndBooksBeginAnew()
    {
        var (first, second, third) = (await office.AcceptedPermitAsync(1), await office.AcceptedPermitAsync(2), await office.AcceptedPermitAsync(3));
        await office.ReachAsync(first, "return");
        await office.ReachAsync(second, "issue");
        await office.ReachAsync(third, "sign");
        office.SetTime(March);
        await office.MoveAsync();
        Assert.That(
            (await office.WholeAsync(second)).Work.Select(item => (item.StepId, item.Unit)),
            Is.EqualTo([("sign", "hd-culture-leadership")]),
            "signed by the former office, not sealed: signed again"
        );
        Assert.That(
            (await UncoveredAsync()).Select(row => (row.Reason, row.Role, row.Unit, row.Count)),
            Is.EqualTo([(UncoveredReason.NobodyThere, StaffRole.Leader, "hd-culture-leadership", 2)])
        );
        await StaffCultureAsync();
        Assert.That(await UncoveredAsync(), Is.Empty);

        office.SetTime(new LocalDateTime(2025, 3, 3, 9, 0));
        await office.ReachAsync(second, "return");
        office.SetTime(July);
        await office.MoveAsync();
        office.SetTime(new LocalDateTime(2025, 7, 2, 9, 0));
        await office.ReachAsync(third, "return");

        await AssertPaperAsync(
            first,
            "01/GP-STTTT",
            "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
            "TỈNH HẢI DƯƠNG",
            "Hải Dương, ngày 24 tháng 02 năm 2025",
            "Sở Thông tin và Truyền thông tỉnh Hải Dương"
        );
        await AssertPaperAsync(
            second,
            "01/GP-SVHTTDL",
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
            "TỈNH HẢI DƯƠNG",
            "Hải Dương, ngày 03 tháng 3 năm 2025",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Hải Dương"
        );
        await AssertPaperAsync(
            third,
            "01/GP-SVHTTDL",
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
            "HẢI PHÒNG",
            "Hải Phòng, ngày 02 tháng 7 năm 2025",
            "Sở Văn hóa, Thể thao và Du lịch thành phố Hải Phòng"
        );
        var books = await office.AtDeskAsync(desk => desk.GetRequiredService<NumberSeries>().BooksAsync(default));
        Assert.That(
            books.Select(book => (book.Office, book.Last)),
            Is.EquivalentTo([("stttt-hai-duong", 1L), ("vhttdl-hai-duong", 1L), ("vhttdl-hai-phong", 1L)])
        );
    }

    [Test]
    public async Task BookOfTheFormerOffice_GivesNoNumberAfterItsEnd()
    {
        var id = await office.AcceptedPermitAsync(1);
        await office.ReachAsync(id, "issue");
        office.SetTime(new LocalDateTime(2025, 3, 3, 8, 0));

        var result = await office.IssueAsync(id);

        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo(["SignedByFormerOffice"]));
    }

    [Test]
    public async Task Report_AsOfTheLastDayOf2024_ShowsTheOldDepartmentWithItsFigures()
    {
        office.SetTime(new LocalDateTime(2024, 12, 20, 9, 0));
        var (ended, open) = (await office.AcceptedPermitAsync(1), await office.SubmitAsync("bts-investment-approval"));
        await office.AcceptAsync(open);
        await office.ReachAsync(ended, "return");
        office.SetTime(new LocalDateTime(2024, 12, 31, 23, 0));
        var then = await ReportAsync(new LocalDate(2024, 1, 1), new LocalDate(2024, 12, 31));
        office.SetTime(February);
        await office.ReachAsync(await office.AcceptedPermitAsync(2), "return");
        office.SetTime(July);
        await office.MoveAsync();

        var now = await ReportAsync(new LocalDate(2024, 1, 1), new LocalDate(2024, 12, 31));
        var whole = await ReportAsync(new LocalDate(2024, 1, 1), new LocalDate(2025, 7, 31));
        var summed = await ReportAsync(new LocalDate(2024, 1, 1), new LocalDate(2025, 7, 31), inSuccessors: true);

        Assert.That(now, Is.EqualTo(then));
        Assert.That(now.Select(row => (row.Division, row.Ended, row.Open)), Is.EqualTo([("post-telecom", 0, 1), ("press-publishing", 1, 0)]));
        Assert.That(whole.Select(row => (row.Division, row.Ended, row.Open)), Is.EqualTo([("hp-digital", 0, 1), ("press-publishing", 2, 0)]));
        Assert.That(summed.Select(row => (row.Division, row.Ended, row.Open)), Is.EqualTo([("hp-digital", 0, 1), ("hp-press", 2, 0)]));
    }

    private async Task StaffCultureAsync()
    {
        await office.GiveAsync("giam-doc", new RoleHolding(StaffRole.Leader, "hd-culture-leadership", "director"));
        await office.GiveAsync("van-thu", new RoleHolding(StaffRole.RegistryClerk, "hd-culture-office"));
    }

    private Task<IReadOnlyList<UncoveredWork>> UncoveredAsync() => office.AtDeskAsync(desk => desk.GetRequiredService<UncoveredWorkQuery>().ReadAsync(default));

    private Task<IReadOnlyList<OnTimeRow>> ReportAsync(LocalDate first, LocalDate last, bool inSuccessors = false) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<OnTimeQuery>().ReadAsync(first, last, default, inSuccessors));

    /// <summary>The paper as a citizen reads it, its two signatures as poppler checks them, and what the public check page says.</summary>
    private async Task AssertPaperAsync(Guid id, string number, string agency, string province, string dateLine, string name)
    {
        var decision = (await office.WholeAsync(id)).Decision!;
        var path = Path.Combine(office.Options.DataFolder, $"{id}.pdf");
        var pdf = await office.AtDeskAsync(desk => desk.GetRequiredService<KeptFiles>().ReadAsync(decision.IssuedFile!, default));
        await File.WriteAllBytesAsync(path, pdf);
        var text = Spaces().Replace(await Tool.ReadAsync("pdftotext", "-layout", path, "-"), " ");
        var signatures = await Tool.ReadAsync("pdfsig", "-nocert", path);
        var (issued, reports) = await office.AtDeskAsync(async desk =>
            (
                await desk.GetRequiredService<IssuedDecisionQuery>().ByCodeAsync(decision.VerificationCode, default),
                (await SignatureCheck.OfAsync(pdf, desk.GetRequiredService<SigningKeys>(), default))!
            )
        );

        Assert.That(decision.Number, Is.EqualTo(number));
        foreach (var words in new[] { number, agency, province, dateLine })
            Assert.That(text, Does.Contain(words));
        Assert.That(Regex.Count(signatures, "Signature is Valid"), Is.EqualTo(2), signatures);
        Assert.That(signatures, Does.Contain(name));
        Assert.That(issued!.Agency, Is.EqualTo(name));
        Assert.That(reports.All(report => report.IsValid), string.Join("; ", reports));
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}

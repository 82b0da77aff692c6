using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Features.Licences;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Licences;

/// <summary>What the register says of a day, and how a licence ends.</summary>
public sealed class LicenceRegisterTests : OfficeTest
{
    private static readonly LocalDate Issued = new(2026, 1, 5);
    private static readonly LicenceEntry Entry = new(OfficeStaff.Registry, Instant.FromUtc(2026, 1, 5, 3, 0), Issued);

    [Test]
    public async Task Register_OfADay_TellsWhoHeldWhatThatDay()
    {
        var licence = await KeepAsync("05/GP-STTTT", "Công ty Cũ", Issued, new LocalDate(2027, 1, 4));
        await ChangeAsync(licence, one => one.Change(
                new LicenceRule
                {
                    Act = LicenceAct.Amend,
                    Text = "",
                    Source = "OK",
                    Verified = false,
                    KeepsEnd = true,
                },
                new LicencePaper("07/GP-STTTT", new LocalDate(2026, 6, 1), Company("Công ty Mới"), "", "", Issued, null),
                Entry
            ));

        var before = await ReadAsync(new LicenceFilter(null, null, null, new LocalDate(2026, 5, 31)));
        var after = await ReadAsync(new LicenceFilter("cong ty moi", null, LicenceState.InForce, new LocalDate(2026, 6, 1)));
        var yet = await ReadAsync(new LicenceFilter(null, null, null, Issued.PlusDays(-1)));
        var soon = await ReadAsync(new LicenceFilter(null, null, null, new LocalDate(2026, 12, 20), EndsWithin: 30));

        Assert.That(before.Select(row => (row.Number, row.Holder)), Is.EqualTo(((string, string)[])[("05/GP-STTTT", "Công ty Cũ")]));
        Assert.That(after.Select(row => (row.Number, row.Holder)), Is.EqualTo(((string, string)[])[("07/GP-STTTT", "Công ty Mới")]));
        Assert.That(yet, Is.Empty);
        Assert.That(soon, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Register_OfADay_IsSearchedByWhatItSaidThatDay()
    {
        var licence = await KeepAsync("05/GP-STTTT", "Công ty Cũ", Issued, new LocalDate(2027, 1, 4));
        await ChangeAsync(licence, one => one.Change(
                new LicenceRule
                {
                    Act = LicenceAct.Amend,
                    Text = "",
                    Source = "OK",
                    Verified = false,
                    KeepsEnd = true,
                },
                new LicencePaper("07/GP-STTTT", new LocalDate(2026, 6, 1), Company("Công ty Mới"), "", "", Issued, null),
                Entry
            ));
        var (before, after) = (new LocalDate(2026, 5, 31), new LocalDate(2026, 6, 1));

        var then = await ReadAsync(new LicenceFilter("cong ty cu", null, null, before));

        Assert.That(then.Select(row => (row.Number, row.IssuedOn)), Is.EqualTo(((string, LocalDate)[])[("05/GP-STTTT", Issued)]));
        Assert.That(await ReadAsync(new LicenceFilter("cong ty moi", null, null, before)), Is.Empty, "not its name yet");
        Assert.That(await ReadAsync(new LicenceFilter("cong ty cu", null, null, after)), Is.Empty, "not its name any more");
        Assert.That(await ReadAsync(new LicenceFilter("07/gp-stttt", null, null, before)), Is.Empty, "not its number yet");
        Assert.That(
            (await ReadAsync(new LicenceFilter("5/GP-STTTT", null, null, after))).Single(),
            Has.Property("Number").EqualTo("07/GP-STTTT").And.Property("IssuedOn").EqualTo(after),
            "found by the number of an earlier paper"
        );
    }

    [Test]
    public async Task Register_OfAKind_LeavesOutTheOthers()
    {
        await KeepAsync("05/GP-STTTT", "Công ty", Issued, null);

        Assert.That(await ReadAsync(new LicenceFilter(null, ["postal-licence"], null, Issued)), Has.Count.EqualTo(1));
        Assert.That(await ReadAsync(new LicenceFilter(null, ["printing-licence"], null, Issued)), Is.Empty);
        Assert.That(await ReadAsync(new LicenceFilter(null, [], null, Issued)), Is.Empty);
    }

    [TestCase("05/GP-STTTT")]
    [TestCase("Số: 05/GP–STTTT")]
    [TestCase("０５／ｇｐ－ｓｔｔｔｔ")]
    [TestCase("05GP-STTTT")]
    [TestCase(" 5 gp stttt ")]
    [TestCase("Số: 05/GP-STTTT ngày 09/5/2023")]
    [TestCase("05/GP")]
    [TestCase("GP 05")]
    public async Task Registers_OfANumberHoweverItIsTyped_FindThatLicenceAlone(string typed)
    {
        foreach (var number in (string[])["05/GP-STTTT", "15/GP-STTTT", "05/GCN-STTTT", "5/1/GP-STTTT", "51/GP-STTTT"])
            await KeepAsync(number, "Công ty Thành Đông", Issued, null);

        Assert.That((await PublicAsync(typed)).Select(row => row.Number), Is.EqualTo((string[])["05/GP-STTTT"]));
        Assert.That((await ReadAsync(new LicenceFilter(typed, null, null, Issued))).Select(row => row.Number), Is.EqualTo((string[])["05/GP-STTTT"]));
    }

    [TestCase("Số: 05/GP-STTTT")]
    [TestCase("№ ０５／ＧＰ–STTTT")]
    [TestCase("Giấy chứng nhận số 15 / 2019 / QĐ‑TTĐT")]
    [TestCase("SOX-5/GP; 1\u200B5 ngày")]
    [TestCase("05/GP-STTTT-1-2")]
    [TestCase("Số: 46/GCN-STTTT ngày 09/5/2023")]
    [TestCase("46/GCN-STTTT, cấp ngày 9 tháng 5")]
    [TestCase("46/GCN-STTTT (09.5.2023)")]
    [TestCase("Giấy chứng nhận 46/GCN-STTTT năm 2023")]
    [TestCase("GCN-STTTT 046")]
    [TestCase("")]
    public async Task NumberKey_InTheDatabase_IsThatOfTheProgram(string number)
    {
        Assert.That(await Office.AskAsync<string>($"SELECT number_key_of('{number}')"), Is.EqualTo(LicenceNumber.Key(number)));
    }

    [Test]
    public async Task PublicRegister_FindsOrganisationsByNumberOrName_AndPersonsByTheirNumberOnly()
    {
        await KeepAsync("05/GP-STTTT", "Công ty Cổ phần Chuyển phát Thành Đông", Issued, null, subject: "Thư đến 2 kg", place: "Kim Thành");
        await KeepAsync(Person("Chủ điểm Sao Mai"), "45/GCN-STTTT", Issued, null);

        Assert.That((await PublicAsync("chuyen phat thanh dong")).Select(row => row.Holder), Is.EqualTo((string[])["Công ty Cổ phần Chuyển phát Thành Đông"]));
        Assert.That(await PublicAsync("5/gp-stttt"), Has.Count.EqualTo(1));
        Assert.That(await PublicAsync("05/GC"), Is.Empty, "another symbol");
        Assert.That(await PublicAsync("4/GCN"), Is.Empty, "another serial number");
        Assert.That(await PublicAsync("kim thanh"), Is.Empty, "neither place nor subject is public");
        Assert.That(await PublicAsync("sao mai"), Is.Empty, "nobody lists what a person holds");
        Assert.That((await PublicAsync("45/GCN-STTTT")).Select(row => row.Holder), Is.EqualTo((string?[])[null]));
    }

    [Test]
    public async Task PublicRegister_OfAHundredPersons_StillFindsTheOrganisationBehindThem()
    {
        await KeepAsync("05/GP-STTTT", "Công ty Sao Mai", Issued, null);
        for (var number = 1; number <= 100; number++)
            await KeepAsync(Person("Chủ điểm Sao Mai"), $"{number}/GCN-STTTT", Issued.PlusDays(1), null);

        Assert.That((await PublicAsync("sao mai")).Select(row => row.Number), Is.EqualTo((string[])["05/GP-STTTT"]));
    }

    [Test]
    public async Task PublicRegister_OfAPermitForAFair_KnowsFromItsDossierWhetherTheFairIsOver()
    {
        await Journey.ReachAsync(DossierAct.Issue);
        await Office.AskAsync<long>(
            "WITH told AS (UPDATE dossiers SET form = jsonb_set(form, '{closes}', '\"2026-05-12\"') RETURNING 1) SELECT count(*) FROM told"
        );
        await Office.AskAsync<long>(
            "WITH told AS (UPDATE licences SET kind = 'publication-fair-permit', valid_to = NULL RETURNING 1) SELECT count(*) FROM told"
        );
        var row = (await PublicAsync(await Office.AskAsync<string>("SELECT number FROM licences"))).Single();

        Assert.That(row.LastDay, Is.EqualTo(new LocalDate(2026, 5, 12)));
    }

    [Test]
    public async Task Register_OfManyLicences_IsReadPageByPageWithoutLossOrDouble()
    {
        for (var number = 1; number <= 7; number++)
            await KeepAsync($"{number:00}/GP-STTTT", "Công ty", Issued, null);

        var seen = new List<LicenceRow>();
        while (
            await ReadAsync(new LicenceFilter(null, null, null, Issued), seen.Count == 0 ? null : new LicencePlace(seen[^1].RegisterDay, seen[^1].Id), 3)
                is { Count: > 0 } rows
        )
            seen.AddRange(rows);

        Assert.That(seen.Select(row => row.Number).Order(), Is.EqualTo(Enumerable.Range(1, 7).Select(number => $"{number:00}/GP-STTTT")));
    }

    [Test]
    public async Task Revoke_ByTheLeaderOfItsDepartment_EndsTheLicenceAndTellsTheHolder()
    {
        await Journey.ReachAsync(DossierAct.Issue);
        var id = await Office.AskAsync<Guid>("SELECT id FROM licences");
        var today = await Office.AskAsync<LocalDate>("SELECT issued_on FROM licences");
        var request = new RevokeLicenceRequest(id, 1, "12/QĐ-SVHTTDL", "Luật Xuất bản, Điều 25", "Tài liệu in sai nội dung đã duyệt", today);

        Assert.That(await RevokeAsync(request, OfficeStaff.Registry), Is.EqualTo((string[])["StepNotYours"]));
        Assert.That(
            await RevokeAsync(request with { Ground = " ", On = today.PlusDays(1) }, OfficeStaff.Leader),
            Is.EqualTo((string[])["GroundRequired", "RevokedOnWrong"])
        );
        Assert.That(await RevokeAsync(request with { SeenRevision = 0 }, OfficeStaff.Leader), Is.EqualTo((string[])["LicenceChangedSince"]));
        Assert.That(await RevokeAsync(request, OfficeStaff.Leader), Is.Empty);
        Assert.That(await RevokeAsync(request with { SeenRevision = 2 }, OfficeStaff.Leader), Is.EqualTo((string[])["LicenceRevoked"]));

        Assert.That((await ReadAsync(new LicenceFilter(null, null, LicenceState.Revoked, today))).Select(row => row.Id), Is.EqualTo((Guid[])[id]));
        Assert.That(await Office.AskAsync<string>("SELECT ground FROM licence_events WHERE kind = 'Revoked'"), Is.EqualTo("Luật Xuất bản, Điều 25"));
        Assert.That(await Office.AskAsync<long>($"SELECT count(*) FROM notices WHERE licence_id = '{id}' AND kind = 'LicenceRevoked'"), Is.EqualTo(1));
    }

    private static Domain.Dossiers.Applicant Company(string name) => new(ApplicantKind.Organisation, name, "0800123456", "Hải Dương", null, null);

    private static Domain.Dossiers.Applicant Person(string name) => new(ApplicantKind.Individual, name, "030085001234", "Hải Dương", null, null);

    private Task<Guid> KeepAsync(string number, string holder, LocalDate issued, LocalDate? validTo, string subject = "Bưu chính", string place = "") =>
        KeepAsync(Company(holder), number, issued, validTo, subject, place);

    private async Task<Guid> KeepAsync(
        Domain.Dossiers.Applicant holder,
        string number,
        LocalDate issued,
        LocalDate? validTo,
        string subject = "Bưu chính",
        string place = ""
    )
    {
        var licence = Licence.Enter(
            "postal-licence",
            "hp-digital",
            new LicencePaper(number, issued, holder, subject, place, issued, validTo),
            null,
            null,
            Entry
        );
        await using var scope = Office.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        db.Licences.Add(licence);
        await db.SaveChangesAsync();
        return licence.Id;
    }

    private async Task ChangeAsync(Guid id, Action<Licence> change)
    {
        await using var scope = Office.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        var licence = (await db.Licences.FindAsync(id))!;
        await db.Entry(licence).Collection(one => one.Events).LoadAsync();
        change(licence);
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<LicenceRow>> ReadAsync(LicenceFilter filter, LicencePlace? after = null, int most = LicencesQuery.Size)
    {
        await using var scope = Office.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<LicencesQuery>().ReadAsync(filter, after, most, default);
    }

    private async Task<IReadOnlyList<PublicLicenceRow>> PublicAsync(string wanted)
    {
        await using var scope = Office.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PublicLicencesQuery>().ReadAsync(wanted, default);
    }

    private async Task<IReadOnlyList<string>> RevokeAsync(RevokeLicenceRequest request, Actor actor)
    {
        await using var scope = Office.CreateScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<RevokeLicence>().DoAsync(request, actor, default)).Select(refusal => refusal.Code)];
    }
}

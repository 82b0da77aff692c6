using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.IntegrationTests.Filing;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed partial class PageLanguageTests
{
    private static readonly object[][] Desks =
    [
        ["mot-cua", "/mot-cua", "/mot-cua/tiep-nhan", $"/mot-cua/tiep-nhan/{DueOffice.Permit}", "/mot-cua/buu-gui", "/ban-giao", "/so-theo-doi"],
        ["chuyen-vien", "/viec-cua-toi", "/ho-so", "/tim", "/ban-do", "/ban-do/nhap", "/hang-loat", "/tai-khoan", "/thong-bao"],
        ["truong-phong", "/viec-cua-toi", "/thong-ke", "/thong-ke/thoi-gian", "/thong-ke/du-bao", "/nhat-ky", "/vang-mat", "/bao-cao", "/bao-cao?bieu=chi-so"],
        ["giam-doc", "/ky", "/thong-ke/dung-han", "/so-giay-phep", "/bao-cao/qua-han"],
        ["van-thu", "/phat-hanh", "/so-van-ban", "/so-van-ban/den"],
        ["quan-tri", "/quan-tri", "/quan-tri/tinh-trang", "/quan-tri/tai-khoan", "/quan-tri/tai-khoan/moi", "/quan-tri/thong-bao", "/quan-tri/mau-ly-do"],
        ["quan-tri", "/quan-tri/quy-trinh", "/quan-tri/quy-trinh-dung", "/quan-tri/nhap-du-lieu", "/quan-tri/lich", "/quan-tri/nhat-ky-an-ninh"],
        ["quan-tri", "/quan-tri/thu-tuc", $"/quan-tri/thu-tuc/{DueOffice.Permit}", $"/quan-tri/thu-tuc/{DueOffice.Permit}/xem-thu", "/quan-tri/to-chuc"],
    ];

    private static readonly object[][] Dossiers =
    [
        ["submitted", "mot-cua", "/mot-cua/ho-so/{0}", "/ho-so/{0}", "/bo-sung/{0}"],
        ["assigned", "chuyen-vien", "/ho-so/{0}", "/tham-dinh/{0}", "/bo-sung/{0}", "/ho-so/{0}/thoi-han"],
        ["asked", "mot-cua", "/mot-cua/bien-nhan/{0}", "/mot-cua/bo-sung/{0}", "/dinh-chinh/{0}", "/rut-ho-so/{0}"],
        ["to sign", "chuyen-vien", "/ho-so/{0}"],
        ["to sign", "giam-doc", "/ho-so/{0}", "/ky/{0}", "/ky"],
        ["issued", "mot-cua", "/mot-cua/tra/{0}", "/ho-so/{0}"],
    ];

    private string[] names = [];

    private static string[] NamesOf(DeskHost host) =>
        [
            .. host
                .Services.GetRequiredService<ProcedureCatalogue>()
                .Organisation.Offices.SelectMany(one => one.Units.Select(unit => unit.Name).Append(one.Name)),
            .. host.Actors.Values.Select(actor => actor.Name),
            .. host.Services.GetRequiredService<ProvinceMap>().Units.Select(unit => unit.Name),
        ];

    [TestCaseSource(nameof(Desks))]
    public async Task PagesOfADesk_AreInTheLanguageThatTheySay(string person, params string[] pages)
    {
        await AreInEnglishAsync(person, names, pages);
        await AreInVietnameseAsync(person, pages);
    }

    [TestCaseSource(nameof(Dossiers))]
    public async Task PagesOfADossier_AreInTheLanguageThatTheySay(string state, string person, params string[] pages)
    {
        var dossier = await office.FindAsync(await ReachAsync(state));
        string[] known = [.. names, dossier.Applicant.Name, dossier.Applicant.Address, .. dossier.Papers.Select(paper => paper.FileName ?? "-")];
        string[] addresses = [.. pages.Select(page => page.Replace("{0}", $"{dossier.Id}", StringComparison.Ordinal))];

        await AreInEnglishAsync(person, known, addresses);
        await AreInVietnameseAsync(person, addresses);
    }

    [Test]
    public async Task WhatIsAskedOnAnEnglishPage_IsAskedInVietnamese()
    {
        var id = await ReachAsync("assigned");
        var specialist = await ReaderAsync("chuyen-vien", "en");
        var procedure = host.Procedure(DueOffice.Permit);
        var field = procedure.Form.Fields.First();

        var page = await specialist.GetAsync($"/bo-sung/{id}");
        await specialist.PostSeveralAsync(
            $"/bo-sung/{id}",
            [
                ("ask", $"Field:{field.Key}"),
                ($"reason.Field.{field.Key}", "Chưa rõ"),
                ("reason", "Chưa rõ"),
                ("answerBy", AnswerBy().Match(page.Html).Groups["day"].Value),
            ]
        );

        Assert.That(page.Html, Does.Not.Contain($">{field.Label}<"));
        Assert.That((await office.FindAsync(id)).Supplements[^1].Items.Select(item => item.Label), Is.EqualTo(new[] { field.Label }));
    }

    [Test]
    public async Task LanguageOfThePages_IsKeptWithTheAccount()
    {
        await ReaderAsync("van-thu", "en");
        var english = await LanguageAsync("van-thu");
        await ReaderAsync("van-thu", "vi");

        Assert.That((english, await LanguageAsync("van-thu")), Is.EqualTo(("en", (string?)null)));
    }

    private Task<string?> LanguageAsync(string person) =>
        host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Users.Where(account => account.Id == host.Actors[person].AccountId)
                .Select(account => account.Language)
                .SingleAsync()
        );

    private async Task AreInEnglishAsync(string person, IReadOnlyList<string> known, IEnumerable<string> pages)
    {
        var reader = await ReaderAsync(person, "en");
        foreach (var page in pages)
        {
            var left =
                from said in PageTexts.Of((await OpenAsync(reader, page)).Html)
                where said.Language == "en"
                let rest = known.OrderByDescending(name => name.Length).Aggregate(said.Text, (text, name) => text.Replace(name, "", StringComparison.Ordinal))
                where Vietnamese().IsMatch(Names().Replace(rest, ""))
                select said.Text;
            Assert.That(left.Distinct(), Is.Empty, page);
        }
    }

    private async Task AreInVietnameseAsync(string person, IEnumerable<string> pages)
    {
        var reader = await ReaderAsync(person, "vi");
        foreach (var page in pages)
        {
            var left = PageTexts.Of((await OpenAsync(reader, page)).Html).Where(said => said.Language == "vi" && English().IsMatch(said.Text));
            Assert.That(left.Select(said => said.Text).Distinct(), Is.Empty, page);
        }
    }

    private static async Task<DeskAnswer> OpenAsync(DeskBrowser reader, string page)
    {
        var answer = await reader.GetAsync(page);
        Assert.That((int)answer.Status, Is.EqualTo(200), page);
        return answer;
    }

    /// <summary>What is a name in every language: kinds and numbers of documents, titles of those who sign, and the language itself.</summary>
    [GeneratedRegex(
        "Tiếng Việt|\\S*\\d\\S*/\\S+|Công an huyện Gia Lộc|PHÓ GIÁM ĐỐC|GIÁM ĐỐC|TRƯỞNG PHÒNG|Nghị định|Quyết định|Thông tư|Luật|Hải Dương",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Names();

    [GeneratedRegex("name=\"answerBy\"[^>]*value=\"(?<day>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerBy();

    [GeneratedRegex(
        "(?<![\\w./@-])(the|of|is|are|and|with|not|this|open|save|search|loading|unknown|missing|dossier|step|route|assumption|error|done|yes|file)(?![\\w./@-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex English();
}

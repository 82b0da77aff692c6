using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.IntegrationTests.Filing;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed partial class EveryPageTests
{
    private string[] names = [];

    private static string[] NamesOf(DeskHost host)
    {
        var catalogue = host.Services.GetRequiredService<ProcedureCatalogue>();
        return
        [
            .. catalogue.Organisation.Offices.SelectMany(one => one.Units.Select(unit => unit.Name).Append(one.Name)),
            .. catalogue.Versions.SelectMany(version => version.ConsultedAgencies).Select(agency => agency.Name),
            "Công an huyện Gia Lộc",
            .. host.Actors.Values.Select(actor => actor.Name),
            .. PastColumns.Of(PastKind.Licences).Select(column => column.Name),
            .. host.Services.GetRequiredService<ProvinceMap>().Units.Select(unit => unit.Name),
        ];
    }

    [TestCaseSource(nameof(Desks))]
    public async Task Pages_AreInTheLanguageThatTheySay_AndKeepWhatIsTyped(string person, params string[] pages)
    {
        await AreInBothAsync(person, pages);
        await KeepWhatIsTypedAsync(person, pages);
    }

    [TestCaseSource(nameof(Things))]
    public async Task PagesOfAThing_AreInTheLanguageThatTheySay_AndKeepWhatIsTyped(string what, string person, params string[] pages)
    {
        var made = await MadeAsync(what);
        string[] addresses = [.. pages.Select(page => page.Replace("{0}", made, StringComparison.Ordinal))];
        await AreInBothAsync(person, addresses);
        await KeepWhatIsTypedAsync(person, addresses);
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

    private async Task AreInBothAsync(string person, string[] pages)
    {
        var (known, left) = (await KnownAsync(), new List<string>());
        foreach (var language in new[] { "en", "vi" })
        {
            var reader = await ReaderAsync(person, language);
            foreach (var page in pages)
                left.AddRange(OtherTexts(await OpenAsync(reader, page), page, language, known));
        }

        Assert.That(string.Join('\n', left), Is.Empty);
    }

    /// <summary>What stands on a page in the other language, without a mark.</summary>
    private static IEnumerable<string> OtherTexts(DeskAnswer answer, string page, string language, IReadOnlyList<string> known) =>
        (
            from said in PageTexts.Of(answer.Html)
            where said.Language == language
            let rest = known.Aggregate(said.Text, (text, name) => text.Replace(name, "", StringComparison.Ordinal))
            where language == "en" ? Vietnamese().IsMatch(Names().Replace(rest, "")) : English().IsMatch(rest)
            select $"{page} ({language}): {said.Text}"
        ).Distinct();

    /// <summary>Names of people, units, places and columns of files, the longest first, and what dossiers are called.</summary>
    private Task<string[]> KnownAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var dossiers = await desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().ToListAsync();
            var theirs = dossiers.SelectMany(dossier =>
                new[] { dossier.Applicant.Name, dossier.Applicant.Address, dossier.Abstract }.Concat(dossier.Papers.Select(paper => paper.FileName))
            );
            return names.Concat(theirs.OfType<string>()).Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length).ToArray();
        });

    private static async Task<DeskAnswer> OpenAsync(DeskBrowser reader, string page)
    {
        var answer = await reader.GetAsync(page);
        // A page that gives itself an address of its own is read there.
        if (answer.Location is { } own && own.Contains("draftKey=", StringComparison.Ordinal))
            answer = await reader.GetAsync(own);
        Assert.That((int)answer.Status, Is.EqualTo(200), $"{page} {answer.Location}");
        return answer;
    }

    /// <summary>What is a name in every language: kinds and numbers of documents, titles of those who sign, and the language itself.</summary>
    [GeneratedRegex(
        "Ngày giao dịch|Ghi có|đề nghị|Tiếng Việt|\\S*\\d\\S*/\\S+|PHÓ GIÁM ĐỐC|GIÁM ĐỐC|TRƯỞNG PHÒNG|Nghị định|Quyết định|Thông tư|Luật|Hải Dương",
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

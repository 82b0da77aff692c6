using System.Text.RegularExpressions;
using System.Xml.Linq;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Filing;
using HaiDuong.Licensing.Tests.Architecture;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>
/// Whoever chose English reads no Vietnamese sentence of the program on a page, whatever became of their dossier; on pages of the staff nothing in Vietnamese
/// at all that is not marked as such, but names. Whoever reads Vietnamese reads no English.
/// </summary>
public sealed partial class PageLanguageTests
{
    private static readonly string[] Pages =
    [
        "/",
        "/thu-tuc",
        "/nop-ho-so",
        "/tra-cuu",
        "/kiem-tra",
        "/kiem-tra/AAAA-AAAA-AAAA",
        "/tra-cuu-giay-phep",
        "/ban-do-cong-khai",
        "/dang-nhap",
        "/dang-ky",
        "/ho-so-cua-toi",
        "/thu-tuc/" + DueOffice.Permit,
        "/nop-ho-so/" + DueOffice.Permit,
        $"/nop-ho-so/{DueOffice.Permit}/to-khai",
        "/lay-y-kien/khong-co",
        "/loi/404",
    ];

    /// <summary>Every Vietnamese sentence of the program, without its placeholders, that is long enough to be ours alone.</summary>
    private static readonly Lazy<string[]> Ours = new(() =>
        [
            .. SourceTree
                .Files("src", "*.resx")
                .Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal))
                .SelectMany(file => XDocument.Load(file).Root!.Elements("data").Select(data => data.Element("value")!.Value))
                .SelectMany(value => Placeholder().Split(value))
                .Select(part => part.Trim())
                .Where(part => part.Length >= 12 && part.Contains(' ', StringComparison.Ordinal) && Vietnamese().IsMatch(part))
                .Distinct(StringComparer.Ordinal),
        ]
    );

    /// <summary>What procedures say of themselves.</summary>
    private static readonly Lazy<string> Law = new(() =>
        string.Concat(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "workflows"), "*.json", SearchOption.AllDirectories).Select(File.ReadAllText))
    );

    private DeskHost host = null!;
    private DueOffice office = null!;
    private DeskBrowser owner = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        office = new DueOffice(host);
        owner = await ReaderAsync(DueOffice.Owner);
        names = NamesOf(host);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [SetUp]
    public void Morning() => office.Now = DeskHost.Morning;

    [TestCaseSource(nameof(Pages))]
    public async Task Page_OfThePublic_IsInEnglish(string page) =>
        await IsEnglishAsync(owner, page, Ours.Value.Where(sentence => !Law.Value.Contains(sentence, StringComparison.Ordinal)), []);

    [TestCase("submitted")]
    [TestCase("accepted")]
    [TestCase("asked")]
    [TestCase("asked in vain")]
    [TestCase("supplied")]
    [TestCase("fee")]
    [TestCase("issued")]
    [TestCase("withdrawn")]
    [TestCase("stopped")]
    [TestCase("moved")]
    [TestCase("counted anew")]
    public async Task PagesOfADossier_AreInEnglish_WhateverBecameOfIt(string state)
    {
        var dossier = await office.FindAsync(await ReachAsync(state));
        string[] said = [host.Procedure(DueOffice.Permit).Name, .. dossier.Fees.SelectMany(charge => new[] { charge.Label, charge.Unit })];

        foreach (var page in new[] { "", "/thoi-han", "/thoi-han?ngay=" + "10%2F09%2F2025", "/da-nop", "/bo-sung", "/rut" })
            await IsEnglishAsync(owner, $"/theo-doi/{dossier.Reference}{page}", Ours.Value, said);
        await IsEnglishAsync(owner, "/ho-so-cua-toi", Ours.Value, said);
    }

    private async Task<DeskBrowser> ReaderAsync(string person, string language = "en")
    {
        var reader = await host.AsAsync(person);
        await reader.GetAsync("/");
        await reader.PostAsync("/ngon-ngu", new() { ["language"] = language, ["back"] = "/" });
        return reader;
    }

    private static async Task IsEnglishAsync(DeskBrowser reader, string page, IEnumerable<string> sentences, string[] names)
    {
        var answer = await reader.GetAsync(page);
        if (answer.Location is not null)
            return;
        var read = names.Aggregate(Tag().Replace(Unread().Replace(answer.Html, " "), "\n"), (text, name) => text.Replace(name, "", StringComparison.Ordinal));

        Assert.That(answer.Html, Does.Contain("lang=\"en\""), page);
        Assert.That(sentences.Where(sentence => read.Contains(sentence, StringComparison.Ordinal)), Is.Empty, page);
    }

    private static ActContext WithADayOff(ActContext act, LocalDate day) =>
        act with
        {
            Rules = act.Rules with
            {
                Calendar = act.Rules.Calendar.WithEntries([
                    new CalendarEntry(day, CalendarEntryKind.Closure, "Closed", act.Local.Date, "1/2025") { KnownAt = act.Local },
                ]),
            },
        };

    private async Task<Guid> ReachAsync(string state)
    {
        SupplementItem[] items = [new(SupplementTarget.Field, "summary", host.Procedure(DueOffice.Permit).Form.Find("summary")!.Label, "Chưa rõ")];
        var (id, then) = (state == "submitted" ? await office.SubmittedAsync() : await office.AcceptedAsync(), DeskHost.Morning.PlusHours(1));
        var asked = () =>
            office.DoAsync(
                id,
                then,
                (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
                (dossier, by) => dossier.AskSupplement(items, "Chưa rõ", then.Date.PlusDays(21), by("chuyen-vien"))
            );
        switch (state)
        {
            case "assigned":
                await office.DoAsync(id, then, (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")));
                break;
            case "to sign":
                await office.ToSignAsync(id, then.PlusDays(1));
                break;
            case "asked":
                await asked();
                break;
            case "asked in vain":
            case "stopped":
                await asked();
                await office.DoAsync(id, then.PlusDays(30), (dossier, by) => dossier.ExpireSupplement(by("chuyen-vien") with { Actor = Actor.System }));
                if (state == "stopped")
                    await office.DoAsync(id, then.PlusDays(31), (dossier, by) => dossier.Stop("stop", "Nothing came", by("chuyen-vien")));
                break;
            case "supplied":
                await asked();
                await office.DoAsync(id, then.PlusDays(3), (dossier, by) =>
                    dossier.Supply(dossier.Form, by("chuyen-vien") with { Actor = Actor.ApplicantOf(id, "Owner") })
                );
                break;
            case "fee":
                await office.DoAsync(
                    id,
                    then,
                    (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
                    (dossier, by) =>
                        dossier.Appraise(
                            "appraise",
                            [.. by("chuyen-vien").Rules.Procedure.Checks.Select(check => new CheckResult(check.Key, true, null))],
                            "Done",
                            null,
                            by("chuyen-vien")
                        )
                );
                break;
            case "issued":
                await office.IssuedAsync(id, then.PlusDays(1));
                break;
            case "withdrawn":
                await office.DoAsync(
                    id,
                    then,
                    (dossier, by) => dossier.AskWithdrawal("Other plans", null, by("mot-cua") with { Actor = Actor.ApplicantOf(id, "Owner") }),
                    (dossier, by) => dossier.ConfirmWithdrawal(by("truong-phong"))
                );
                break;
            case "moved":
                await office.DoAsync(id, then, (dossier, by) =>
                    dossier.Apologise(dossier.PromisedDue!.Value.Date.PlusDays(7), "More time is needed", by("truong-phong"))
                );
                break;
            case "counted anew":
                await office.DoAsync(id, then, (dossier, by) => dossier.AdoptCalendar(then, WithADayOff(by("trung-tam"), dossier.PromisedDue!.Value.Date)));
                break;
        }

        return id;
    }

    [GeneratedRegex(@"\{[^}]*\}|[\[\]\n]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("[àáãèéìíòóõùúýăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vietnamese();

    [GeneratedRegex("<(?<tag>script|style|svg|select)\\b.*?</\\k<tag>>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();
}

using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>
/// Whoever chose English reads no Vietnamese sentence of the program on a page, whatever became of their dossier; on pages of the staff nothing in Vietnamese
/// at all that is not marked as such, but names. Whoever reads Vietnamese reads no English.
/// </summary>
public sealed partial class EveryPageTests
{
    private const string NotFound = "/loi/404";
    private const string NoLink = "/lay-y-kien/khong-co";

    private const string Science = "hp-science-office";

    private DeskHost host = null!;
    private DueOffice office = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        await host.EmployAsync(
            ("ke-toan-2", StaffRole.Accountant, Units.Finance),
            ("truong-phong-khieu-nai", StaffRole.DivisionHead, Science),
            ("chuyen-vien-khieu-nai", StaffRole.Specialist, Science)
        );
        office = new DueOffice(host);
        await RegisterSeriesAsync();
        await host.HoldLinksAsync();
        names = NamesOf(host);
    }

    /// <summary>Receipts of a series are printed.</summary>
    private async Task RegisterSeriesAsync()
    {
        const string page = "/ke-toan/quyen-bien-lai";
        var accountant = await host.AsAsync("ke-toan-2");
        await accountant.GetAsync(page);
        await accountant.PostAsync(
            page,
            new()
            {
                ["Form"] = "01BLP2-001",
                ["Symbol"] = "AA-25E",
                ["First"] = "1",
                ["Last"] = "900",
                ["InForceFrom"] = "01/09/2025",
            }
        );
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [SetUp]
    public void Morning() => office.Now = DeskHost.Morning;

    [Test]
    public async Task PagesOfWhatIsNotThere_AreInTheLanguageThatTheySay()
    {
        await AreInBothIfOpenAsync(NotFound, NoLink, "/kiem-tra/AAAA-AAAA-AAAA");
    }

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
    public async Task PagesOfAnApplicant_AreInTheLanguageThatTheySay_WhateverBecameOfTheDossier(string state)
    {
        var dossier = await office.FindAsync(await ReachAsync(state));

        await AreInBothIfOpenAsync([.. Tracked.Select(page => $"/theo-doi/{dossier.Reference}{page}"), "/ho-so-cua-toi"]);
    }

    private async Task<DeskBrowser> ReaderAsync(string person, string language = "en")
    {
        var reader = person switch
        {
            Visitor => host.Browser(),
            Hall => await HallAsync(),
            Looker => await LookerAsync(),
            _ => await host.AsAsync(person),
        };
        // Whoever worked until weeks ago logs in anew.
        if (host.Actors.ContainsKey(person) && (await reader.GetAsync("/tai-khoan")).Location is not null)
        {
            await reader.GetAsync("/dang-nhap");
            await reader.PostAsync("/dang-nhap", new() { ["Name"] = person, ["Password"] = DeskHost.Password });
        }

        await reader.GetAsync("/thu-tuc");
        await reader.PostAsync("/ngon-ngu", new() { ["language"] = language, ["back"] = "/" });
        return reader;
    }

    /// <summary>A page that is not open now leads on, or says that it is not there.</summary>
    private async Task AreInBothIfOpenAsync(params string[] pages)
    {
        var (known, left) = (await KnownAsync(), new List<string>());
        foreach (var language in new[] { "en", "vi" })
        {
            var reader = await ReaderAsync(DueOffice.Owner, language);
            foreach (var page in pages)
                if (await reader.GetAsync(page) is { Location: null } answer)
                    left.AddRange(OtherTexts(answer, page, language, known));
        }

        Assert.That(string.Join('\n', left), Is.Empty);
    }

    [GeneratedRegex("[àáãèéìíòóõùúýăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vietnamese();
}

using System.Globalization;
using System.Net;
using HaiDuong.Licensing.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Applicant.PermitApplication;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>An applicant and their own draft: no page conflicts with itself, two do, and what opens the draft again is what the page says.</summary>
public sealed class OwnDraftTests
{
    private const string Title = "documentTitle";
    private OfficeHost office = null!;
    private PageVisitor visitor = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => office = await OfficeHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [SetUp]
    public void Arrive() => visitor = office.Visitor();

    [Test]
    public async Task Save_WhoseAutosavesAnswerNeverCame_IsNoConflict()
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/to-khai/{reference}");
        await SendAsync(visitor, reference, "Tự lưu", number: 1, go: null);

        var saved = await SendAsync(visitor, reference, "Bấm lưu", number: 2);

        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await TitleAsync(reference), Is.EqualTo("Bấm lưu"));
    }

    [Test]
    public async Task Autosave_ThatArrivesAfterTheSaveOfItsPage_ChangesNothing()
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/to-khai/{reference}");
        await SendAsync(visitor, reference, "Bấm lưu", number: 2);

        await SendAsync(visitor, reference, "Tự lưu, đến muộn", number: 1, go: null);

        Assert.That(await TitleAsync(reference), Is.EqualTo("Bấm lưu"));
    }

    [Test]
    public async Task Save_AfterPapersWereAddedElsewhere_IsNoConflict()
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/to-khai/{reference}");
        var other = office.Visitor();
        await other.OpenAsync($"{Start}/giay-to/{reference}");
        await other.SendFilesAsync($"{Start}/giay-to/{reference}", [("go", "stay")], ("papers.manuscript", "Bản thảo.pdf", Pdf));

        var saved = await SendAsync(visitor, reference, "Bấm lưu", number: 1);

        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Save_OfAnotherWindow_IsAConflictThatShowsBoth_AndMayBeOverwrittenOnceSeen()
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/to-khai/{reference}");
        var other = office.Visitor();
        await other.OpenAsync($"{Start}/to-khai/{reference}");
        await SendAsync(other, reference, "Từ cửa sổ kia", number: 1);

        var told = await SendAsync(visitor, reference, "Từ cửa sổ này", number: 1);
        var kept = await TitleAsync(reference);
        await SendAsync(visitor, reference, "Từ cửa sổ này", number: 2);

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(told.Text, Does.Contain("value=\"Từ cửa sổ này\"").And.Contain("<dd>Từ cửa sổ kia</dd>"));
        Assert.That(kept, Is.EqualTo("Từ cửa sổ kia"));
        Assert.That(await TitleAsync(reference), Is.EqualTo("Từ cửa sổ này"));
    }

    [Test]
    public async Task FirstPage_OpenedAgainByItsAddress_IsTheDraftThatCameOfIt()
    {
        var first = (await visitor.OpenAsync(Start + "/to-khai")).Response.RequestMessage!.RequestUri!.PathAndQuery;
        var unsaved = await visitor.OpenAsync(first);
        var saved = await visitor.SendAsync(first, [.. Answers, ("go", "draft")]);

        Assert.That(unsaved.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await office.Visitor().OpenAsync(first)).Location, Is.EqualTo(saved.Location));
    }

    [TestCase("")]
    [TestCase(TaxCode)]
    public async Task DraftWithoutANumber_IsResumedByItsReference_AsItsPageSays(string number)
    {
        var reference = await SaveAsync(("applicant.identityNumber", ""));
        var said = await visitor.OpenAsync($"{Start}/to-khai/{reference}");
        await visitor.OpenAsync("/tiep-tuc");

        var found = await visitor.SendAsync("/tiep-tuc", ("code", reference), ("number", number));

        Assert.That(said.Text, Does.Contain("chỉ bằng mã này"));
        Assert.That(found.Location, Is.EqualTo($"{Start}/to-khai/{reference}"));
    }

    [Test]
    public async Task DraftWithANumber_NeedsIt()
    {
        var reference = await SaveAsync(("applicant.identityNumber", TaxCode));
        await visitor.OpenAsync("/tiep-tuc");

        Assert.That((await visitor.SendAsync("/tiep-tuc", ("code", reference), ("number", ""))).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task DraftOfAnAccount_SaysThatLoggingInOpensIt()
    {
        var reference = await SaveAsync(("applicant.identityNumber", TaxCode));
        await office.ReadAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE dossiers SET owner_account_id = {Guid.CreateVersion7()} WHERE reference = {reference}")
        );
        await visitor.OpenAsync("/tiep-tuc");

        var told = await visitor.SendAsync("/tiep-tuc", ("code", reference), ("number", TaxCode));
        var address = await visitor.OpenAsync($"{Start}/to-khai/{reference}");

        Assert.That(told.Text, Does.Contain("Bản nháp này thuộc về một tài khoản"));
        Assert.That(address.Location, Does.StartWith("/dang-nhap?ReturnUrl="));
    }

    private async Task<string> SaveAsync(params IReadOnlyList<(string Name, string Value)> instead)
    {
        await visitor.OpenAsync(Start + "/to-khai");
        var saved = await visitor.SendAsync(
            Start + "/to-khai",
            [.. Answers.Where(usual => instead.All(other => other.Name != usual.Name)), .. instead, ("go", "draft")]
        );
        return saved.Location!.Split('/')[^1];
    }

    /// <summary>Sends what was typed as the open page does; without a button it is the page's own autosave.</summary>
    private static async Task<VisitedPage> SendAsync(PageVisitor page, string reference, string title, int number, string? go = "next")
    {
        var fields = Answers
            .Where(usual => usual.Name != Title)
            .Append((Name: Title, Value: title))
            .Append(("sent", number.ToString(CultureInfo.InvariantCulture)));
        return go is null
            ? await page.SendByItselfAsync($"{Start}/to-khai/{reference}", fields)
            : await page.SendAsync($"{Start}/to-khai/{reference}", [.. fields, ("go", go)]);
    }

    private Task<string?> TitleAsync(string reference) =>
        office.ReadAsync(async db => (await db.Dossiers.AsNoTracking().SingleAsync(dossier => dossier.Reference == reference)).Form[Title]);
}

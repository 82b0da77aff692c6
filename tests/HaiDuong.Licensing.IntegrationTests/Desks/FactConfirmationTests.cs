using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Features.Administration;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The administrator confirms a fact by a document; the public mark goes, the text stays; a withdrawal brings it back; nothing is forgotten.</summary>
public sealed class FactConfirmationTests
{
    private const string Mark = "<span class=\"hd-badge\">chưa xác nhận</span>";
    private DeskHost host = null!;
    private Procedure conference = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        conference = host.Services.GetRequiredService<ProcedureCatalogue>().InForce("press-conference", DeskHost.Morning.Date)!;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Confirmation_TakesTheMarkAway_AndItsWithdrawalBringsItBack()
    {
        var administrator = await host.AsAsync("quan-tri");
        var basis = conference.Facts.Where(fact => fact.Path.StartsWith("legalBasis", StringComparison.Ordinal)).ToList();
        Assert.That(await BasisIsMarkedAsync(), Is.True);

        foreach (var fact in basis)
        {
            await administrator.GetAsync(PathOf(fact));
            var confirmed = await administrator.PostAsync(PathOf(fact) + "&handler=Confirm", Document("Luật", "103/2016/QH13", "05/04/2016"));
            Assert.That(confirmed.Location, Is.EqualTo(PathOf(fact)));
        }

        Assert.That(await BasisIsMarkedAsync(), Is.False);
        Assert.That((await administrator.GetAsync($"/thu-tuc/{conference.Slug}")).Html, Does.Contain(basis[0].Statement), "the published text stays");
        Assert.That(
            (await administrator.GetAsync(PathOf(basis[0]))).Html,
            Does.Contain("Xác nhận theo Luật số 103/2016/QH13 ngày 05/04/2016").And.Contain("Tài khoản quan-tri")
        );

        var silent = await administrator.PostAsync(PathOf(basis[0]) + "&handler=Withdraw", new() { ["Input.Note"] = "" });
        Assert.That(silent.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var withdrawn = await administrator.PostAsync(PathOf(basis[0]) + "&handler=Withdraw", new() { ["Input.Note"] = "Nhập nhầm số điều" });
        Assert.That(withdrawn.Location, Is.EqualTo(PathOf(basis[0])));

        Assert.That(await BasisIsMarkedAsync(), Is.True);
        Assert.That(
            (await administrator.GetAsync(PathOf(basis[0]))).Html,
            Does.Contain("Rút xác nhận: Nhập nhầm số điều").And.Contain("103/2016/QH13"),
            "the history keeps both"
        );
    }

    [Test]
    public async Task Confirmation_WithoutADocument_SaysWhatIsMissing()
    {
        var administrator = await host.AsAsync("quan-tri");
        var fact = conference.Facts.First(fact => fact.Path == "eligible");
        await administrator.GetAsync(PathOf(fact));

        var refused = await administrator.PostAsync(PathOf(fact) + "&handler=Confirm", Document("", "", "01/01/2030"));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        foreach (var code in new[] { "FactDocumentKind", "FactDocumentNumber", "FactDocumentInFuture" })
            Assert.That(refused.Html, Does.Contain(new Domain.Refusal(code).Sentence));
    }

    [Test]
    public async Task Confirmation_SentTwice_IsOne_AndAnotherAfterItMustLookFirst()
    {
        var fact = conference.Facts.First(fact => fact.Path == "onlineLevel");
        ConfirmFactRequest request = new(conference.VersionKey, fact.Path, "Quyết định", "12/QĐ-STTTT", new LocalDate(2025, 1, 2), "", 0);

        var results = new List<IReadOnlyList<Domain.Refusal>>();
        foreach (
            var sent in new[] { request, request, request with { DocumentNumber = "13/QĐ-STTTT" }, request with { DocumentNumber = "13/QĐ-STTTT", Seen = 1 } }
        )
            results.Add(await host.AtDeskAsync(desk => desk.GetRequiredService<ConfirmFact>().DoAsync(sent, host.Actors["quan-tri"], CancellationToken.None)));

        Assert.That(
            results.Select(refusals => refusals.SingleOrDefault()?.Code),
            Is.EqualTo((string?[])[null, null, "FactConfirmedMeanwhile", "FactAlreadyConfirmed"])
        );
        Assert.That(await LinesAsync(fact.Path), Is.EqualTo(1));
    }

    [Test]
    public async Task Withdrawal_SentTwice_IsOne_AndAnotherAfterItHasNothingToWithdraw()
    {
        var fact = conference.Facts.First(fact => !fact.Verified && fact.Path is not ("eligible" or "onlineLevel" or "result"));
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<ConfirmFact>()
                .DoAsync(
                    new(conference.VersionKey, fact.Path, "Quyết định", "12/QĐ-STTTT", new LocalDate(2025, 1, 2), "", 0),
                    host.Actors["quan-tri"],
                    CancellationToken.None
                )
        );
        WithdrawFactRequest request = new(conference.VersionKey, fact.Path, "Nhầm văn bản", 1);

        var results = new List<IReadOnlyList<Domain.Refusal>>();
        foreach (var (sent, by) in new[] { (request, "quan-tri"), (request, "quan-tri"), (request with { Seen = 2 }, "quan-tri-2"), (request, "quan-tri-2") })
            results.Add(
                await host.AtDeskAsync(desk =>
                    desk.GetRequiredService<WithdrawFact>().DoAsync(sent, host.Actors["quan-tri"] with { Name = by }, CancellationToken.None)
                )
            );

        Assert.That(
            results.Select(refusals => refusals.SingleOrDefault()?.Code),
            Is.EqualTo((string?[])[null, null, "FactNotConfirmed", "FactConfirmedMeanwhile"])
        );
        Assert.That(await LinesAsync(fact.Path), Is.EqualTo(2));
    }

    [Test]
    public async Task OnlyAdministrators_Confirm()
    {
        var fact = conference.Facts.First(fact => fact.Path == "result");
        ConfirmFactRequest request = new(conference.VersionKey, fact.Path, "Luật", "103/2016/QH13", new LocalDate(2016, 4, 5), "", 0);

        var act = await host.AtDeskAsync(desk => desk.GetRequiredService<ConfirmFact>().DoAsync(request, host.Actors["giam-doc"], CancellationToken.None));
        var withdrawal = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<WithdrawFact>().DoAsync(new(conference.VersionKey, fact.Path, "x", 0), host.Actors["giam-doc"], CancellationToken.None)
        );
        var page = await (await host.AsAsync("giam-doc")).GetAsync(PathOf(fact));

        Assert.That(new[] { act, withdrawal }.Select(refusals => refusals.Single().Code), Is.All.EqualTo("FactAdministratorOnly"));
        Assert.That(page.Location, Does.Contain("/loi/403"));
        Assert.That(await LinesAsync(fact.Path), Is.Zero);
    }

    [TestCase("UPDATE fact_confirmations SET note = 'x'")]
    [TestCase("DELETE FROM fact_confirmations")]
    [TestCase("TRUNCATE fact_confirmations")]
    public async Task History_IsNeverChanged(string statement)
    {
        var fact = conference.Facts.First(fact => fact.Path == "result.validity");
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<ConfirmFact>()
                .DoAsync(
                    new(conference.VersionKey, fact.Path, "Luật", "103/2016/QH13", new LocalDate(2016, 4, 5), "", 0),
                    host.Actors["quan-tri"],
                    CancellationToken.None
                )
        );

        Assert.That(
            () => host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlRawAsync(statement)),
            Throws.InstanceOf<Npgsql.PostgresException>().With.Message.Contains("never changed")
        );
    }

    [Test]
    public async Task FactsPage_AloneShowsWhatIsInDoubt()
    {
        var administrator = await host.AsAsync("quan-tri");
        var printing = host.Services.GetRequiredService<ProcedureCatalogue>().InForce("foreign-printing-permit", DeskHost.Morning.Date)!;

        Assert.That((await administrator.GetAsync($"/quan-tri?tap={printing.VersionKey}")).Html, Does.Contain("Có nơi công bố 03 ngày làm việc"));
        Assert.That((await administrator.GetAsync($"/thu-tuc/{printing.Slug}")).Html, Does.Not.Contain("Có nơi công bố"));
    }

    private string PathOf(Fact fact) => $"/quan-tri/du-kien?tap={conference.VersionKey}&muc={Uri.EscapeDataString(fact.Path)}";

    private static Dictionary<string, string> Document(string kind, string number, string day) =>
        new()
        {
            ["Input.DocumentKind"] = kind,
            ["Input.DocumentNumber"] = number,
            ["Input.DocumentDate"] = day,
        };

    private async Task<bool> BasisIsMarkedAsync()
    {
        var html = (await (await host.AsAsync("quan-tri")).GetAsync($"/thu-tuc/{conference.Slug}")).Html;
        var heading = html.IndexOf("<h2>Căn cứ pháp lý", StringComparison.Ordinal);
        return html[heading..html.IndexOf("</h2>", heading, StringComparison.Ordinal)].Contains(Mark, StringComparison.Ordinal);
    }

    private Task<int> LinesAsync(string path) =>
        host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().FactConfirmations.CountAsync(line => line.FileKey == conference.VersionKey && line.Path == path)
        );
}

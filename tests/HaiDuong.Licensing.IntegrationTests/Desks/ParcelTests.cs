using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What goes out and comes in by post: its number with the dossier, the list of the day that is signed with the postman.</summary>
public sealed class ParcelTests
{
    private const string Page = "/mot-cua/buu-gui";
    private const string Number = "EE473124829VN";

    private DeskHost host = null!;
    private DueOffice office = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        office = new DueOffice(host);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Result_SentByPost_IsOnTheListOfItsDay_WithItsNumber()
    {
        var id = await office.IssuedAsync(await office.AcceptedAsync(), DeskHost.Morning.PlusDays(1));
        var page = $"/mot-cua/tra/{id}";
        var clerk = await host.AsAsync("mot-cua");
        Dictionary<string, string> sent = new()
        {
            ["receiver"] = "Công ty nhận",
            ["by"] = nameof(ReturnBy.Post),
            ["parcel"] = "ee 4731 24820 vn",
        };

        await clerk.GetAsync(page);
        var wrong = await clerk.PostAsync(page, sent);
        var done = await clerk.PostAsync(page, new(sent) { ["parcel"] = "ee 4731 2482 9 vn" });

        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(wrong.Html, Does.Contain("Mã bưu gửi EE473124820VN không đúng").And.Contain("Công ty nhận"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Redirect), done.Html);
        Assert.That((await host.DossierAsync(id)).HandOver?.Parcel, Is.EqualTo(Number));
        var today = (await clerk.GetAsync(Page)).Html;
        Assert.That(today, Does.Contain(Number).And.Contain("Công ty nhận").And.Contain("Nhân viên bưu chính"));
        Assert.That(await (await clerk.GetAsync($"{Page}?handler=Csv")).Raw.Content.ReadAsStringAsync(), Does.Contain(Number));
        Assert.That((await clerk.GetAsync($"{Page}?ngay=01/01/2025")).Html, Does.Not.Contain(Number).And.Contain("không gửi kết quả nào"));
        Assert.That((await clerk.GetAsync($"{Page}?den=true")).Html, Does.Not.Contain(Number));
        Assert.That((await clerk.GetAsync($"/ho-so/{id}")).Html, Does.Contain($"Mã bưu gửi: {Number}."));
    }

    [Test]
    public async Task Dossier_ThatCameByPost_IsOnTheListOfWhatCame_OneBroughtIsNot()
    {
        var (posted, brought) = (await TakeInAsync(SubmissionChannel.Post), await TakeInAsync(SubmissionChannel.Counter));

        var page = (await (await host.AsAsync("mot-cua")).GetAsync($"{Page}?den=true")).Html;

        Assert.That(page, Does.Contain($"/ho-so/{posted}").And.Not.Contain($"/ho-so/{brought}"));
    }

    private Task<Guid> TakeInAsync(SubmissionChannel channel) =>
        host.AtDeskAsync(async desk =>
        {
            var procedure = desk.GetRequiredService<Rulebooks>().InForce(DueOffice.Permit, DeskHost.Morning.Date)!.Procedure;
            var applicant = SampleForms.Applicant(procedure, 0);
            var papers = procedure
                .Papers.Where(paper => paper.Required)
                .Select(paper => new Paper(Guid.CreateVersion7(), paper.Key, null, null, null, 0, 9, 9, default));
            var request = new TakeInDossierRequest(
                Guid.CreateVersion7(),
                DueOffice.Permit,
                channel,
                applicant,
                null,
                ReturnBy.Counter,
                SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, 0),
                [.. papers]
            );
            var result = await desk.GetRequiredService<TakeInDossier>().DoAsync(request, host.Actors["mot-cua"], CancellationToken.None);
            return result.Done ? request.DossierId : throw new InvalidOperationException(string.Join("; ", result.Refusals));
        });
}

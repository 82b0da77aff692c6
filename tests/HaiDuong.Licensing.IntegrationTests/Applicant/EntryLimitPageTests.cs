using System.Net;
using HaiDuong.Licensing.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Applicant.PermitApplication;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>What a visitor can leave in the office has an end.</summary>
public sealed class EntryLimitPageTests
{
    private OfficeHost office = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => office = await OfficeHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [TestCase("applicant.name", 1_000, HttpStatusCode.UnprocessableEntity)]
    [TestCase("documentTitle", 60_000, HttpStatusCode.UnprocessableEntity)]
    [TestCase("pages", 60_000, HttpStatusCode.UnprocessableEntity)]
    [TestCase("applicant.name", 300_000, HttpStatusCode.UnprocessableEntity)]
    public async Task Draft_WithAnEndlessField_IsNotSaved(string field, int letters, HttpStatusCode status)
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync(Start + "/to-khai");
        var before = await CountAsync();

        var answer = await visitor.SendAsync(
            Start + "/to-khai",
            [.. Answers.Where(usual => usual.Name != field), (field, new string('1', letters)), ("go", "draft")]
        );

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(await CountAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Draft_OfAVisitor_TellsHowLongItLives()
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync(Start + "/to-khai");
        var saved = await visitor.SendAsync(Start + "/to-khai", [.. Answers, ("go", "draft")]);

        Assert.That((await visitor.OpenAsync(saved.Location!)).Text, Does.Contain("được giữ đến hết ngày"));
        var reference = saved.Location!.Split('/')[^1];
        Assert.That((await visitor.OpenAsync($"{Start}/giay-to/{reference}")).Text, Does.Contain("tối đa 200 MB"));
    }

    [Test]
    public async Task Upload_BeyondTheAddressesShare_IsRefusedBeforeItIsRead()
    {
        var visitor = new PageVisitor(office.ClientFrom("203.0.113.40"));
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");
        var large = new byte[15 * 1024 * 1024];
        var answers = new List<HttpStatusCode>();

        for (var post = 0; post < 15; post++)
            answers.Add((await visitor.SendFilesAsync($"{Start}/giay-to/{reference}", [("go", "stay")], ("papers.manuscript", "lớn.pdf", large))).Status);

        Assert.That(answers[^1], Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(answers.Count(status => status == HttpStatusCode.UnprocessableEntity), Is.EqualTo(12));
    }

    private Task<int> CountAsync() => office.ReadAsync(db => db.Dossiers.CountAsync());
}

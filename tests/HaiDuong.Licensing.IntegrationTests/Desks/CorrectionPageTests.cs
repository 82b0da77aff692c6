using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Counter;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Tests.Files;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What was typed wrong is put right on a page with the whole form; what stood before is on the dossier's page.</summary>
public sealed class CorrectionPageTests
{
    private CounterOffice office = null!;
    private PageVisitor clerk = null!;
    private Guid id;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        office = await CounterOffice.OpenAsync();
        clerk = await office.LogInAsync(CounterOffice.Clerk);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [SetUp]
    public async Task TakeInAsync() => id = await CounterOffice.TakeInAsync(clerk, "Trung tâm Văn hóa tỉnh");

    private string Page => $"/dinh-chinh/{id}";

    private static IEnumerable<(string, string)> Typed(params IReadOnlyList<(string Name, string Value)> instead) =>
        [
            .. PermitApplication.Answers.Where(answer =>
                answer.Name is not ("returnBy" or "submitter.other") && instead.All(other => other.Name != answer.Name)
            ),
            .. instead,
            ("reason", "Nhập nhầm khi tiếp nhận"),
        ];

    [Test]
    public async Task WrongAnswer_IsPutRight_AndStandsOnTheDossierAsItWas()
    {
        await clerk.OpenAsync(Page);

        var done = await clerk.SendAsync(Page, Typed(("documentTitle", "Kỷ yếu hội thảo xứ Đông"), ("applicant.phone", "0220 385 9999")));
        var shown = await clerk.OpenAsync($"/ho-so/{id}");

        var dossier = await office.FindAsync(id);
        Assert.That(done.Location, Is.EqualTo($"/ho-so/{id}"), done.Text);
        Assert.That(dossier.Corrections.Single().Entries.Select(entry => entry.Field), Is.EqualTo(new[] { "applicant.phone", "documentTitle" }));
        Assert.That(shown.Text, Does.Contain("<s lang=\"vi\">Kỷ yếu hội thảo văn hóa xứ Đông</s>").And.Contain("Nhập nhầm khi tiếp nhận"));
        Assert.That(await office.NoticesAsync(id), Does.Contain(NoticeKind.EntriesCorrected));
    }

    [Test]
    public async Task Page_ShowsTheWholeFormAsItStands_AndSentUnchangedSaysSo()
    {
        var page = await clerk.OpenAsync(Page);

        var same = await clerk.SendAsync(Page, Typed());

        Assert.That(
            page.Text,
            Does.Contain("value=\"Kỷ yếu hội thảo văn hóa xứ Đông\"")
                .And.Contain("name=\"applicant.address\"")
                .And.Not.Contain("type=\"radio\" name=\"applicant.kind\"")
        );
        Assert.That(
            (same.Status, same.Text.Contains(new Refusal("CorrectionOfNothing").Sentence, StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)),
            same.Text
        );
    }

    [Test]
    public async Task WhoIsMeant_NeedsTheApplicantsPaper_WhichJoinsTheDossier()
    {
        await clerk.OpenAsync(Page);

        var told = await clerk.SendAsync(Page, Typed(("applicant.name", "Trung tâm Văn hóa thành phố")));
        var done = await clerk.SendFilesAsync(
            Page,
            Typed(("applicant.name", "Trung tâm Văn hóa thành phố")),
            ("paper", "Giấy xác nhận.pdf", SamplePdf.OnePage)
        );

        var dossier = await office.FindAsync(id);
        Assert.That(told.Text, Does.Contain("href=\"#paper\"").And.Contain("value=\"Trung tâm Văn hóa thành phố\""));
        Assert.That(done.Location, Is.EqualTo($"/ho-so/{id}"), done.Text);
        Assert.That((dossier.Applicant.Name, dossier.Papers[^1].Key), Is.EqualTo(("Trung tâm Văn hóa thành phố", Correction.PaperKey)));
    }

    [Test]
    public async Task WhatCannotBePrinted_AndWhatChangesTheFee_IsRefusedWithWhatWasTypedKept()
    {
        await clerk.OpenAsync(Page);

        var unprintable = await clerk.SendAsync(Page, Typed(("documentTitle", "Kỷ yếu 😀")));
        var fee = await clerk.SendAsync(Page, Typed(("standardPages", "131")));

        Assert.That((unprintable.Status, fee.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity)));
        Assert.That(unprintable.Text, Does.Contain("href=\"#documentTitle\""));
        Assert.That(fee.Text, Does.Contain(new Refusal("CorrectionFee").Sentence).And.Contain("value=\"131\""));
        Assert.That((await office.FindAsync(id)).Corrections, Is.Empty);
    }

    [Test]
    public async Task Page_IsClosedToWhoeverDoesNotHaveTheDossier()
    {
        var specialist = await office.LogInAsync(CounterOffice.Specialist);

        Assert.That((await specialist.OpenAsync(Page)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        await specialist.OpenAsync($"/ho-so/{id}");
        await specialist.SendAsync(Page, Typed(("documentTitle", "Tên khác")));
        Assert.That((await office.FindAsync(id)).Corrections, Is.Empty);
    }
}

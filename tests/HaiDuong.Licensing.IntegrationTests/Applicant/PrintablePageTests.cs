using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Counter;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Applicant.PermitApplication;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>A character that no paper can show is told at its field as soon as the page goes on, not at the last button.</summary>
public sealed class PrintablePageTests
{
    private CounterOffice office = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => office = await CounterOffice.OpenAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [TestCase("documentTitle", "Đọc 😀", "Tên tài liệu", "😀")]
    [TestCase("summary", "Chữ \U00020000", "Nội dung tóm tắt của tài liệu", "\U00020000")]
    [TestCase("applicant.address", "Số 1 😀", "Địa chỉ", "😀")]
    [TestCase("submitter.name", "Lê 😀", "Họ và tên người nộp thay", "😀")]
    public async Task Declaration_WithWhatNoPaperShows_IsToldAtItsField_AndBeforeTheLastButton(string field, string typed, string label, string named)
    {
        var applicant = office.Visitor();
        await applicant.OpenAsync(Start + "/to-khai");
        var instead = new Dictionary<string, string>
        {
            ["submitter.other"] = "true",
            ["submitter.name"] = "Lê Thị Hoa",
            [field] = typed,
        };

        var told = await applicant.SendAsync(
            Start + "/to-khai",
            [.. Answers.Where(usual => !instead.ContainsKey(usual.Name)), .. instead.Select(pair => (pair.Key, pair.Value)), ("go", "next")]
        );
        var reference = told.Response.RequestMessage!.RequestUri!.AbsolutePath.Split('/')[^1];
        var review = await applicant.OpenAsync($"{Start}/xem-lai/{reference}");

        var sentence = new Refusal("FieldUnprintable", field, label, named).Sentence;
        Assert.That(told.Text.Split(sentence), Has.Length.EqualTo(3), "in the summary and at the field");
        Assert.That(told.Text, Does.Contain(typed).And.Contain($"name=\"{field}\""));
        Assert.That(review.Text, Does.Contain(sentence));
    }

    [TestCase("TextUnprintable")]
    [TestCase("FieldUnprintable")]
    public void Advice_IsToReplaceNothingThatIsPrinted(string code) => Assert.That(new Refusal(code, null, "", "").Sentence, Does.Not.Contain("①"));

    [Test]
    public async Task Supplement_WithWhatNoPaperShows_IsToldAtItsField_AndKeepsWhatWasTyped()
    {
        var (applicant, page, id) = await office.AskedAsync("summary");
        await applicant.OpenAsync(page);

        var told = await applicant.SendAsync(page, ("summary", "Đọc 😀"), ("go", "supply"));

        var sentence = new Refusal("FieldUnprintable", "summary", "Nội dung tóm tắt của tài liệu", "😀").Sentence;
        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(told.Text.Split(sentence), Has.Length.EqualTo(3), "in the summary and at the field");
        Assert.That(told.Text, Does.Contain("Đọc 😀"));
        Assert.That((await office.FindAsync(id)).Status, Is.EqualTo(DossierStatus.AwaitingSupplement));
    }
}

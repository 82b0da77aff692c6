using System.Text.Json;
using HaiDuong.Licensing.Web.Commands;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The <c>deadline</c> command: one answer a line, one error a bad line, one proof for people.</summary>
internal sealed class DeadlineCommandTests
{
    private const string Case5 =
        """{"id":"A-1","term":{"value":10,"unit":"working-day"},"regime":"nd118-2025","calendar":"vietnam","events":[{"at":"2026-03-02T09:00","kind":"accept"},{"at":"2026-03-06T10:00","kind":"supplement-asked"},{"at":"2026-03-16T10:00","kind":"supplement-received"}]}""";

    private static readonly DeadlineCommandAnswers Answers = DeadlineCommandAnswers.From(Given.Folder);

    [Test]
    public void Batch_AnswersExactlyTheAgreedMembers() =>
        Assert.That(
            Batch(Case5),
            Is.EqualTo(
                new[]
                {
                    """{"id":"A-1","statutoryDue":"2026-03-30T17:00","promisedDue":"2026-03-30T17:00","ifRestarted":"2026-03-30T17:00","ifPaused":"2026-03-24T17:00","state":"running","refusals":[]}""",
                }
            )
        );

    [TestCase(
        """{"id":"x","term":{"value":20,"unit":"calendar-day"},"events":[{"at":"2025-08-12T09:00","kind":"accept"},{"at":"2025-09-03T18:00","kind":"finish"}]}""",
        """{"id":"x","statutoryDue":"2025-09-03T17:00","promisedDue":"2025-09-03T17:00","state":"finished","class":"on-time","refusals":[]}"""
    )]
    [TestCase(
        """{"id":"x","term":{"value":5,"unit":"working-day"},"holidaysKnownOn":"2024-04-10","events":[{"at":"2024-04-26T10:00","kind":"accept"}]}""",
        """{"id":"x","statutoryDue":"2024-05-07T17:00","promisedDue":"2024-05-07T17:00","state":"running","refusals":[]}"""
    )]
    [TestCase(
        """{"id":"x","term":{"value":1,"unit":"working-day"},"extraHolidays":["2026-11-24"],"events":[{"at":"2026-11-23T10:00","kind":"accept"}]}""",
        """{"id":"x","statutoryDue":"2026-11-25T17:00","promisedDue":"2026-11-25T17:00","state":"running","refusals":[]}"""
    )]
    [TestCase(
        """{"id":"x","term":{"value":1,"unit":"month"},"events":[{"at":"2015-03-02T09:00","kind":"accept"}]}""",
        """{"id":"x","line":1,"error":"Không có quy định một cửa nào có hiệu lực vào ngày 2015-03-02; hãy ghi regime."}"""
    )]
    [TestCase(
        """{"term":{"value":1,"unit":"month"},"regime":"nd61-2018","events":[]}""",
        """{"statutoryDue":null,"promisedDue":null,"state":"not-started","refusals":[]}"""
    )]
    [TestCase(
        """{"id":7,"term":{"value":2,"unit":"clock-hour"},"regime":"nd61-2018","now":"2020-01-02T12:00","events":[{"at":"2020-01-02T09:00:30","kind":"accept"}]}""",
        """{"id":7,"statutoryDue":"2020-01-02T11:00:30","promisedDue":"2020-01-02T11:00:30","state":"running","class":"overdue","refusals":[]}"""
    )]
    public void Batch_OfOneLine_Answers(string question, string answer) => Assert.That(Batch(question).Single(), Is.EqualTo(answer));

    [TestCase("{", TestName = "Broken JSON")]
    [TestCase("[]", TestName = "Not an object")]
    [TestCase("null", TestName = "Null")]
    [TestCase("""{"id":"x"}""", TestName = "Nothing asked")]
    [TestCase("""{"term":{"value":0,"unit":"working-day"},"regime":"nd61-2018","events":[]}""", TestName = "Term of zero")]
    [TestCase("""{"term":{"value":1e400,"unit":"working-day"},"regime":"nd61-2018","events":[]}""", TestName = "Number out of range")]
    [TestCase("""{"term":{"value":1,"unit":"week"},"regime":"nd61-2018","events":[]}""", TestName = "Unknown unit")]
    [TestCase("""{"term":{"value":1,"unit":"month"},"regime":"nd1","events":[]}""", TestName = "Unknown regime")]
    [TestCase("""{"term":{"value":1,"unit":"month"},"regime":"nd61-2018","calendar":"lao","events":[]}""", TestName = "Unknown calendar")]
    [TestCase("""{"term":{"value":1,"unit":"month"},"regime":"nd61-2018","holidayKnownOn":"2026-01-01","events":[]}""", TestName = "Misspelt member")]
    [TestCase("""{"term":{"value":1,"unit":"month"},"regime":"nd61-2018","events":[null]}""", TestName = "Null event")]
    [TestCase("""{"term":{"value":1,"unit":"month"},"regime":"nd61-2018","events":[{"at":"2026-02-30T09:00","kind":"accept"}]}""", TestName = "No such day")]
    [TestCase("""{"term":{"value":1,"unit":"month"},"regime":"nd61-2018","events":[{"at":"2026-02-03T09:00Z","kind":"accept"}]}""", TestName = "UTC")]
    [TestCase(
        """{"term":{"value":1,"unit":"month"},"regime":"nd61-2018","events":[{"at":"1999-02-03T09:00","kind":"accept"}]}""",
        TestName = "Before the calendar"
    )]
    [TestCase(
        """{"term":{"value":10000,"unit":"month"},"regime":"nd61-2018","events":[{"at":"2026-02-03T09:00","kind":"accept"}]}""",
        TestName = "After the calendar"
    )]
    [TestCase(
        """{"term":{"value":1,"unit":"clock-hour"},"regime":"nd61-2018","events":[{"at":"9999-12-31T23:59","kind":"accept"}]}""",
        TestName = "End of time"
    )]
    public void Batch_WithABadLine_SaysWhich_AndGoesOn(string bad)
    {
        var lines = Batch(Case5, bad, string.Empty, Case5);

        Assert.That(lines, Has.Length.EqualTo(3));
        var error = JsonDocument.Parse(lines[1]).RootElement;
        Assert.That(error.GetProperty("line").GetInt32(), Is.EqualTo(2));
        Assert.That(error.GetProperty("error").GetString(), Is.Not.Empty);
        Assert.That(lines[2], Is.EqualTo(lines[0]));
    }

    [Test]
    public void Ledger_ForPeople_ShowsEveryDayAndWhy()
    {
        var text = Run(Case5);

        Assert.That(text, Does.Contain("Hạn theo quy định: 17:00 ngày 30/03/2026"));
        Assert.That(text, Does.Contain("Nếu chỉ trừ thời gian chờ bổ sung: 17:00 ngày 24/03/2026"));
        Assert.That(text, Does.Contain("30/03/2026: Tính vào thời hạn (10)"));
        Assert.That(text, Does.Contain("tính lại thời hạn từ đầu"));
    }

    [Test]
    public void Ledger_AsJson_CarriesTheProof()
    {
        var proof = JsonDocument.Parse(Run(Case5, "--json")).RootElement.GetProperty("proof").EnumerateArray().ToList();

        Assert.That(proof.Count(line => line.GetProperty("counted").GetBoolean()), Is.EqualTo(14), "four days before the request and ten after it");
        Assert.That(proof[^1].GetProperty("reason").GetString(), Is.EqualTo("due"));
    }

    [Test]
    public void Command_WithoutAFile_Fails() => Assert.That(DeadlineCommand.Create().Parse([]).Errors, Has.Count.EqualTo(1));

    private static string[] Batch(params string[] questions)
    {
        using var output = new StringWriter();
        DeadlineCommand.Batch(questions, Answers, output);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Run(string question, params string[] options)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");
        File.WriteAllText(file, question);
        using var output = new StringWriter();

        var code = DeadlineCommand.Create().Parse(["--ledger", file, "--workflows", Given.Folder.Root, .. options]).Invoke(new() { Output = output });

        Assert.That(code, Is.Zero);
        return output.ToString();
    }
}

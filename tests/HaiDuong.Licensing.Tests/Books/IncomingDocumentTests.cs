using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Books;

public sealed class IncomingDocumentTests
{
    private static readonly LocalDate Today = new(2026, 3, 5);
    private static readonly HashSet<string> Units = ["office", "press-publishing"];

    private static readonly IncomingEntry Right = new(
        Today,
        "Công an tỉnh",
        "125/CAT-PA03",
        Today.PlusDays(-2),
        "Công văn trả lời ý kiến về cấp phép xuất bản",
        "press-publishing",
        null,
        null
    );

    private static readonly Dictionary<string, IncomingEntry> Wrong = new()
    {
        ["IncomingReceivedOn receivedOn"] = Right with { ReceivedOn = null, DatedOn = null },
        ["IncomingReceivedOn receivedOn tomorrow"] = Right with { ReceivedOn = Today.PlusDays(1) },
        ["IncomingReceivedOn receivedOn last year"] = Right with { ReceivedOn = new LocalDate(2025, 12, 31), DatedOn = null },
        ["IncomingSender sender"] = Right with { Sender = "" },
        ["IncomingSummary summary"] = Right with { Summary = "" },
        ["IncomingUnit unit"] = Right with { Unit = "elsewhere" },
        ["IncomingDatedOn datedOn"] = Right with { DatedOn = Today.PlusDays(1) },
        ["IncomingTooLong sender"] = Right with { Sender = new string('a', IncomingDocument.MostText + 1) },
        ["IncomingTooLong number"] = Right with { Number = new string('a', IncomingDocument.MostText + 1) },
        ["IncomingTooLong summary"] = Right with { Summary = new string('a', IncomingDocument.MostSummary + 1) },
        ["IncomingTooLong note"] = Right with { Note = new string('a', IncomingDocument.MostText + 1) },
    };

    public static IEnumerable<string> Faults => Wrong.Keys;

    [TestCaseSource(nameof(Faults))]
    public void Entry_ThatIsWrong_IsRefusedByItsBox(string expected) =>
        Assert.That(
            IncomingDocument.Check(Wrong[expected], Units, Today).Select(refusal => $"{refusal.Code} {refusal.Field}"),
            Is.EqualTo(new[] { string.Join(' ', expected.Split(' ')[..2]) })
        );

    [Test]
    public void Entry_AtEachLimit_IsRight()
    {
        var limits = Right with
        {
            Sender = new string('a', IncomingDocument.MostText),
            Number = "",
            DatedOn = Today,
            Summary = new string('a', IncomingDocument.MostSummary),
            Note = new string('a', IncomingDocument.MostText),
        };

        Assert.That(IncomingDocument.Check(limits, Units, Today), Is.Empty);
        Assert.That(
            IncomingDocument.Check(Right with { ReceivedOn = new LocalDate(2026, 1, 1), DatedOn = new LocalDate(2025, 12, 30) }, Units, Today),
            Is.Empty
        );
    }

    [Test]
    public void Line_IsStruckOnce_WithAReason()
    {
        var clerk = new Actor(Guid.CreateVersion7(), "Văn thư", []);
        var line = IncomingDocument.Of(Right, "stttt", 7, clerk, default);

        Assert.That(line.Cancel(" ", clerk, default).Single().Code, Is.EqualTo("ReasonRequired"));
        Assert.That(line.Cancel(" vào hai lần ", clerk, Instant.FromUnixTimeSeconds(1)), Is.Empty);
        Assert.That((line.Serial, line.Year, line.EnteredBy, line.CancelReason), Is.EqualTo((7, 2026, "Văn thư", "vào hai lần")));
        Assert.That(line.Cancel("nữa", clerk, default).Single().Code, Is.EqualTo("NumberCancelled"));
    }
}

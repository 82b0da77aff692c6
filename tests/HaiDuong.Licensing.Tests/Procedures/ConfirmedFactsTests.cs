using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

public sealed class ConfirmedFactsTests
{
    private static readonly Fact Term = new("terms[0]", "15 ngày", "BC1", false);

    [Test]
    public void LastLine_Counts() =>
        Assert.That(
            (
                (FactConfirmation[][])
                    [
                        [Line(1)],
                        [Line(2, FactMark.Withdrawn), Line(1)],
                        [Line(3), Line(1), Line(2, FactMark.Withdrawn)],
                    ]
            ).Select(lines => new ConfirmedFacts(lines).Holds("x", Term)),
            Is.EqualTo((bool[])[true, false, true])
        );

    [Test]
    public void Confirmation_OfAnotherSentence_HoldsNoLonger()
    {
        var confirmed = new ConfirmedFacts([Line(1)]);

        Assert.That(confirmed.Holds("x", Term with { Statement = "20 ngày" }), Is.False);
        Assert.That(confirmed.Holds("y", Term), Is.False);
    }

    [Test]
    public void Fact_ConfirmedByItsFile_NeedsNoLine() => Assert.That(new ConfirmedFacts([]).Holds("x", Term with { Verified = true }), Is.True);

    [Test]
    public void Check_NamesWhatIsMissing()
    {
        var bare = Line(1) with { DocumentKind = " ", DocumentNumber = "", DocumentDate = null };

        Assert.That(bare.Check().Select(refusal => refusal.Code), Is.EqualTo((string[])["FactDocumentKind", "FactDocumentNumber", "FactDocumentDate"]));
        Assert.That(
            (Line(1) with { DocumentDate = new LocalDate(2026, 3, 3) }).Check().Select(refusal => refusal.Code),
            Is.EqualTo((string[])["FactDocumentInFuture"])
        );
        Assert.That((Line(1, FactMark.Withdrawn) with { Note = "" }).Check().Select(refusal => refusal.Code), Is.EqualTo((string[])["FactNoteRequired"]));
        Assert.That(Line(1).Check(), Is.Empty);
    }

    private static FactConfirmation Line(int ordinal, FactMark mark = FactMark.Confirmed) =>
        new()
        {
            FileKey = "x",
            Path = Term.Path,
            Ordinal = ordinal,
            Mark = mark,
            Statement = Term.Statement,
            DocumentKind = "Luật",
            DocumentNumber = "103/2016/QH13",
            DocumentDate = new LocalDate(2016, 4, 5),
            Note = "Nhập nhầm",
            At = new LocalDateTime(2026, 3, 2, 9, 0),
            ById = null,
            By = "Quản trị",
        };
}

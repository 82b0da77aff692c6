using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Licences.GivenLicence;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>What a new paper changes of a licence, and what it leaves.</summary>
public sealed class LicenceChangeTests
{
    private static readonly LicencePaper Next = Paper("20/GCN-TCCC", new LocalDate(2026, 3, 9), null);

    [TestCase(LicenceAct.Renew)]
    [TestCase(LicenceAct.Reissue)]
    public void Change_ThatAmendsNothing_TakesOnlyHowTheHolderIsReached(LicenceAct act)
    {
        var licence = GamePoint();
        var paper = Next with { Holder = Holder with { Name = "Người khác", Phone = "0987654321", Email = "moi@example.vn" }, Place = "Nơi khác" };

        licence.Change(RuleOf(act), paper, By);

        Assert.That(licence.Holder, Is.EqualTo(Holder with { Phone = "0987654321", Email = "moi@example.vn" }));
        Assert.That(licence.Place, Is.EqualTo("Số 12 phố Bình Minh"));
    }

    [Test]
    public void Change_ByAHolderWhoGivesNeitherTelephoneNorMail_KeepsThoseKnown()
    {
        var licence = GamePoint();

        licence.Change(RuleOf(LicenceAct.Reissue), Next with { Holder = Holder with { Phone = null, Email = null } }, By);

        Assert.That(licence.Holder, Is.EqualTo(Holder));
    }

    [Test]
    public void Amend_TakesHolderSubjectAndPlace()
    {
        var licence = GamePoint();
        var paper = Next with { Holder = Holder with { Name = "Nguyễn Thị Mai" }, Subject = "Điểm Sao Hôm", Place = "Số 14 phố Bình Minh" };

        licence.Change(RuleOf(LicenceAct.Amend), paper, By);

        Assert.That((licence.Holder, licence.Subject, licence.Place), Is.EqualTo((paper.Holder, paper.Subject, paper.Place)));
    }

    [Test]
    public void Amend_ByAFormThatAsksNeitherSubjectNorPlace_KeepsThem()
    {
        var licence = GamePoint();

        licence.Change(RuleOf(LicenceAct.Amend), Next with { Subject = "", Place = "" }, By);

        Assert.That((licence.Subject, licence.Place), Is.EqualTo(("Điểm Sao Mai", "Số 12 phố Bình Minh")));
    }

    [Test]
    public void Change_ByAPaperWithoutAnEnd_KeepsTheEnd()
    {
        var licence = GamePoint();

        licence.Change(RuleOf(LicenceAct.Renew), Next, By);

        Assert.That(licence.ValidTo, Is.EqualTo(new LocalDate(2026, 5, 15)));
    }

    [Test]
    public void EveryEvent_RaisesTheRevision()
    {
        var licence = GamePoint();
        var issued = licence.Revision;

        licence.Change(RuleOf(LicenceAct.Reissue), Next, By);

        Assert.That((issued, licence.Revision), Is.EqualTo((1, 2)));
    }

    [Test]
    public void TheBatchOfAnImport_StandsOnTheEntryAndNothingLater()
    {
        var batch = Guid.CreateVersion7();
        var licence = Licence.Enter("game-point-certificate", "post-telecom", Next, null, batch, By);

        licence.Change(RuleOf(LicenceAct.Reissue), Next, By);

        Assert.That(licence.Events.Select(line => line.ImportBatch), Is.EqualTo(new Guid?[] { batch, null }));
    }

    [TestCase("14/GCN-TCCC", "20/GCN-TCCC", TestName = "Renumber_OfThePaperThatTheLicenceIsNumberedBy_RenumbersTheLicence")]
    [TestCase("310/STTTT-TTBCXB", "14/GCN-TCCC", TestName = "Renumber_OfALetterBesideIt_LeavesItsNumber")]
    public void Renumber(string spoilt, string number)
    {
        var licence = GamePoint();

        licence.Renumber(spoilt, Next, "Rách khi đóng dấu", By);

        Assert.That(licence.Number, Is.EqualTo(number));
        Assert.That(licence.IssuedOn, Is.EqualTo(number == Next.Number ? Next.IssuedOn : new LocalDate(2023, 5, 15)));
        Assert.That(
            (licence.Events[^1].Kind, licence.Events[^1].Number, licence.Events[^1].LicenceNumber, licence.Events[^1].Note),
            Is.EqualTo((LicenceEventKind.Renumbered, Next.Number, number, "Rách khi đóng dấu"))
        );
    }
}

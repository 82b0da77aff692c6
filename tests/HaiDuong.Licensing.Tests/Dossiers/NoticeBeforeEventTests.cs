using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A notice that came too late says by when it was due and for which event it would be in time.</summary>
internal sealed class NoticeBeforeEventTests
{
    private static readonly DossierRules Press = new DossierBuilder("press-conference").Rules;
    private static readonly LocalDateTime Start = new(2026, 3, 5, 9, 0);
    private static readonly FormData Form = FormData.Empty.With("startsAt", "2026-03-05T09:00");

    [Test]
    public void LatestMoment_IsItsTimeBeforeTheEvent()
    {
        Assert.That(NoticeBeforeEvent.EventStart(Press.Procedure, Form), Is.EqualTo(Start));
        Assert.That(NoticeBeforeEvent.LatestMoment(Press, Form), Is.EqualTo(Start.PlusDays(-1)));
    }

    [Test]
    public void Check_OfALateNotice_NamesTheLatestMomentAndTheEarliestEvent()
    {
        var refusal = NoticeBeforeEvent.Check(Press, Form, Start.PlusHours(-10)).Single();

        Assert.That((refusal.Code, refusal.Field), Is.EqualTo(("NoticeTooLate", "startsAt")));
        Assert.That(
            refusal.Args,
            Is.EqualTo(new object[] { Press.Procedure.NoticeBefore!.Text, VietnameseDate.Print(Start.PlusDays(-1)), VietnameseDate.Print(Start.PlusHours(14)) })
        );
    }

    [TestCase("1900-01-01T08:00")]
    [TestCase("2010-01-01T00:00")]
    public void Check_OfAnEventBeforeEveryCalendar_SaysThatItIsOver(string start)
    {
        var form = FormData.Empty.With("startsAt", start);

        Assert.That(NoticeBeforeEvent.Check(Press, form, Start).Select(refusal => refusal.Code), Is.EqualTo(new[] { "EventLongOver" }));
        Assert.That(NoticeBeforeEvent.LatestMoment(Press, form), Is.Null);
    }

    [Test]
    public void Check_WithoutAnEvent_IsEmpty()
    {
        var permit = new DossierBuilder().Rules;

        Assert.That(NoticeBeforeEvent.Check(Press, FormData.Empty, Start), Is.Empty, "not filled in yet");
        Assert.That(
            (NoticeBeforeEvent.LatestMoment(Press, FormData.Empty), NoticeBeforeEvent.LatestMoment(permit, Form)),
            Is.EqualTo(((LocalDateTime?)null, (LocalDateTime?)null))
        );
        Assert.That(NoticeBeforeEvent.Check(permit, Form, Start), Is.Empty, "of a procedure that announces nothing");
    }
}

using HaiDuong.Licensing.Domain.Notices;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Licences.GivenLicence;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>Thu hồi: from which day, by which paper, and what the holder is told.</summary>
public sealed class LicenceRevocationTests
{
    [TestCase(2023, 5, 14, false)]
    [TestCase(2023, 5, 15, true, Description = "the day of issue")]
    [TestCase(2026, 3, 10, true, Description = "today")]
    [TestCase(2026, 3, 11, false)]
    public void Revoke_FromADay_IsBetweenIssueAndToday(int year, int month, int day, bool isPossible)
    {
        var on = new LocalDate(year, month, day);
        var licence = GamePoint();

        var refusals = licence.Revoke(null, "Điều 1", "Vi phạm", on, By);

        Assert.That(refusals.Select(refusal => (refusal.Code, refusal.Field)), isPossible ? Is.Empty : Is.EqualTo(new[] { ("RevokedOnWrong", "on") }));
        Assert.That(licence.RevokedOn, Is.EqualTo(isPossible ? on : (LocalDate?)null));
    }

    [Test]
    public void Revoke_WithoutGroundAndReason_NamesBothFields() =>
        Assert.That(GamePoint().Revoke(null, "", " ", By.Today, By).Select(refusal => refusal.Field), Is.EqualTo(new[] { "ground", "reason" }));

    [TestCase(" 88/QĐ-STTTT ", "88/QĐ-STTTT")]
    [TestCase(" ", "14/GCN-TCCC")]
    [TestCase(null, "14/GCN-TCCC")]
    public void Revoke_IsEnteredUnderTheNumberOfItsDecision_ElseOfTheLicence(string? typed, string number)
    {
        var licence = GamePoint();

        licence.Revoke(typed, "Điều 1", "Vi phạm", By.Today, By);

        Assert.That(licence.Events[^1].Number, Is.EqualTo(number));
    }

    [Test]
    public void Revoke_TellsTheHolderWhatIsRevokedFromWhenAndWhy()
    {
        var licence = GamePoint();

        licence.Revoke(null, " Điều 1 ", " Vi phạm ", new LocalDate(2026, 3, 9), By);

        var notice = licence.Notices.Single();
        Assert.That(notice.Kind, Is.EqualTo(NoticeKind.LicenceRevoked));
        Assert.That(
            notice.Facts,
            Is.EquivalentTo(
                new Dictionary<string, string>
                {
                    ["number"] = "14/GCN-TCCC",
                    ["applicant"] = Holder.Name,
                    ["on"] = "09/03/2026",
                    ["ground"] = "Điều 1",
                    ["reason"] = "Vi phạm",
                }
            )
        );
    }

    [Test]
    public void Revoke_OfTwoLicencesOfOneHolder_OwesTwoNotices()
    {
        var licences = new[] { GamePoint(), GamePoint() };

        foreach (var licence in licences)
            licence.Revoke(null, "Điều 1", "Vi phạm", By.Today, By);

        Assert.That(licences.SelectMany(licence => licence.Notices).Select(notice => notice.Key), Is.Unique);
    }

    [TestCase(null)]
    [TestCase("")]
    public void Revoke_OfAHolderWithoutMail_OwesNoNotice(string? mail)
    {
        var licence = GamePoint(Holder with { Email = mail });

        licence.Revoke(null, "Điều 1", "Vi phạm", By.Today, By);

        Assert.That(licence.Notices, Is.Empty);
    }
}

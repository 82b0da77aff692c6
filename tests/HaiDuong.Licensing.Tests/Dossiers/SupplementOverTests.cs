using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A supplement is closed by its last day, not by the job that ends the waiting.</summary>
internal sealed class SupplementOverTests
{
    [TestCase(-1, true)]
    [TestCase(0, false)]
    public void Supplement_IsOpenToItsLastMinute_ForEveryVerb(int minutes, bool isOpen)
    {
        var office = new DossierBuilder().SupplementAsked();
        office.Now = office.Dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight().PlusMinutes(minutes);
        var other = new DossierBuilder().SupplementAsked();
        other.Now = office.Now;
        string[] over = ["SupplementOver"];

        var added = office.Try(dossier => dossier.AddPaper(office.PaperOf("manuscript"), office.As(office.Applicant)));
        var opened = office.Dossier.OpenSupplement(office.Now.Date);
        var ended = other.Try(dossier => dossier.ExpireSupplement(other.As(Actor.System)));
        var sent = office.Try(dossier => dossier.Supply(office.Form, office.As(office.Applicant)));

        Assert.That(added, Is.EqualTo(isOpen ? [] : over));
        Assert.That(opened, isOpen ? Is.Not.Null : Is.Null);
        Assert.That(ended, Is.EqualTo(isOpen ? ["SupplementStillOpen"] : Array.Empty<string>()));
        Assert.That(sent, Is.EqualTo(isOpen ? [] : over));
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>The reference, with which anybody acts as the applicant, stands in no copy for those whom it is none of their business.</summary>
internal sealed class ReferenceShownTests
{
    [TestCase(SlipKind.Receipt, 1, true)]
    [TestCase(SlipKind.Supplied, 1, true)]
    [TestCase(SlipKind.Supplement, 0, false, Description = "printed with the code, in the minute of acceptance")]
    [TestCase(SlipKind.Supplement, -1, true, Description = "printed before there was a code")]
    public void ForgetReference_LeavesTheSlipsWithoutIt(SlipKind kind, int minutes, bool carriesIt)
    {
        var dossier = new DossierBuilder().Accepted().Dossier;
        var slip = new Slip(kind, "a", dossier.AcceptedAt!.Value.PlusMinutes(minutes));
        dossier.Keep(slip);

        dossier.ForgetReference("—");

        Assert.That(dossier.CarriesReference(slip), Is.EqualTo(carriesIt));
        Assert.That((dossier.Reference, dossier.Slips.Contains(slip)), Is.EqualTo(("—", !carriesIt)));
    }

    [Test]
    public void CarriesReference_OfADossierWithoutACode_IsTrueOfEverySlip() =>
        Assert.That(new DossierBuilder().Submitted().Dossier.CarriesReference(new Slip(SlipKind.Refusal, "a", new LocalDateTime(2026, 3, 2, 9, 0))), Is.True);
}

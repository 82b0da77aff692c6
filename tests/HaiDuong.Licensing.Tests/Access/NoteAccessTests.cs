using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.Tests.Dossiers;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Access;

/// <summary>Ghi chú nội bộ: for the office alone, and of what hides its sender for those alone who may know the sender.</summary>
public sealed class NoteAccessTests
{
    [Test]
    public void Notes_AreForTheOfficeAlone()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier => dossier.AskOpinion("police", "Ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));
        var agency = DossierBuilder.Holder("Công an tỉnh", StaffRole.ConsultedAgency, "police");

        Assert.That(
            new[] { builder.Clerk, builder.Specialist, builder.Head, builder.Leader, builder.Registry, builder.Accountant }.Select(person =>
                Sees(builder, person)
            ),
            Has.All.True
        );
        Assert.That(AccessTable.MayRead(agency, builder.Dossier, DossierBuilder.Organisation, builder.Now.Date), "an agency reads what it is asked");
        Assert.That(
            new[] { agency, builder.Applicant, DossierBuilder.Holder("Phòng khác", StaffRole.DivisionHead, "hp-digital") }.Select(person =>
                Sees(builder, person)
            ),
            Has.All.False
        );
    }

    [Test]
    public void Notes_OfAHiddenDossier_AreForThoseWhoMayKnowTheSender()
    {
        var builder = new DossierBuilder("denunciation-settlement").Assigned();

        Assert.That(new[] { builder.Specialist, builder.Head, builder.Leader }.Select(person => Sees(builder, person)), Has.All.True);
        Assert.That(
            new[] { builder.Clerk, builder.Registry, DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, builder.Division) }.Select(person =>
                Sees(builder, person)
            ),
            Has.All.False
        );
    }

    [Test]
    public void Messages_AreWrittenByWhoeverHandlesTheDossier()
    {
        var builder = new DossierBuilder().Assigned();
        bool Writes(Actor person) => AccessTable.MayMessage(person, builder.Dossier, DossierBuilder.Organisation, builder.Now.Date);

        Assert.That(new[] { builder.Clerk, builder.Specialist, builder.Head, builder.Leader }.Select(Writes), Has.All.True);
        Assert.That(new[] { builder.Registry, builder.Accountant, builder.Applicant }.Select(Writes), Has.All.False);
    }

    private static bool Sees(DossierBuilder builder, Actor person) =>
        AccessTable.MaySeeNotes(person, builder.Dossier, DossierBuilder.Organisation, builder.Now.Date);
}

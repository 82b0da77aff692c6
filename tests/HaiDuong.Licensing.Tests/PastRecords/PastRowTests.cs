using System.Text;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.PastRecords;

/// <summary>A line of an old register: every way in which one cell may be wrong, and what is mended without asking.</summary>
public sealed class PastRowTests
{
    [Test]
    public void Licence_OfASoundLine_CanEnter()
    {
        var licence = (PastLicence)PastRows.Licence().Record!;

        Assert.That((licence.Kind, licence.Number, licence.IssuedOn), Is.EqualTo(("publishing-permit", "05/GP-STTTT", new LocalDate(2019, 3, 12))));
        Assert.That((licence.ValidFrom, licence.ValidTo), Is.EqualTo((new LocalDate(2019, 3, 12), (LocalDate?)new LocalDate(2024, 3, 12))));
        Assert.That((licence.Holder.Kind, licence.Holder.IdentityNumber), Is.EqualTo((ApplicantKind.Organisation, "0800111238")));
        Assert.That(PastRows.Licence().Repairs, Is.Empty);
    }

    [TestCase("number", "", "PastCellMissing")]
    [TestCase("number", "GP-STTTT", "PastLicenceNumberWrong")]
    [TestCase("procedure", "", "PastCellMissing")]
    [TestCase("procedure", "Cấp phép bay", "PastProcedureUnknown")]
    [TestCase("procedure", "game-point-extension", "PastProcedureUnknown")]
    [TestCase("issuedOn", "", "PastCellMissing")]
    [TestCase("issuedOn", "năm 2019", "PastDayUnreadable")]
    [TestCase("issuedOn", "12/03/1", "PastDayUnreadable")]
    [TestCase("issuedOn", "12/03/40", "FieldShortYear")]
    [TestCase("issuedOn", "31/02/2019", "PastDayImpossible")]
    [TestCase("issuedOn", "12/13/2019", "PastDayImpossible")]
    [TestCase("issuedOn", "12/03/1919", "PastDayTooEarly")]
    [TestCase("holder", "", "PastCellMissing")]
    [TestCase("taxCode", "0800111239", "PastTaxCodeWrong")]
    [TestCase("email", "lien-he", "PastEmailWrong")]
    [TestCase("validTo", "11/03/2019", "PastLicenceEndsEarly")]
    [TestCase("validFrom", "30/02/2019", "PastDayImpossible")]
    public void Licence_WithOneCellSpoilt_IsRefusedForThat(string key, string text, string code)
    {
        var reading = PastRows.Licence((key, text));

        Assert.That(reading.Record, Is.Null);
        Assert.That(reading.Refusals.Select(refusal => (refusal.Code, refusal.Field)), Is.EqualTo((IEnumerable<(string, string?)>)[(code, key)]));
    }

    [TestCase("code", "", "PastCellMissing")]
    [TestCase("procedure", "Xin giấy", "PastProcedureUnknown")]
    [TestCase("procedure", "denunciation-settlement", "PastDossierSenderSecret")]
    [TestCase("holder", " ", "PastCellMissing")]
    [TestCase("receivedOn", "", "PastCellMissing")]
    [TestCase("receivedOn", "29/02/2019", "PastDayImpossible")]
    [TestCase("dueOn", "03/03/2019", "PastDossierDueEarly")]
    [TestCase("finishedOn", "03/03/2019", "PastDossierFinishedEarly")]
    [TestCase("finishedOn", "14/04/2026", "PastDayInFuture")]
    public void Dossier_WithOneCellSpoilt_IsRefusedForThat(string key, string text, string code) =>
        Assert.That(
            PastRows.Dossier((key, text)).Refusals.Select(refusal => (refusal.Code, refusal.Field)),
            Is.EqualTo((IEnumerable<(string, string?)>)[(code, key)])
        );

    [Test]
    public void Line_WithSeveralFaults_TellsAllAtOnce() =>
        Assert.That(
            PastRows.Licence(("number", ""), ("issuedOn", "31/04/2019"), ("taxCode", "12")).Refusals.Select(refusal => refusal.Code),
            Is.EqualTo((string[])["PastCellMissing", "PastDayImpossible", "PastTaxCodeWrong"])
        );

    [Test]
    public void Licence_IssuedInTheFuture_IsRefused() =>
        Assert.That(
            PastRows.Licence(("issuedOn", "14/04/2026"), ("validTo", "")).Refusals.Select(refusal => refusal.Code),
            Is.EqualTo((string[])["PastDayInFuture"])
        );

    [Test]
    public void Cell_ThatIsTooLong_IsRefused() =>
        Assert.That(PastRows.Licence(("note", new string('a', 2001))).Refusals.Select(refusal => refusal.Code), Is.EqualTo((string[])["PastCellTooLong"]));

    [Test]
    public void Denunciation_OfALine_LeavesNothingOfItsSender() =>
        Assert.That(PastRows.Dossier(("procedure", "denunciation-settlement")).Row.Cells.Keys, Is.EquivalentTo((string[])["code", "procedure"]));

    [TestCase("12/03/2019")]
    [TestCase("12-3-2019")]
    [TestCase("12.03.2019")]
    [TestCase("2019-03-12")]
    [TestCase("12/03/2019 00:00")]
    [TestCase("43536")]
    public void Day_InAnyUsualForm_IsRead(string text) =>
        Assert.That(
            PastDay.Read(PastColumns.IssuedOn, text, new LocalDate(1945, 1, 1), PastRows.Today, since1904: false),
            Is.EqualTo(((LocalDate?)new LocalDate(2019, 3, 12), (Refusal?)null))
        );

    [TestCase("publishing-permit")]
    [TestCase("CẤP GIẤY PHÉP XUẤT BẢN TÀI LIỆU KHÔNG KINH DOANH")]
    public void Procedure_ByKeyOrName_IsFound(string text)
    {
        var reading = PastRows.Licence(("procedure", text));

        Assert.That(reading.Record is PastLicence { Kind: "publishing-permit" }, string.Join(", ", reading.Refusals));
    }

    [TestCase("0800111238", "", "", ApplicantKind.Organisation, "0800111238", null)]
    [TestCase("800111238", "", "", ApplicantKind.Organisation, "0800111238", RepairKind.LeadingZero)]
    [TestCase("0800 111 238", "", "", ApplicantKind.Organisation, "0800111238", null)]
    [TestCase("0800111238001", "", "", ApplicantKind.Organisation, "0800111238-001", null)]
    [TestCase("", "030185001234", "", ApplicantKind.Individual, "030185001234", null)]
    [TestCase("", "30185001234", "", ApplicantKind.Individual, "030185001234", RepairKind.LeadingZero)]
    [TestCase("", "141234567", "", ApplicantKind.Individual, "141234567", null)]
    [TestCase("", "", "0800111238", ApplicantKind.Organisation, "0800111238", null)]
    [TestCase("", "", "030185001234", ApplicantKind.Individual, "030185001234", null)]
    [TestCase("", "", "142345673", ApplicantKind.Individual, "142345673", null)]
    [TestCase("0800111238", "030185001234", "", ApplicantKind.Individual, "030185001234", null)]
    [TestCase("", "", "", ApplicantKind.Individual, "", null)]
    public void Number_OfAFirmOrAPerson_IsReadWithTheZeroThatASpreadsheetLost(
        string tax,
        string identity,
        string either,
        ApplicantKind kind,
        string number,
        RepairKind? repair
    )
    {
        var read = PartyNumber.Read(tax, identity, either);

        Assert.That((read.Kind, read.Number, read.Repair?.Kind, read.Refusal), Is.EqualTo((kind, number, repair, (Refusal?)null)));
    }

    [TestCase("", "1234", "", "PastIdentityWrong")]
    [TestCase("", "", "1234", "PastNumberWrong")]
    public void Number_ThatIsNone_IsRefused(string tax, string identity, string either, string code) =>
        Assert.That(PartyNumber.Read(tax, identity, either).Refusal!.Code, Is.EqualTo(code));

    [TestCase("tk 1234567", "", ApplicantKind.ForeignIndividual, "TK1234567", null)]
    [TestCase("", "0104-01-123456", ApplicantKind.ForeignOrganisation, "0104-01-123456", null)]
    [TestCase("không rõ", "", ApplicantKind.ForeignIndividual, "", "PastPassportWrong")]
    [TestCase("", "không rõ", ApplicantKind.ForeignOrganisation, "", "PastRegistrationWrong")]
    public void Number_OfAForeigner_ComesFromItsOwnColumn(string passport, string registration, ApplicantKind kind, string number, string? refused)
    {
        var read = PartyNumber.Read("", "", "", passport, registration);

        Assert.That((read.Kind, read.Number, read.Refusal?.Code), Is.EqualTo((kind, number, refused)));
        Assert.That(PartyNumber.Read("", passport + registration, "").Kind, Is.Not.EqualTo(kind), "a mistyped number of another column is never taken for one");
    }

    [TestCase("Công ty Tƣ vấn Phƣơng Đông", RepairKind.OldLetter)]
    [TestCase("Công ty  Tư vấn\u00A0Phương Đông ", RepairKind.Space)]
    [TestCase("Công ty Tư vấn\u200B Phương Đông", RepairKind.Space)]
    public void Name_OfOldKeyboards_IsMendedAndToldSo(string typed, RepairKind kind)
    {
        var reading = PastRows.Licence(("holder", typed));

        Assert.That(((PastLicence)reading.Record!).Holder.Name, Is.EqualTo("Công ty Tư vấn Phương Đông"));
        Assert.That(reading.Repairs.Select(repair => repair.Kind), Is.EqualTo((RepairKind[])[kind]));
    }

    [Test]
    public void Name_WithLooseMarks_IsMendedAndToldSo()
    {
        var reading = PastRows.Licence(("holder", "Công ty Tư vấn Phương Đông".Normalize(NormalizationForm.FormD)));

        Assert.That(((PastLicence)reading.Record!).Holder.Name, Is.EqualTo("Công ty Tư vấn Phương Đông"));
        Assert.That(reading.Repairs.Select(repair => repair.Kind), Is.EqualTo((RepairKind[])[RepairKind.LooseMark]));
    }
}

using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.PastRecords;

/// <summary>A whole file: what is twice, whose names are joined, which pairs a person must see, and what may be done with it.</summary>
public sealed class PastImportTests
{
    private const string Firm = "Công ty TNHH Tư vấn Thành Đông";
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), "Quản trị", [new RoleHolding(StaffRole.Administrator, "office")]);
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 13, 2, 0);

    [Test]
    public void Weigh_OfANumberTwiceInTheFile_TakesTheFirst()
    {
        var plan = Weigh([PastRows.Licence(2), PastRows.Licence(3, ("number", "Số: 5 / gp-stttt"))]);

        Assert.That(plan.Readings.Select(reading => reading.Record is not null), Is.EqualTo((bool[])[true, false]));
        Assert.That(
            plan.Readings[1].Refusals.Select(refusal => (refusal.Code, refusal.Args[0])),
            Is.EqualTo((IEnumerable<(string, object)>)[("PastTwiceInFile", 2)])
        );
    }

    [Test]
    public void Weigh_OfTheSameNumberOfAnotherYearOrKind_TakesBoth()
    {
        var plan = Weigh([PastRows.Licence(2), PastRows.Licence(3, ("issuedOn", "12/03/2020")), PastRows.Licence(4, ("procedure", "postal-licence"))]);

        Assert.That(plan.Readings.SelectMany(reading => reading.Refusals), Is.Empty);
    }

    [Test]
    public void Weigh_OfWhatTheOfficeHas_RefusesIt()
    {
        var licences = PastImportPlan.Weigh(PastKind.Licences, [PastRows.Licence()], new HashSet<string> { "publishing-permit/2019/5GPSTTTT" }, []);
        var dossiers = PastImportPlan.Weigh(
            PastKind.Dossiers,
            [PastRows.Dossier(("code", "stttt-2019-00125"))],
            new HashSet<string> { "STTTT-2019-00125" },
            []
        );

        Assert.That(licences.Readings[0].Refusals[0].Code, Is.EqualTo("PastLicenceKnown"));
        Assert.That(dossiers.Readings[0].Refusals[0].Code, Is.EqualTo("PastDossierKnown"));
    }

    [Test]
    public void Weigh_OfOneNumberWithOtherMarksOrCapitals_JoinsTheNames()
    {
        var plan = Weigh([Named(2, "CÔNG TY TNHH TƯ VẤN THÀNH ĐÔNG"), Named(3, "Cong ty TNHH Tu van Thanh Dong"), Named(4, Firm)]);

        Assert.That(plan.Readings.Select(NameOf), Is.All.EqualTo(Firm));
        Assert.That(plan.Readings.Select(reading => reading.Repairs.Any(repair => repair.Kind == RepairKind.Name)), Is.EqualTo((bool[])[true, true, false]));
        Assert.That(plan.Pairs, Is.Empty);
    }

    [Test]
    public void Weigh_OfANameThatTheOfficeKnows_TakesItsSpelling() =>
        Assert.That(NameOf(Weigh([Named(2, Firm.ToUpperInvariant())], new KnownName("0800111238", Firm)).Readings[0]), Is.EqualTo(Firm));

    [Test]
    public void Weigh_OfOneNumberWithTwoNames_ListsThePairAndChangesNothing()
    {
        var inFile = Weigh([Named(2, Firm), Named(3, "Công ty Bình Minh"), Named(4, "Công ty Bình Minh")]);
        var inOffice = Weigh([Named(2, "Công ty Bình Minh")], new KnownName("0800111238", Firm));

        Assert.That(inFile.Pairs, Is.EqualTo((NamePair[])[new("0800111238", "Công ty Bình Minh", 3, 2, Firm, 2)]));
        Assert.That(inOffice.Pairs, Is.EqualTo((NamePair[])[new("0800111238", "Công ty Bình Minh", 2, 1, Firm, null)]));
        Assert.That(inFile.Readings.Select(NameOf), Is.EqualTo((string[])[Firm, "Công ty Bình Minh", "Công ty Bình Minh"]));
    }

    [Test]
    public void Weigh_OfNamesWithoutANumber_ComparesNothing() => Assert.That(Weigh([Named(2, "Công ty A", ""), Named(3, "Công ty B", "")]).Pairs, Is.Empty);

    [Test]
    public void Confirm_WhenNothingWasAccepted_IsRefused() =>
        Assert.That(Codes(Import([PastRows.Licence(("number", ""))]).Confirm(true, Administrator, Now)), Is.EqualTo((string[])["PastImportEmpty"]));

    [Test]
    public void Confirm_WhileThePairsAreUnseen_IsRefused()
    {
        var import = Import([Named(2, Firm), Named(3, "Công ty Bình Minh", number: "06/GP")]);

        Assert.That(Codes(import.Confirm(false, Administrator, Now)), Is.EqualTo((string[])["PastImportPairsUnseen"]));
        Assert.That(import.Confirm(true, Administrator, Now), Is.Empty);
    }

    [Test]
    public void Import_GoesFromTrialToConfirmedToUndone_AndNoOtherWay()
    {
        var import = Import([PastRows.Licence()]);

        Assert.That(Codes(import.Undo([], 0, Administrator, Now)), Is.EqualTo((string[])["PastImportNotConfirmed"]));
        Assert.That(import.Confirm(false, Administrator, Now), Is.Empty);
        Assert.That(Codes(import.Confirm(false, Administrator, Now)), Is.EqualTo((string[])["PastImportConfirmed"]));
        Assert.That(
            Codes(import.Undo([new TouchedLicence("05/GP-STTTT", LicenceEventKind.Revoked, PastRows.Today, "Giám đốc")], 1, Administrator, Now)),
            Is.EqualTo((string[])["PastImportTouched", "PastTouchedRevoked"])
        );
        Assert.That(import.State, Is.EqualTo(PastImportState.Confirmed));
        Assert.That(import.Undo([], 0, Administrator, Now), Is.Empty);
        Assert.That(import.State, Is.EqualTo(PastImportState.Undone));
        Assert.That(Codes(import.Undo([], 0, Administrator, Now)), Is.EqualTo((string[])["PastImportUndone"]));
    }

    [TestCase(LicenceEventKind.Amended, "PastTouchedAmended")]
    [TestCase(LicenceEventKind.Renewed, "PastTouchedRenewed")]
    [TestCase(LicenceEventKind.Reissued, "PastTouchedReissued")]
    [TestCase(LicenceEventKind.Revoked, "PastTouchedRevoked")]
    [TestCase(LicenceEventKind.Renumbered, "PastTouchedOther")]
    public void Touch_OfALicence_IsTold(LicenceEventKind kind, string code) =>
        Assert.That(new TouchedLicence("05/GP", kind, PastRows.Today, "Giám đốc").Why.Code, Is.EqualTo(code));

    private static PastImportPlan Weigh(PastReading[] readings, params KnownName[] known) =>
        PastImportPlan.Weigh(PastKind.Licences, readings, new HashSet<string>(), known);

    private static PastReading Named(int line, string name, string taxCode = "0800111238", string? number = null) =>
        PastRows.Licence(line, ("holder", name), ("taxCode", taxCode), ("number", number ?? $"{line}/GP-STTTT"));

    private static string NameOf(PastReading reading) => ((PastLicence)reading.Record!).Holder.Name;

    private static PastImport Import(PastReading[] readings) =>
        PastImport.Read(PastKind.Licences, "giay-phep.csv", "00", "UTF-8", [], new Dictionary<int, string>(), Weigh(readings), Administrator, Now);

    private static IEnumerable<string> Codes(IEnumerable<Domain.Refusal> refusals) => refusals.Select(refusal => refusal.Code);
}

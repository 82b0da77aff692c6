using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What was typed wrong is put right with its trace; who is meant by the applicant's paper alone, the fee never.</summary>
internal sealed class CorrectionTests
{
    private static IEnumerable<string> Correct(DossierBuilder builder, FormData? form = null, Applicant? applicant = null, Paper? paper = null) =>
        builder.Try(dossier => dossier.Correct(applicant ?? dossier.Applicant, form ?? dossier.Form, "Nhập nhầm", paper, builder.As(builder.Head)));

    private static Applicant Reached(DossierBuilder builder) => builder.Dossier.Applicant with { Phone = "02203859999", Email = "moi@example.vn" };

    [Test]
    public void Correct_KeepsWhatStoodBefore_AndTellsTheApplicantWhereTheyAreNow()
    {
        var builder = new DossierBuilder().Assigned();
        var (old, due, title) = (builder.Dossier.Applicant, builder.Dossier.PromisedDue, builder.Dossier.Form["documentTitle"]);

        Assert.That(Correct(builder, builder.Dossier.Form.With("documentTitle", "Kỷ yếu đúng tên"), Reached(builder)), Is.Empty);

        var (dossier, made) = (builder.Dossier, builder.Dossier.Corrections.Single());
        Assert.That((dossier.Applicant.Email, dossier.Form["documentTitle"]), Is.EqualTo(("moi@example.vn", "Kỷ yếu đúng tên")));
        Assert.That((made.By, made.At, made.Reason), Is.EqualTo(("Trưởng phòng", builder.Now, "Nhập nhầm")));
        Assert.That(
            made.Entries.Select(entry => (entry.Field, entry.Old, entry.New)),
            Is.EqualTo(
                new[]
                {
                    (CorrectedEntry.Phone, old.Phone ?? "", "02203859999"),
                    (CorrectedEntry.Email, old.Email ?? "", "moi@example.vn"),
                    ("documentTitle", title!, "Kỷ yếu đúng tên"),
                }
            )
        );
        Assert.That(dossier.History[^1].Note, Does.Contain(title!).And.Contain("Kỷ yếu đúng tên").And.Contain("Nhập nhầm"));
        Assert.That((dossier.Status, dossier.PromisedDue), Is.EqualTo((DossierStatus.InProcess, due)));
        var told = dossier.Notices.Single(notice => notice.Kind == NoticeKind.EntriesCorrected);
        Assert.That((told.Email, told.Facts["changes"].Contains("Kỷ yếu đúng tên", StringComparison.Ordinal)), Is.EqualTo(("moi@example.vn", true)));
    }

    // Whoever is written to in English reads what each entry is called in English, with the answers as they were written.
    [Test]
    public void Changes_InAnotherLanguage_NameFieldsContactsAndRowsInIt_AndNothingElse()
    {
        const string changes = "Số điện thoại: “1” → “2”\nTên tài liệu: “Kỷ yếu: “cũ”” → “Kỷ yếu”\nDanh mục (2): “a\nb” → “c”";

        var told = Correction.Told(changes, CultureInfo.GetCultureInfo("en"), label => label switch
            {
                "Tên tài liệu" => "Title",
                "Danh mục" => "List",
                _ => throw new InvalidOperationException(label),
            });

        Assert.That(told, Is.EqualTo("Telephone: “1” → “2”\nTitle: “Kỷ yếu: “cũ”” → “Kỷ yếu”\nList (2): “a\nb” → “c”"));
        Assert.That(Correction.Told(changes, CultureInfo.GetCultureInfo("vi"), label => label), Is.EqualTo(changes));
    }

    [Test]
    public void Correct_OfSeveralEntries_SaysEachInHistoryAndLetter_AndAddsNoPaper()
    {
        var builder = new DossierBuilder().Assigned();
        var papers = builder.Dossier.Papers;

        Assert.That(Correct(builder, builder.Dossier.Form.With("documentTitle", "Kỷ yếu"), Reached(builder)), Is.Empty);

        var entries = builder.Dossier.Corrections.Single().Entries;
        var said = entries.Select(entry => $"{entry.Label}: “{entry.Old}” → “{entry.New}”").ToList();
        Assert.That(
            entries.Select(entry => (entry.Field, entry.New)),
            Is.EqualTo(new[] { (CorrectedEntry.Phone, "02203859999"), (CorrectedEntry.Email, "moi@example.vn"), ("documentTitle", "Kỷ yếu") })
        );
        Assert.That(entries.Select(entry => entry.Label), Has.None.Empty);
        Assert.That(builder.Dossier.History[^1].Note, Is.EqualTo($"{string.Join("; ", said)}. Nhập nhầm"));
        Assert.That(
            builder.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.EntriesCorrected).Facts,
            Is.SupersetOf(new Dictionary<string, string> { ["changes"] = string.Join('\n', said), ["reason"] = "Nhập nhầm" })
        );
        Assert.That(builder.Dossier.Papers, Is.EqualTo(papers));
    }

    [TestCase("members", true)]
    [TestCase("members[0].name", true)]
    [TestCase("membersOther", false)]
    [TestCase(null, false)]
    public void Entry_ConcernsItsFieldAndTheRowsOfItsTable(string? path, bool concerns) =>
        Assert.That(new CorrectedEntry("members", "Thành viên", "", "").Concerns(path), Is.EqualTo(concerns));

    [Test]
    public void Correct_OfWhoIsMeant_NeedsTheApplicantsPaper()
    {
        var builder = new DossierBuilder().Assigned();
        var other = builder.Dossier.Applicant with { Name = "Trung tâm Văn hóa thành phố" };

        Assert.That(Correct(builder, applicant: other), Is.EqualTo((string[])["CorrectionPaperRequired"]));
        Assert.That(Correct(builder, applicant: other, paper: builder.PaperOf(Correction.PaperKey)), Is.Empty);
        Assert.That(builder.Dossier.Papers.Single(paper => paper.Id == builder.Dossier.Corrections[0].PaperId).Key, Is.EqualTo(Correction.PaperKey));
    }

    [Test]
    public void Correct_OfTheKindOfApplicant_ChangesNothing()
    {
        var builder = new DossierBuilder().Assigned();
        var kind = builder.Dossier.Applicant.Kind;

        Assert.That(Correct(builder, applicant: Reached(builder) with { Kind = (ApplicantKind)(((int)kind + 1) % 4) }), Is.Empty);
        Assert.That(builder.Dossier.Applicant.Kind, Is.EqualTo(kind));
    }

    [Test]
    public void Correct_OfWhatTheFeeIsCountedBy_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();
        var counted = builder
            .Rules.Procedure.FeeLines.First(line => line.CountedBy is not null && builder.Dossier.Fees.Any(fee => fee.Key == line.Key))
            .CountedBy!;
        var more = (long.Parse(builder.Dossier.Form[counted]!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

        Assert.That(Correct(builder, builder.Dossier.Form.With(counted, more)), Is.EqualTo((string[])["CorrectionFee"]));
    }

    [Test]
    public void Correct_IsCheckedByTheRulesOfTheForm_ButNotWhatNobodyTouched()
    {
        var builder = new DossierBuilder().Assigned();

        Assert.That(Correct(builder, builder.Dossier.Form.With("documentTitle", "")), Is.EqualTo((string[])["FieldRequired"]));
        Assert.That(Correct(builder, applicant: builder.Dossier.Applicant with { Email = "không phải thư" }), Is.EqualTo((string[])["ApplicantEmail"]));
        Assert.That(Correct(builder), Is.EqualTo((string[])["CorrectionOfNothing"]));
        Assert.That(builder.Dossier.Corrections, Is.Empty);
    }

    [Test]
    public void Correct_WhileADraftWaitsForOthers_TakesHowTheApplicantIsReachedAlone()
    {
        foreach (var builder in new[] { new DossierBuilder().Drafted(), new DossierBuilder().Signed(), new DossierBuilder().Issued() })
        {
            Assert.That(Correct(builder, builder.Dossier.Form.With("documentTitle", "Tên khác")), Is.EqualTo((string[])["CorrectionAfterDraft"]));
            Assert.That(Correct(builder, applicant: Reached(builder)), Is.Empty);
        }
    }

    [Test]
    public void Correct_OfWhatTheApplicantIsAsked_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier =>
            dossier.AskSupplement([DossierBuilder.Item("documentTitle", SupplementTarget.Field)], "Sai", builder.Day(30), builder.As(builder.Specialist))
        );

        Assert.That(Correct(builder, builder.Dossier.Form.With("documentTitle", "Tên khác")), Is.EqualTo((string[])["CorrectionAsked"]));
    }

    [Test]
    public void History_OfADossierThatHidesItsSender_TellsNoValue()
    {
        var builder = new DossierBuilder("denunciation-settlement").Accepted();

        builder.Then(dossier => dossier.Correct(Reached(builder), dossier.Form, "Nhập nhầm", null, builder.As(builder.Head)));

        Assert.That(builder.Dossier.History[^1].Note, Does.Not.Contain("9999").And.Not.Contain("moi@example.vn"));
        builder.Dossier.ForgetApplicant("");
        Assert.That(builder.Dossier.Corrections, Is.Empty);
    }
}

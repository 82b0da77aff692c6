using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Licences.GivenLicence;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>Renew, amend, re-issue or new (worked case 14), and the same questions for the other families, by the rules of the shipped files.</summary>
public sealed class LicenceCaseTests
{
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

    [TestCase("(a) extension 25 days before", "game-point-extension", 2026, 4, 20, null)]
    [TestCase("(a) extension on the last day in time", "game-point-extension", 2026, 4, 25, null)]
    [TestCase("(b) extension 10 days before", "game-point-extension", 2026, 5, 5, "LicenceTooLate")]
    [TestCase("(b) extension 19 days before", "game-point-extension", 2026, 4, 26, "LicenceTooLate")]
    [TestCase("(c) new name", "game-point-change", 2026, 3, 10, null)]
    [TestCase("(e) torn", "game-point-reissue", 2026, 3, 10, null)]
    [TestCase("(e) torn, on the last day", "game-point-reissue", 2026, 5, 15, null)]
    [TestCase("(f) extension after the end", "game-point-extension", 2026, 5, 20, "LicenceExpired")]
    [TestCase("(f) new name after the end", "game-point-change", 2026, 5, 20, "LicenceExpired")]
    [TestCase("(f) torn after the end", "game-point-reissue", 2026, 5, 16, "LicenceExpired")]
    public void Case14_AsksFor(string what, string slug, int year, int month, int day, string? refused)
    {
        var refusals = GamePoint().Check(Rule(slug), new LocalDate(year, month, day));

        Assert.That(refusals.Select(refusal => refusal.Code), refused is null ? Is.Empty : Is.EqualTo(new[] { refused }), what);
        Assert.That(Rule(slug).Anew, Is.EqualTo("game-point-certificate"));
    }

    [Test]
    public void Case14a_NewEnd_IsAtMostSixMonthsAfterTheOld()
    {
        var (licence, rule) = (GamePoint(), Rule("game-point-extension"));

        Assert.That(licence.LatestEnd(rule), Is.EqualTo(new LocalDate(2026, 11, 15)));
        Assert.That(licence.CheckEnd(rule, new LocalDate(2026, 11, 15)), Is.Null);
        Assert.That(licence.CheckEnd(rule, new LocalDate(2026, 11, 16))!.Code, Is.EqualTo("LicenceEndTooFar"));
    }

    [Test]
    public void Case14a_ASecondExtension_IsNeverOffered()
    {
        var (licence, rule) = (GamePoint(), Rule("game-point-extension"));
        licence.Change(rule, Paper("20/GCN-TCCC", new LocalDate(2026, 4, 24), new LocalDate(2026, 11, 15)), By);

        var refusals = licence.Check(rule, new LocalDate(2026, 9, 1));

        Assert.That(refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "LicenceRenewedAlready" }));
        Assert.That(licence.ValidTo, Is.EqualTo(new LocalDate(2026, 11, 15)));
        Assert.That(licence.Number, Is.EqualTo("20/GCN-TCCC"));
    }

    [Test]
    public void Case14c_AmendedName_KeepsTheEndAndTheHolder()
    {
        var (licence, rule) = (GamePoint(), Rule("game-point-change"));
        licence.Change(rule, Paper("21/GCN-TCCC", new LocalDate(2026, 3, 16), new LocalDate(2029, 3, 16)) with { Subject = "Phòng máy Sao Mai" }, By);

        Assert.That(licence.ValidTo, Is.EqualTo(new LocalDate(2026, 5, 15)));
        Assert.That(licence.Subject, Is.EqualTo("Phòng máy Sao Mai"));
        Assert.That(licence.Events[^1].Kind, Is.EqualTo(LicenceEventKind.Amended));
        Assert.That(licence.CheckEnd(rule, new LocalDate(2029, 3, 16))!.Code, Is.EqualTo("LicenceEndMoves"));
    }

    [Test]
    public void Case14d_AnotherAddress_LeadsToANewCertificate()
    {
        var procedure = Catalogue.InForce("game-point-change", By.Today)!;

        var question = procedure.Questions.Single(asked => asked.Key == "samePlace");

        Assert.That((question.Answer, question.Instead), Is.EqualTo((false, "game-point-certificate")));
    }

    [Test]
    public void Case14e_Reissued_IsMarkedWithItsCountAndOtherwiseTheSame()
    {
        var (licence, rule) = (GamePoint(), Rule("game-point-reissue"));
        foreach (var number in new[] { "22/GCN-TCCC", "23/GCN-TCCC" })
            licence.Change(
                rule,
                Paper(number, new LocalDate(2026, 3, 16), new LocalDate(2026, 5, 15)) with
                {
                    Subject = "Tên khác",
                    Holder = Holder with { Name = "Người khác" },
                },
                By
            );

        Assert.That(
            licence.Events.Select(line => (line.Kind, line.Ordinal)),
            Is.EqualTo(new[] { (LicenceEventKind.Issued, 1), (LicenceEventKind.Reissued, 1), (LicenceEventKind.Reissued, 2) })
        );
        Assert.That((licence.Subject, licence.Holder.Name, licence.ValidTo), Is.EqualTo(("Điểm Sao Mai", Holder.Name, (LocalDate?)new LocalDate(2026, 5, 15))));
    }

    [Test]
    public void Case14e_TheSecondReissue_BeginsWithItsCount()
    {
        var (licence, rule) = (GamePoint(), Rule("game-point-reissue"));
        licence.Change(rule, Paper("22/GCN-TCCC", new LocalDate(2026, 3, 16), new LocalDate(2026, 5, 15)), By);

        Assert.That(LicencePrefill.Result(licence, rule, FormData.Empty)[LicencePrefill.ReissueNumber], Is.EqualTo("2"));
    }

    [Test]
    public void EveryReissue_PrintsItsCount()
    {
        var folder = WorkflowsFolder.Find(AppContext.BaseDirectory).Root;
        Assert.That(
            File.ReadAllText(Path.Combine(folder, "shared", "texts", "reissued.md")),
            Does.Contain("{{ decision." + LicencePrefill.ReissueNumber + " }}")
        );

        var silent = Catalogue
            .Versions.Where(version => version.Licence?.Act == LicenceAct.Reissue)
            .Where(version =>
                version.Result.Fields.All(field => field.Key != LicencePrefill.ReissueNumber)
                || !File.ReadAllText(Path.Combine(folder, "procedures", version.Slug, FieldValue.Text(version.InForceFrom), "result.md"))
                    .Contains("{% include \"reissued\" %}", StringComparison.Ordinal)
            );

        Assert.That(silent.Select(version => version.Slug), Is.Empty);
    }

    [TestCase("2/GCN-TCCC", "030185001234", true)]
    [TestCase("2/GCN-TCCC", "030185001235", false)]
    [TestCase("2/GCN-TCCC", "0800011018", false)]
    public void Holder_IsTheOneWithTheNumber(string number, string applicant, bool isHolder)
    {
        var kind = applicant.Length == 12 ? ApplicantKind.Individual : ApplicantKind.Organisation;
        var licence = Licence.Issue("game-point-certificate", "post-telecom", Paper(number, new LocalDate(2023, 5, 15), null), By);

        Assert.That(licence.MayBeHeldBy(Holder with { Kind = kind, IdentityNumber = applicant }), Is.EqualTo(isHolder));
    }

    [Test]
    public void Request_AboutALicence_TakesWhatStaysFromLaterDossiersAndEverythingFromTheFirst()
    {
        var (licence, procedure) = (GamePoint(), Catalogue.InForce("game-point-extension", By.Today)!);
        DeclaredForLicence first = new(
            new FormData([new("pointName", "Tên cũ"), new("computers", "20"), new("extensionReason", "Không của đơn này")]),
            By.Now,
            GaveIt: true
        );
        DeclaredForLicence later = new(new FormData([new("pointName", "Tên mới"), new("extensionMonths", "6")]), By.Now + Duration.FromDays(1), GaveIt: false);

        var form = LicencePrefill.Request(
            licence,
            procedure.Licence!,
            procedure.Form,
            new FormData([new("managerName", "Đã gõ")]),
            [first, later],
            By.Today.AtMidnight()
        );

        Assert.That(
            (form["licenceNumber"], form["pointName"], form["computers"], form["managerName"], form["extensionMonths"]),
            Is.EqualTo(("14/GCN-TCCC", "Tên mới", "20", "Đã gõ", (string?)null))
        );
        Assert.That(form["licenceExpiry"], Is.EqualTo("2026-05-15"));
    }

    [TestCase("information-site-extension", "2026-04-15", null, Description = "30 days before")]
    [TestCase("information-site-extension", "2026-04-16", "LicenceTooLate")]
    [TestCase("postal-licence-renewal", "2026-04-15", null)]
    [TestCase("postal-licence-renewal", "2026-04-16", "LicenceTooLate")]
    [TestCase("postal-licence-change", "2026-05-15", null)]
    [TestCase("newsletter-change", "2026-05-16", "LicenceExpired")]
    public void Window_OfAnotherFamily(string slug, string day, string? refused)
    {
        var filedOn = FieldValue.Date(day)!.Value;

        var refusals = GamePoint().Check(Rule(slug), filedOn);

        Assert.That(refusals.Select(refusal => refusal.Code), refused is null ? Is.Empty : Is.EqualTo(new[] { refused }));
    }

    [Test]
    public void InformationSite_IsExtendedTwiceByTwoYears()
    {
        var (licence, rule) = (GamePoint(), Rule("information-site-extension"));
        licence.Change(rule, Paper("2/GP-TTĐT", new LocalDate(2026, 3, 1), licence.LatestEnd(rule)), By);
        Assert.That(licence.Check(rule, new LocalDate(2027, 3, 1)), Is.Empty);

        licence.Change(rule, Paper("3/GP-TTĐT", new LocalDate(2027, 3, 1), licence.LatestEnd(rule)), By);

        Assert.That(licence.ValidTo, Is.EqualTo(new LocalDate(2030, 5, 15)));
        Assert.That(licence.Check(rule, new LocalDate(2028, 3, 1)).Single().Code, Is.EqualTo("LicenceRenewedAlready"));
    }

    [Test]
    public void ALetterBesideTheLicence_LeavesItsNumber()
    {
        var (licence, rule) = (GamePoint(), Rule("newsletter-change"));

        licence.Change(rule, Paper("310/STTTT-TTBCXB", new LocalDate(2026, 3, 16), null), By);

        Assert.That((licence.Number, licence.ValidTo), Is.EqualTo(("14/GCN-TCCC", (LocalDate?)new LocalDate(2026, 5, 15))));
        Assert.That(licence.Events[^1].Number, Is.EqualTo("310/STTTT-TTBCXB"));
    }

    [Test]
    public void WithoutAnEnd_NothingIsRenewedAndNothingExpires()
    {
        var licence = Licence.Issue("photocopier-registration", "press-publishing", Paper("1/GXN-STTTT", new LocalDate(2020, 1, 1), null), By);

        Assert.That(licence.StateOn(new LocalDate(2090, 1, 1)), Is.EqualTo(LicenceState.InForce));
        Assert.That(licence.Check(Rule("information-site-extension"), By.Today).Single().Code, Is.EqualTo("LicenceHasNoEnd"));
    }

    [TestCase("2023-05-14", LicenceState.NotYet)]
    [TestCase("2023-05-15", LicenceState.InForce)]
    [TestCase("2026-05-15", LicenceState.InForce)]
    [TestCase("2026-05-16", LicenceState.Expired)]
    public void State_FollowsFromTheDays(string day, LicenceState state) => Assert.That(GamePoint().StateOn(FieldValue.Date(day)!.Value), Is.EqualTo(state));

    [Test]
    public void Revoke_WritesItsLineOwesTheHolderANoticeAndEndsEverything()
    {
        var licence = GamePoint();

        var refusals = licence.Revoke("88/QĐ-STTTT", "Nghị định 147/2024/NĐ-CP", "Không còn đủ điều kiện", new LocalDate(2026, 3, 9), By);

        Assert.That(refusals, Is.Empty);
        Assert.That(
            (licence.StateOn(new LocalDate(2026, 3, 8)), licence.StateOn(new LocalDate(2026, 3, 9))),
            Is.EqualTo((LicenceState.InForce, LicenceState.Revoked))
        );
        Assert.That(licence.Events[^1].Kind, Is.EqualTo(LicenceEventKind.Revoked));
        Assert.That(licence.Number, Is.EqualTo("14/GCN-TCCC"));
        Assert.That(licence.Notices.Single().Email, Is.EqualTo(Holder.Email));
        Assert.That(licence.Check(Rule("game-point-reissue"), By.Today).Single().Code, Is.EqualTo("LicenceRevoked"));
        Assert.That(licence.Revoke(null, "x", "y", By.Today, By).Single().Code, Is.EqualTo("LicenceRevoked"));
    }

    [Test]
    public void Revoke_WithoutGroundReasonOrInTheFuture_SaysAllAtOnce() =>
        Assert.That(
            GamePoint().Revoke(null, " ", "", By.Today.PlusDays(1), By).Select(refusal => refusal.Code),
            Is.EqualTo(new[] { "GroundRequired", "ReasonRequired", "RevokedOnWrong" })
        );

    [Test]
    public void EveryProcedure_SaysWhatItDoesInTheRegister() =>
        Assert.That(Catalogue.Versions.Where(procedure => procedure.Licence is null).Select(procedure => procedure.Slug), Is.Empty);

    private static LicenceRule Rule(string slug) => Catalogue.InForce(slug, new LocalDate(2026, 3, 10))!.Licence!;
}

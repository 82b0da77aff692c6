using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Nhận nhanh: accepted with code, date and fee; what is not typed is named, and nothing is decided before it is.</summary>
internal sealed class BriefTests
{
    private static IEnumerable<string> Procedures =>
        ProcedureCatalogue
            .Load(WorkflowsFolder.Find(AppContext.BaseDirectory))
            .Versions.Where(version => version.IsInForce(DossierBuilder.Start.Date) && Dossier.MayBeBrief(version))
            .Select(version => version.Slug);

    /// <summary>What is asked at the counter is enough for the papers, the fee and the route of every procedure.</summary>
    [TestCaseSource(nameof(Procedures))]
    public void TakeIn_OfEachProcedure_OwesWhatTheWholeFormDoes(string slug)
    {
        var (brief, whole) = (Accepted(slug), new DossierBuilder(slug, SubmissionChannel.Counter).Accepted());

        Assert.That(brief.Dossier.Fees, Is.EqualTo(whole.Dossier.Fees));
        Assert.That(brief.Dossier.Work.Select(item => item.StepId), Is.EqualTo(whole.Dossier.Work.Select(item => item.StepId)));
        Assert.That((brief.Dossier.StatutoryDue, brief.Dossier.Code), Is.EqualTo((whole.Dossier.StatutoryDue, whole.Dossier.Code)));
        Assert.That(brief.Dossier.IsBrief, Is.EqualTo(brief.Dossier.Unanswered(brief.Rules).Count > 0));
    }

    [Test]
    public void Appraisal_WaitsForTheWholeForm()
    {
        var builder = Accepted("publishing-permit");
        builder.Then(dossier =>
            dossier.Assign(new Assignee(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division), null, builder.As(builder.Head))
        );
        IReadOnlyList<Domain.Refusal> Appraise() => builder.Dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(builder.Specialist));

        Assert.That(Appraise().Select(refusal => refusal.Code), Is.EqualTo((string[])["FormNotWhole"]));
        Assert.That(builder.Try(dossier => dossier.CompleteForm(dossier.Form, builder.As(builder.Specialist))), Is.EqualTo((string[])["NothingTyped"]));
        builder.Then(dossier => dossier.CompleteForm(builder.Form, builder.As(builder.Specialist)));

        Assert.That(
            (builder.Dossier.IsBrief, builder.Dossier.Form, builder.Dossier.History[^1].Act),
            Is.EqualTo((false, builder.Form, DossierAct.CompleteForm))
        );
        Assert.That(Appraise(), Is.Empty);
        Assert.That(builder.Try(dossier => dossier.CompleteForm(builder.Form, builder.As(builder.Specialist))), Is.EqualTo((string[])["StepNotWaiting"]));
    }

    [Test]
    public void Form_MayBeTypedBitByBit_AndNeverMovesTheFee()
    {
        var builder = Accepted("publishing-permit");
        var counted = builder.Rules.Procedure.FeeLines.Select(line => line.CountedBy).OfType<string>().First();
        var some = builder.Form.Only(BriefForm.Fields(builder.Rules.Procedure, builder.Rules.Route).Append("documentTitle").ToHashSet());
        var before = builder.Dossier.Unanswered(builder.Rules).Count;

        builder.Then(dossier => dossier.CompleteForm(some, builder.As(builder.Clerk)));

        Assert.That((builder.Dossier.IsBrief, builder.Dossier.Unanswered(builder.Rules).Count), Is.EqualTo((true, before - 1)));
        Assert.That(
            builder.Try(dossier => dossier.CompleteForm(builder.Form.With(counted, "9999"), builder.As(builder.Clerk))),
            Is.EqualTo((string[])["CorrectionFee"])
        );
        Assert.That(builder.Dossier.Form, Is.EqualTo(some));
    }

    [Test]
    public void WithoutWhatTheFeeCounts_NothingIsAccepted()
    {
        var builder = new DossierBuilder(channel: SubmissionChannel.Counter);
        var counted = builder.Rules.Procedure.FeeLines.Select(line => line.CountedBy).OfType<string>().First();
        Take(builder, BriefForm.Fields(builder.Rules.Procedure, builder.Rules.Route).Where(key => key != counted));
        builder.WithPapers();

        Assert.That(
            builder.Dossier.CheckWhole(builder.As(builder.Clerk)).Select(refusal => (refusal.Code, refusal.Field)),
            Is.EqualTo(new[] { ("FieldRequired", (string?)counted) })
        );
    }

    /// <summary>Whatever is wrong with the abstract, nothing is named that a quick take-in does not ask.</summary>
    [Test]
    public void Abstract_IsAsked_AndHasALength()
    {
        var builder = new DossierBuilder(channel: SubmissionChannel.Counter).WithPapers();
        var typed = builder.Form.Only(BriefForm.Fields(builder.Rules.Procedure, builder.Rules.Route).ToHashSet(StringComparer.Ordinal));
        builder.Then(dossier => dossier.SaveDraft(dossier.Applicant, null, ReturnBy.Counter, typed, builder.As(builder.Clerk)));
        IEnumerable<(string, string?)> Refused(string? about) =>
            builder
                .Then(dossier => dossier.TakeBriefly(about, builder.As(builder.Clerk)))
                .Dossier.CheckWhole(builder.As(builder.Clerk))
                .Select(refusal => (refusal.Code, refusal.Field));

        Assert.That(Refused(null), Is.EqualTo(new (string, string?)[] { ("AbstractMissing", "intake.abstract") }));
        Assert.That(Refused(new string('a', Dossier.MostOfAbstract + 1)), Is.EqualTo(new (string, string?)[] { ("AbstractMissing", "intake.abstract") }));
        Assert.That(Refused(new string('a', Dossier.MostOfAbstract)), Is.Empty);
    }

    [Test]
    public void WhatIsTypedLater_StandsInTheHistory_NewFieldsByName_OthersByBothAnswers()
    {
        var builder = Accepted("publishing-permit");
        var title = builder.Rules.Procedure.Form.Find("documentTitle")!.Label;

        builder.Then(dossier => dossier.CompleteForm(dossier.Form.With("documentTitle", "Kỷ yếu"), builder.As(builder.Head)));
        Assert.That(builder.Dossier.History[^1].Note, Is.EqualTo(title));
        builder.Then(dossier => dossier.CompleteForm(dossier.Form.With("documentTitle", "Kỷ yếu 2026"), builder.As(builder.Clerk)));
        Assert.That(builder.Dossier.History[^1].Note, Does.StartWith(title).And.Contain("Kỷ yếu").And.Contain("Kỷ yếu 2026"));
        builder.Then(dossier => dossier.CompleteForm(builder.Form, builder.As(builder.Clerk)));
        Assert.That(builder.Dossier.History[^1].Note, Does.Contain("; "));
    }

    [Test]
    public void Form_OfADossierThatIsAskedBack_OrByAStranger_IsNotTyped()
    {
        var builder = Accepted("publishing-permit");
        var stranger = DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, "post-telecom");

        Assert.That(builder.Try(dossier => dossier.CompleteForm(builder.Form, builder.As(stranger))), Is.EqualTo((string[])["StepNotYours"]));
        builder.Then(dossier => dossier.AskWithdrawal("Không in nữa", null, builder.As(builder.Applicant)));
        Assert.That(builder.Try(dossier => dossier.CompleteForm(builder.Form, builder.As(builder.Clerk))), Is.EqualTo((string[])["WithdrawalPending"]));
    }

    [TestCase("publishing-permit", "armedForces durationMinutes languages medium standardPages")]
    [TestCase("game-point-extension", "licenceDate licenceNumber")]
    [TestCase("bts-investment-approval", "")]
    public void WhatMustBeTypedAtOnce_IsWhatFeePapersRouteAndRegisterDependOn(string slug, string fields)
    {
        var rules = new DossierBuilder(slug).Rules;

        Assert.That(string.Join(' ', BriefForm.Fields(rules.Procedure, rules.Route).Order(StringComparer.Ordinal)), Is.EqualTo(fields));
    }

    [Test]
    public void WhatIsNotTyped_IsNamedOnceByItsLabel_ARowsTableByItsTitle()
    {
        var form = new DossierBuilder("bts-investment-approval").Rules.Procedure.Form;
        var table = form.Sections.First(section => section.Rows is not null);

        var open = BriefForm.Unanswered(form, FormData.Empty, DossierBuilder.Start);

        Assert.That(
            open,
            Is.Unique.And.Contains(table.Title).And.Contains(form.Sections.SelectMany(section => section.Fields).First(field => field.Required).Label)
        );
    }

    [TestCase("publishing-permit", SubmissionChannel.Online)]
    [TestCase("denunciation-settlement", SubmissionChannel.Counter)]
    public void WhatIsFiledOnline_OrIsAboutSomebody_IsTypedWhole(string slug, SubmissionChannel channel)
    {
        var builder = new DossierBuilder(slug, channel);

        Assert.That(builder.Try(dossier => dossier.TakeBriefly("Kỷ yếu", builder.As(builder.Sender))), Is.EqualTo((string[])["BriefNotOffered"]));
    }

    private static DossierBuilder Accepted(string slug)
    {
        var builder = new DossierBuilder(slug, SubmissionChannel.Counter);
        Take(builder, BriefForm.Fields(builder.Rules.Procedure, builder.Rules.Route));
        return builder.Accepted();
    }

    private static void Take(DossierBuilder builder, IEnumerable<string> fields)
    {
        var typed = builder.Form.Only(fields.ToHashSet(StringComparer.Ordinal));
        builder
            .Then(dossier => dossier.SaveDraft(dossier.Applicant, null, ReturnBy.Counter, typed, builder.As(builder.Clerk)))
            .Then(dossier => dossier.TakeBriefly("Về việc được nêu trên đơn", builder.As(builder.Clerk)));
    }
}

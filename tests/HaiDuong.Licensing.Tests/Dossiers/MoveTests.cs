using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Moving to another version of the procedure: what was promised stays, and nobody is shut in a supplement.</summary>
public sealed class MoveTests
{
    private static readonly Dictionary<string, string> AsPlanned = [];
    private static readonly Actor Administrator = DossierBuilder.Holder("Quản trị", StaffRole.Administrator, "hp-culture-office");

    [Test]
    public void Move_ToAnotherFormAndTheSameTerm_IsDone_AndTheDueDateStays()
    {
        var builder = new DossierBuilder().Assigned();
        var due = builder.Dossier.StatutoryDue;

        builder.Then(dossier => dossier.MoveTo(NextVersion(builder), AsPlanned, builder.As(Administrator)));

        Assert.That(builder.Dossier.ProcedureVersion, Is.EqualTo(builder.Rules.Procedure.InForceFrom.PlusYears(5)));
        Assert.That(builder.Dossier.StatutoryDue, Is.EqualTo(due));
    }

    [TestCase(1, 0)]
    [TestCase(0, -1)]
    public void Move_ThatWouldChangeTheStatutoryOrThePromisedDate_IsRefused(int statutory, int published)
    {
        var builder = new DossierBuilder().Assigned();
        var version = builder.Dossier.ProcedureVersion;
        var target = NextVersion(builder);
        target = target with
        {
            Procedure = target.Procedure with
            {
                Terms =
                [
                    .. target.Procedure.Terms.Select(term =>
                        term with
                        {
                            Amount = term.Amount + statutory,
                            PublishedAmount = (term.PublishedAmount ?? term.Amount) + published,
                        }
                    ),
                ],
            },
        };

        Assert.That(builder.Try(dossier => dossier.MoveTo(target, AsPlanned, builder.As(Administrator))), Is.EqualTo((string[])["MoveChangesDueDate"]));
        Assert.That(builder.Dossier.ProcedureVersion, Is.EqualTo(version));
    }

    [Test]
    public void Move_ToAFormThatAsksMore_IsRefusedWhileASupplementIsWaitedFor()
    {
        var waiting = new DossierBuilder().SupplementAsked();
        var working = new DossierBuilder().Assigned();

        Assert.That(
            waiting.Try(dossier => dossier.MoveTo(AskingMore(waiting), AsPlanned, waiting.As(Administrator))),
            Is.EqualTo((string[])["MoveAwaitsSupplement"])
        );
        Assert.That(working.Try(dossier => dossier.MoveTo(AskingMore(working), AsPlanned, working.As(Administrator))), Is.Empty);
    }

    [Test]
    public void Move_ToAVersionThatAsksAnotherPaper_IsDoneWhileASupplementIsWaitedFor_AndLeavesItPossibleToSupply()
    {
        var builder = new DossierBuilder().SupplementAsked();
        var target = AskingAnotherPaper(builder);
        builder.Then(dossier => dossier.MoveTo(target, AsPlanned, builder.As(Administrator)));
        builder.Dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant));

        Assert.That(builder.Try(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant) with { Rules = target })), Is.Empty);
    }

    [Test]
    public void Move_ToAFormThatNoLongerAsksSomething_MissesNothing_AndLeavesItPossibleToSupply()
    {
        var builder = new DossierBuilder().SupplementAsked();
        var target = AskingLess(builder);
        var plan = builder.Dossier.PlanMove(builder.Rules, target, AsPlanned, builder.As(Administrator).Local);
        builder.Then(dossier => dossier.MoveTo(target, AsPlanned, builder.As(Administrator)));
        builder.Dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant));

        Assert.That(plan.Missing.Select(refusal => refusal.Code), Is.Empty);
        Assert.That(builder.Try(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant) with { Rules = target })), Is.Empty);
    }

    private static DossierRules AskingAnotherPaper(DossierBuilder builder)
    {
        var target = NextVersion(builder);
        var paper = target.Procedure.Papers.First(known => known.Key == "manuscript") with { Key = "copyright" };
        return target with { Procedure = target.Procedure with { Papers = [.. target.Procedure.Papers, paper] } };
    }

    private static DossierRules AskingLess(DossierBuilder builder)
    {
        var target = NextVersion(builder);
        var sections = target.Procedure.Form.Sections.Select(section => section with { Fields = [.. section.Fields.Where(field => field.Key != "summary")] });
        return target with { Procedure = target.Procedure with { Form = target.Procedure.Form with { Sections = [.. sections] } } };
    }

    private static DossierRules NextVersion(DossierBuilder builder) =>
        builder.Rules with
        {
            Procedure = builder.Rules.Procedure with { InForceFrom = builder.Rules.Procedure.InForceFrom.PlusYears(5) },
        };

    private static DossierRules AskingMore(DossierBuilder builder)
    {
        var target = NextVersion(builder);
        var more = new FormSection
        {
            Key = "more",
            Title = "Thêm",
            Fields =
            [
                new FormField
                {
                    Key = "more",
                    Label = "Nội dung thêm",
                    Type = FieldType.Text,
                },
            ],
        };
        return target with { Procedure = target.Procedure with { Form = target.Procedure.Form with { Sections = [.. target.Procedure.Form.Sections, more] } } };
    }
}

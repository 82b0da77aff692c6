using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

/// <summary>Whatever is asked again can be answered truthfully: every field of every version is asked alone and answered each way.</summary>
public sealed class FormScopeTests
{
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

    public static IEnumerable<TestCaseData> Versions() =>
        Catalogue.Versions.Select(version => new TestCaseData(version).SetArgDisplayNames(version.VersionKey));

    [TestCaseSource(nameof(Versions))]
    public void AnyField_AskedAlone_CanBeAnsweredEachWay(Procedure version)
    {
        foreach (var before in Filled(version))
        {
            foreach (var after in Filled(version))
            {
                // What applies now and is asked for is given; that it does not apply is another answer, which is asked by its own name.
                foreach (var key in KeysOf(version.Form).Where(key => !IsGiven(before, key) || IsGiven(after, key)))
                {
                    var amended = FormScope.Of(version, before, [key]).Amend(before, after);

                    Assert.That(FormRules.Check(version.Form, amended, EveryForm.DayOf(version)).Select(refusal => refusal.ToString()), Is.Empty, key);
                }
            }
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Papers_ThatAnAnswerCallsFor_MayBeSent(Procedure version)
    {
        foreach (var paper in version.Papers.Where(paper => paper.When is not null))
            Assert.That(FormScope.Of(version, FormData.Empty, [paper.When!.Field]).Papers, Does.Contain(paper.Key));
    }

    [Test]
    public void Translation_AskedAlone_OpensOriginAndTranslator()
    {
        var permit = FormsOfProcedures.Procedure("publishing-permit");

        var scope = FormScope.Of(permit, FormsOfProcedures.Filled(permit.Form), ["isTranslation"]);

        Assert.That(scope.Fields, Is.EquivalentTo(["isTranslation", "origin", "translator"]));
        Assert.That(scope.Covers("summary"), Is.False);
    }

    [Test]
    public void HiddenField_Asked_OpensWhatHidesIt()
    {
        var permit = FormsOfProcedures.Procedure("publishing-permit");
        var own = FormsOfProcedures.Filled(permit.Form).With("isTranslation", "false");

        Assert.That(FormScope.Of(permit, own, ["translator"]).Fields, Does.Contain("isTranslation"));
        Assert.That(FormScope.Of(permit, own.With("isTranslation", "true"), ["translator"]).Fields, Is.EquivalentTo(["translator"]));
    }

    [Test]
    public void FieldOfARule_Asked_OpensTheOther()
    {
        var conference = FormsOfProcedures.Procedure("press-conference");

        Assert.That(FormScope.Of(conference, FormData.Empty, ["startsAt"]).Fields, Is.EquivalentTo(["startsAt", "endsAt"]));
    }

    /// <summary>The form filled in with each choice made each way.</summary>
    private static List<FormData> Filled(Procedure version) =>
        [
            .. EveryForm
                .Variants(version.Form)
                .Select((variant, number) => SampleForms.Fill(variant, SampleForms.Applicant(version, number % 3), EveryForm.DayOf(version), number % 3))
                .Distinct(),
        ];

    private static bool IsGiven(FormData data, string key) => data[key] is not null || data.RowsOf(key).Count > 0;

    private static IEnumerable<string> KeysOf(Form form) => form.Fields.Select(field => field.Key).Concat(form.Tables.Select(table => table.Key));
}

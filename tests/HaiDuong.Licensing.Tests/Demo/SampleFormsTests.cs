using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Demo;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Demo;

public sealed class SampleFormsTests
{
    private static readonly LocalDateTime Now = new(2026, 4, 13, 9, 0);
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

    private static IEnumerable<Procedure> Versions => Catalogue.Versions;

    [Test]
    public void Fill_AnyProcedureAndVariant_IsAcceptedByItsRules([ValueSource(nameof(Versions))] Procedure procedure, [Range(0, 5)] int variant)
    {
        var form = SampleForms.Fill(procedure, Now, variant);

        Assert.That(FormRules.Check(procedure.Form, form, Now), Is.Empty);
        Assert.That(ApplicantRules.Check(SampleForms.Applicant(procedure, form, variant), procedure), Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void ResultFields_OfAnyProcedure_FillWhatIsRequired(Procedure procedure)
    {
        var fields = SampleForms.ResultFields(procedure, SampleForms.Fill(procedure, Now), Now);

        Assert.That(procedure.Result.Fields.Where(field => field.Required && !fields.ContainsKey(field.Key)), Is.Empty);
    }

    [Test]
    public void Inspection_OfAProcedureWithOne_IsAcceptedByItsRules()
    {
        foreach (var procedure in Versions.Where(version => version.InspectionForm is not null))
            Assert.That(FormRules.Check(procedure.InspectionForm!, SampleForms.Inspection(procedure, Now), Now), Is.Empty);
    }
}

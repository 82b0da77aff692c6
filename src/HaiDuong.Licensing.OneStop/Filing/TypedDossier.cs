using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Ui.Fields;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>A dossier as it stands on the screen while it is typed, by the applicant or at the counter: people, form, and what is wrong with them.</summary>
public sealed record TypedDossier(ApplicantEntry Entry, Procedure Procedure, DeclaredPeople People, TypedForm Form, IReadOnlyList<Refusal> Refusals)
{
    public IReadOnlyList<FormFieldView> ApplicantFields => Entry.ApplicantFields(People.Applicant, Procedure, Refusals);

    public IReadOnlyList<FormFieldView> SubmitterFields => Entry.SubmitterFields(People.Submitter, Refusals);

    public FormFieldView ReturnField => Entry.ReturnField(People.ReturnBy);

    public IReadOnlyList<GeneratedSection> Sections => GeneratedForm.Of(Procedure.Form, Form.Data, Refusals, Form.ExtraRows, Procedure.Places);

    public static TypedDossier Read(ApplicantEntry entry, Procedure procedure, IFormCollection posted)
    {
        var typed = TypedForm.Read(procedure.Form, posted);
        return new TypedDossier(entry, procedure, ApplicantEntry.Read(typed.Answers), typed, []);
    }
}

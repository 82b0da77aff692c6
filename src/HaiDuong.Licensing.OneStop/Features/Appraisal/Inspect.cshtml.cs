using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

/// <summary>The record of the inspection, by the procedure's own form.</summary>
[ForRoles(StaffRole.Specialist, StaffRole.DivisionHead)]
public sealed class InspectModel(DossierPageServices services, InspectSite inspect, NearbyPlacesQuery nearby) : DossierPage(services)
{
    public IReadOnlyList<GeneratedSection> Sections { get; private set; } = [];

    public IEnumerable<FormFieldView> Fields =>
        Sections.SelectMany(section =>
            section.Rows is { } rows ? section.Fields.Concat(Enumerable.Range(0, rows.Rows.Count).SelectMany(rows.FieldsOf)) : section.Fields
        );

    /// <summary>What stands around the places of the dossier, to be seen on the spot.</summary>
    public IReadOnlyList<NearbyPlaces> Nearby { get; private set; } = [];

    protected override StepKind? Kind => StepKind.InspectSite;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } refused)
            return refused;
        return await ShowAsync(TypedForm.Of(Dossier.Inspection ?? FormData.Empty), []);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (Procedure.InspectionForm is not { } form)
            return NotFound();
        var typed = TypedForm.Read(form, Request.Form);
        if (typed.Command is not null)
        {
            ModelState.Clear();
            return await ShowAsync(typed, []);
        }

        var result = await inspect.DoAsync(new InspectSiteRequest(id, Revision, StepOfAct, FormRules.Visible(form, typed.Data)), Actor, Cancel);
        return await AnswerAsync(result, "Done", () => ShowAsync(typed, result.Refusals));
    }

    private async Task<IActionResult> ShowAsync(TypedForm typed, IReadOnlyList<Refusal> refusals)
    {
        Sections = Procedure.InspectionForm is { } form ? GeneratedForm.Of(form, typed.Data, refusals, typed.ExtraRows) : [];
        // What belongs to a field is shown by the field.
        foreach (var refusal in refusals.Where(refusal => refusal.Field is not null))
            ModelState.Remove(refusal.Field!);
        Nearby = await nearby.ReadAsync(Dossier, Procedure, Now, Cancel);
        return Page();
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Web.Features.Shared;
using HaiDuong.Licensing.Web.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Appraisal;

/// <summary>The record of the inspection, by the procedure's own form.</summary>
public sealed class InspectModel(DossierPageServices services, InspectSite inspect) : DossierPage(services)
{
    public IReadOnlyList<GeneratedSection> Sections { get; private set; } = [];

    public IEnumerable<FormFieldView> Fields =>
        Sections.SelectMany(section => section.Rows is { } rows
            ? section.Fields.Concat(Enumerable.Range(0, rows.Rows.Count).SelectMany(rows.FieldsOf))
            : section.Fields);

    protected override StepKind? Kind => StepKind.InspectSite;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } refused)
            return refused;
        return Show(Dossier.Inspection ?? FormData.Empty, [], []);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (Procedure.InspectionForm is not { } form)
            return NotFound();
        if (RowCommand.Read(Request.Form) is { } command)
            return ShowRows(form, command);
        var record = FormReader.Read(form, Posted());
        var result = await inspect.DoAsync(new InspectSiteRequest(id, Revision, StepOfAct, FormRules.Visible(form, record)), Actor, Cancel);
        return await AnswerAsync(result, "Done", () => Task.FromResult<IActionResult>(Show(record, result.Refusals, [])));
    }

    private PageResult ShowRows(Form form, RowCommand command)
    {
        var single = FormReader.Read(form, Posted().Where(pair => !pair.Key.Contains('[', StringComparison.Ordinal)));
        var extra = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in form.Tables)
        {
            var rows = command.Apply(table.Key, RowCommand.ReadRows(Request.Form, table.Key), () => new Dictionary<string, string>());
            var read = FormReader.Read(form, rows.SelectMany((row, index) => row.Select(cell =>
                KeyValuePair.Create($"{table.Key}[{index}].{cell.Key}", (IReadOnlyList<string>)[cell.Value]))));
            single = single.WithRows(table.Key, read.RowsOf(table.Key));
            extra[table.Key] = rows.Count - read.RowsOf(table.Key).Count;
        }

        ModelState.Clear();
        return Show(single, [], extra);
    }

    private PageResult Show(FormData record, IReadOnlyList<Refusal> refusals, Dictionary<string, int> extra)
    {
        Sections = Procedure.InspectionForm is { } form ? GeneratedForm.Of(form, record, refusals, extra) : [];
        // What belongs to a field is shown by the field.
        foreach (var refusal in refusals.Where(refusal => refusal.Field is not null))
            ModelState.Remove(refusal.Field!);
        return Page();
    }

    private IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Posted() =>
        Request.Form.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)[.. pair.Value.OfType<string>()]));
}

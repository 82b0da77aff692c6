using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Mẫu lý do: what those who send back, ask for more or refuse choose from.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class ReasonTemplatesModel(
    ReasonTemplatesQuery query,
    SaveReasonTemplate save,
    RemoveReasonTemplate remove,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<ReasonTemplatesModel> words
) : PageModel
{
    public const string Address = "/quan-tri/mau-ly-do";

    /// <summary>The one that is changed.</summary>
    [BindProperty(SupportsGet = true, Name = "sua")]
    public Guid? Changed { get; set; }

    [BindProperty]
    public ReasonPurpose? Purpose { get; set; }

    [BindProperty]
    public string? Procedure { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<ReasonTemplate> Templates { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Procedures { get; } =
    [
        .. catalogue
            .Versions.GroupBy(version => version.Slug)
            .Select(versions => new FieldChoice(versions.Key, catalogue.KindName(versions.Key)))
            .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
    ];

    /// <summary>The departments of today; nothing is chosen where there is one.</summary>
    public IReadOnlyList<FieldChoice> Offices =>
        [
            .. catalogue
                .Organisation.Offices.Where(office => office.IsDepartment && office.Exists(clock.Today))
                .Select(office => new FieldChoice(office.Key, office.Name)),
        ];

    public string ProcedureName(ReasonTemplate template) =>
        template.ProcedureSlug is { } slug ? Procedures.FirstOrDefault(choice => choice.Value == slug)?.Label ?? slug : words["EveryProcedure"];

    public string? OfficeName(ReasonTemplate template) =>
        template.Office is { } key ? catalogue.Organisation.Offices.FirstOrDefault(office => office.Key == key)?.Name ?? key : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Templates = await query.ReadAsync(cancel);
        if (Changed is not { } id)
            return Page();
        if (Templates.FirstOrDefault(one => one.Id == id) is not { } template)
            return NotFound();
        (Purpose, Procedure, Office, Text) = (template.Purpose, template.ProcedureSlug, template.Office, template.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var request = new SaveReasonTemplateRequest(Changed, Purpose, Chosen(Procedure), Chosen(Office), Text ?? "");
        return await AnswerAsync(await save.DoAsync(request, await current.GetAsync(cancel), cancel), "Saved", cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(await remove.DoAsync(id, await current.GetAsync(cancel), cancel), "Removed", cancel);

    private static string? Chosen(string? value) => value is { Length: > 0 } ? value : null;

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Refusal> refusals, string good, CancellationToken cancel)
    {
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words[good]);
            return Redirect(Address);
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        Templates = await query.ReadAsync(cancel);
        return Page();
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

/// <summary>The draft of the result beside the document it makes: grant with its fields, or refuse with grounds and reason.</summary>
[ForRoles(StaffRole.Specialist, StaffRole.DivisionHead)]
public sealed class DraftModel(DossierPageServices services, DraftResult draft, DecisionPress press, LicenceRegister licences) : DossierPage(services)
{
    private const string FieldPrefix = "fields.";

    /// <summary>Stands in the preview where something required is still empty.</summary>
    private const string Gap = "…";

    private IReadOnlyDictionary<string, string> values = new Dictionary<string, string>();

    [BindProperty(Name = "Decision")]
    public DecisionKind Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<string> Grounds { get; private set; } = [];

    public IReadOnlyList<FieldChoice> GroundChoices => [.. Procedure.RefusalGrounds.Select(ground => new FieldChoice(ground.Key, ground.Text))];

    public IReadOnlyList<CheckOutcome> Checks => CheckRules.Evaluate(Procedure, Dossier.Form, Dossier.Inspection);

    protected override StepKind? Kind => StepKind.DraftResult;

    /// <summary>The licence that the result changes; null when there is none, or when the register does not have it.</summary>
    public Licence? Licence { get; private set; }

    /// <summary>What speaks against granting by the licence register, as long as nothing is typed.</summary>
    public IReadOnlyList<Refusal> Against { get; private set; } = [];

    /// <summary>The fields of the result, with what was typed and what is wrong.</summary>
    public IEnumerable<FormFieldView> Fields => Procedure.Result.Fields.Select(ViewOf);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } refused)
            return refused;
        await TakeStoredAsync();
        return Page();
    }

    /// <summary>The document as the draft stands before anything is typed.</summary>
    public async Task<IActionResult> OnGetPreviewAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } refused)
            return refused;
        await TakeStoredAsync();
        return Preview();
    }

    /// <summary>The document with what is typed now; nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } refused)
            return refused;
        TakeTyped();
        return Preview();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        TakeTyped();
        if (Answer == DecisionKind.Grant && CheckFields() is { Count: > 0 } faults)
        {
            FormRefusals.Add(ModelState, faults);
            return await UnreadableAsync(() => Task.FromResult<IActionResult>(Page()));
        }

        var result = await draft.DoAsync(new DraftResultRequest(id, Revision, StepOfAct, Answer, values, Grounds, Reason), Actor, Cancel);
        return await AnswerAsync(result, "Done", () => Task.FromResult<IActionResult>(Page()));
    }

    private FormFieldView ViewOf(FormField field) =>
        GeneratedForm.ViewOf(field) with
        {
            Name = FieldPrefix + field.Key,
            Values = GeneratedForm.Typed(field, values.GetValueOrDefault(field.Key)),
            Errors = [.. ModelState.TryGetValue(FieldPrefix + field.Key, out var entry) ? entry.Errors.Select(error => error.ErrorMessage) : []],
            ShowWhen = FormCondition.Of("Decision", $"{DecisionKind.Grant}"),
        };

    private async Task TakeStoredAsync()
    {
        var named = await licences.NamedAsync(Procedure, Dossier.Form, Dossier.Applicant, Cancel);
        Licence = named is { Finding: LicenceFinding.Known } ? named.Licence : null;
        Against = named?.Check(Dossier.Applicant, LicenceRegister.FiledOn(Dossier, Act)) ?? [];
        values = ResultPrefill.Of(Dossier, Procedure, Licence, Act.Local.Date);
        Answer =
            Against.Count > 0
                ? DecisionKind.Refuse
                : Dossier.ResultDraft?.Kind ?? (Dossier.Checks.All(check => check.Met) ? DecisionKind.Grant : DecisionKind.Refuse);
        Grounds = Dossier.ResultDraft?.Grounds ?? [];
        Reason = Dossier.ResultDraft?.Reason;
    }

    private void TakeTyped()
    {
        values = Procedure
            .Result.Fields.Select(field => (field.Key, Value: field.Read([.. Request.Form[FieldPrefix + field.Key].OfType<string>()])))
            .Where(pair => pair.Value.Length > 0)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        Grounds = [.. Request.Form["Grounds"].OfType<string>().Where(key => Procedure.RefusalGrounds.Any(ground => ground.Key == key))];
    }

    /// <summary>Types and limits of the fields, by the same rules as a form of the procedure.</summary>
    private List<Refusal> CheckFields()
    {
        var form = new Form
        {
            Name = Procedure.Result.Name,
            Source = Procedure.Result.Source,
            Verified = Procedure.Result.Verified,
            Sections =
            [
                new FormSection
                {
                    Key = "result",
                    Title = Procedure.Result.Name,
                    Fields = Procedure.Result.Fields,
                },
            ],
        };
        return
        [
            .. FormRules
                .Check(form, new FormData(values), Act.Local)
                .Select(refusal => new Refusal(refusal.Code, FieldPrefix + refusal.Field, [.. refusal.Args])),
        ];
    }

    private IActionResult Preview()
    {
        var filled = Procedure
            .Result.Fields.Where(field => field.Required || values.ContainsKey(field.Key))
            .ToDictionary(field => field.Key, field => values.GetValueOrDefault(field.Key, Gap), StringComparer.Ordinal);
        var typed = new DecisionDraft(Answer, filled, Grounds, string.IsNullOrWhiteSpace(Reason) && Grounds.Count == 0 ? Gap : Reason, Actor.Name, Act.Local);
        // On a copy that nothing saves.
        if (Dossier.DraftResult(Work!.StepId, typed, Act).Count > 0)
            return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(press.Preview(Dossier, Act), "application/pdf");
    }
}

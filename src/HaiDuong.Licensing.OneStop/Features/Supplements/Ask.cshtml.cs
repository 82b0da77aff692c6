using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Supplements;

/// <summary>
/// Lập phiếu yêu cầu bổ sung: the papers and answers that are asked for, each with its reason; by the counter before acceptance, by the
/// specialist or the head after it. Once asked, the page shows the slip to print.
/// </summary>
[ForRoles(StaffRole.CounterClerk, StaffRole.Specialist, StaffRole.DivisionHead)]
public sealed class AskModel(DossierPageServices services, AskSupplement ask) : DossierPage(services)
{
    protected override StepKind? Kind => Dossier.IsAccepted ? StepKind.AppraiseDossier : StepKind.ReceiveDossier;

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    [BindProperty(Name = "answerBy")]
    [Ahead]
    public LocalDate? AnswerBy { get; set; }

    /// <summary>The ticked things, as <c>Paper:key</c> or <c>Field:key</c>.</summary>
    [BindProperty(Name = "ask")]
    public List<string> Asked { get; set; } = [];

    /// <summary>What was asked and has not come; after a lost race the form stays with what was typed.</summary>
    public SupplementRequest? Waiting => HttpMethods.IsPost(Request.Method) ? null : Dossier.UnansweredSupplement;

    /// <summary>Whether this person takes in what the applicant brings to answer it.</summary>
    public bool MayTakeIn => Dossier.OpenSupplement(Act.Local.Date) is not null && Dossier.WhyNot(DossierAct.Supply, Act).Count == 0;

    public string? SlipUrl =>
        Dossier.Slips.LastOrDefault(slip => slip.Kind == SlipKind.Supplement) is { } slip ? StepPaths.Slip(Dossier.Id, slip.FileHash) : null;

    /// <summary>The last day that the rules give by themselves.</summary>
    public LocalDate Until => ReceptionTimes.SupplementUntil(Act.Local, Act.Rules.Regime, Act.Rules.Calendar);

    /// <summary>The term has run out: asking is still possible, but the clock goes on.</summary>
    public bool IsOverdue => Dossier.IsAccepted && Dossier.Due.ClassAt(Act.Local) == DueClass.Overdue;

    public IReadOnlyList<SupplementChoice> Papers => PapersOf(Procedure);

    public IReadOnlyList<SupplementChoice> FieldsOf(FormSection section) =>
        [
            .. section.Fields.Select(field => WithFollowers(Choice(SupplementTarget.Field, field.Key, field.Label))),
            .. section.Rows is { } table ? [WithFollowers(Choice(SupplementTarget.Field, table.Key, section.Title))] : Array.Empty<SupplementChoice>(),
        ];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (Waiting is not null)
            return Page();
        AnswerBy = Until;
        if (await OpenStepAsync(id) is { } closed)
            return closed;
        if (Dossier.WhyNot(DossierAct.AskSupplement, Act) is not [var refused, ..])
            return Page();
        Flash.Info(TempData, refused.Sentence);
        return Redirect(StepPaths.Dossier(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (AnswerBy is null)
            ModelState.AddMissing("answerBy", Word("AnswerByMissing", VietnameseDate.Print(Until)));
        TryWhatIsRead();
        var result = await ask.DoAsync(new AskSupplementRequest(id, Revision, Items(), Reason ?? "", AnswerBy ?? Until), Actor, Cancel);
        return await AnswerAsync(result, "Asked", ShowAsync, StepPaths.AskSupplement(id));
    }

    private Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());

    /// <summary>Named as the slip has to name them, in whatever language the page was read.</summary>
    private IReadOnlyList<SupplementItem> Items() =>
        [
            .. PapersOf(Act.Rules.Procedure)
                .Concat(Act.Rules.Procedure.Form.Sections.SelectMany(FieldsOf))
                .Where(choice => choice.IsAsked)
                .Select(choice => new SupplementItem(choice.Target, choice.Key, choice.Label, choice.Reason ?? "")),
        ];

    private IReadOnlyList<SupplementChoice> PapersOf(Procedure procedure) =>
        [.. procedure.Papers.Select(paper => Choice(SupplementTarget.Paper, paper.Key, paper.Name))];

    private SupplementChoice WithFollowers(SupplementChoice choice)
    {
        var open = FormScope.Of(Procedure, Dossier.Form, [choice.Key]);
        return choice with
        {
            Followers =
            [
                .. Procedure
                    .Form.Sections.SelectMany(section =>
                        section.Fields.Select(field => (field.Key, field.Label)).Concat(section.Rows is { } table ? [(table.Key, section.Title)] : [])
                    )
                    .Where(field => field.Key != choice.Key && open.Fields.Contains(field.Key))
                    .Select(field => field.Label),
                .. Procedure.Papers.Where(paper => open.Papers.Contains(paper.Key)).Select(paper => paper.Name),
            ],
        };
    }

    private SupplementChoice Choice(SupplementTarget target, string key, string label) =>
        new(
            target,
            key,
            label,
            Asked.Contains($"{target}:{key}"),
            Request.HasFormContentType ? Request.Form[SupplementItem.ReasonName(target, key)].ToString() : null
        );
}

/// <summary>Something that may be asked for, whether it was ticked and the reason typed.</summary>
public sealed record SupplementChoice(SupplementTarget Target, string Key, string Label, bool IsAsked, string? Reason)
{
    /// <summary>Names of what is asked with it, because it depends on the answer.</summary>
    public IReadOnlyList<string> Followers { get; init; } = [];

    public string Value => $"{Target}:{Key}";

    public string ReasonName => SupplementItem.ReasonName(Target, Key);
}

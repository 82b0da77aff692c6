using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>
/// One part of a draft as a form. Only one button saves; those that add, move and remove rows show the form again as it would be. Who is late is told what
/// somebody else saved, and sees what they typed.
/// </summary>
[ForRoles(StaffRole.Administrator)]
[RequestFormLimits(ValueCountLimit = 10_000)]
public sealed class EditPartModel(
    ProcedureDraftsQuery query,
    ProcedureDraftCheck check,
    SaveProcedureDraft save,
    Rulebooks rulebooks,
    CurrentActor current,
    OfficeClock clock,
    MemberWords members,
    PageWords<EditPartModel> words
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "phan")]
    public string PartKey { get; set; } = ProcedureParts.General;

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The part as it was saved when the form was opened, for whoever comes late with it.</summary>
    [BindProperty]
    public string? Began { get; set; }

    /// <summary>The part as the form shows it, where that is not saved.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>The digest of the version that a draft would begin from.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public OpenProcedure Open { get; private set; } = null!;

    public ProcedurePart Part { get; private set; } = null!;

    public EditedPage Edited { get; private set; } = null!;

    public MemberWords Members => members;

    public IReadOnlyDictionary<string, string> Files { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    /// <summary>What somebody else saved in this part meanwhile.</summary>
    public IReadOnlyList<ProcedureChange> Theirs { get; private set; } = [];

    /// <summary>Who that was; null while nobody was in between.</summary>
    public string? SavedBetween { get; private set; }

    /// <summary>What is said above the form, where something is to be said.</summary>
    public string Heading =>
        SavedBetween is { } other ? words["Between", other]
        : Response.StatusCode == StatusCodes.Status200OK ? words["Faults"]
        : words["NotSaved"];

    public bool IsLetters => Part.Key == ProcedureParts.Letters;

    public string Title => EditedPath.OfItem(Part.Key) is null ? members.Part(Part) : $"{members.Part(Part)}: {members.NameOf(Edited.Document, Part.Key)}";

    public IEnumerable<EditedView> Views =>
        Part
            .Roots.Select(root => (Path: root, Shape: EditedPath.ShapeAt(root)))
            .Where(root => root.Shape is not null)
            .Select(root => new EditedView(Edited, root.Path, root.Shape!));

    private string Here => $"{ProcedureListModel.AddressOf(Slug, "/sua")}?phan={Uri.EscapeDataString(Part.Key)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await query.OpenAsync(Slug, cancel) is not { } open || !Take(open, open.Files))
            return NotFound();
        Begin();
        ShowFindings();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = EditCommand.Field)] string? command, CancellationToken cancel)
    {
        if (
            await query.OpenAsync(Slug, cancel) is not { } open
            || TypedPart.Read(open.Files, new SentPart(PartKey, Began, Shown, Sent, command)) is not { } typed
        )
            return NotFound();
        PartKey = typed.Key;
        if (command is { Length: > 0 })
            return Unsaved(open, typed);
        Take(open, typed.Files);
        // Who saved another part is in nobody's way.
        var over = typed.IsTouched || Began is null || open.Draft is null ? Revision : open.Revision;
        var request = new SaveProcedureDraftRequest(Slug, typed.Files, over, Seen);
        var (_, refusals) = await save.DoAsync(request, await current.GetAsync(cancel), cancel);
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words["Saved"]);
            return Redirect(Here);
        }

        ModelState.Clear();
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        if (typed.IsTouched)
            (Theirs, SavedBetween) = (typed.Theirs, open.Draft?.SavedBy);
        Begin();
        return Page();
    }

    /// <summary>The form with its rows as the button left them; nothing is saved.</summary>
    private PageResult Unsaved(OpenProcedure open, TypedPart typed)
    {
        ModelState.Clear();
        Take(open, typed.Files, typed.Opened);
        (Findings, Shown) = ([], TypedPart.Text(typed.Files, Part));
        Edited = Edited with { Findings = [] };
        return Page();
    }

    /// <summary>From here on the form stands over what is saved now, and shows what it shows.</summary>
    private void Begin()
    {
        (Revision, Seen, Shown) = (Open.Revision, Open.BaseHash, TypedPart.Text(Files, Part));
        Began = ProcedureParts.Find(ProcedureDocument.Parse(Open.Files[DraftFiles.Document]), Part.Key) is { } saved ? TypedPart.Text(Open.Files, saved) : null;
    }

    /// <summary>Whether the form shows what nobody has saved.</summary>
    public bool IsUnsaved => Shown != Began;

    private string? Sent(string path) => Request.Form.TryGetValue(EditedView.Prefix + path, out var sent) ? string.Join(',', sent.AsEnumerable()) : null;

    private bool Take(OpenProcedure open, IReadOnlyDictionary<string, string> files, string? opened = null)
    {
        var document = ProcedureDocument.Parse(files[DraftFiles.Document]);
        if (ProcedureParts.Find(document, PartKey) is not { } part)
            return false;
        (Open, Files, Part) = (open, files, part);
        Findings = [.. (open.Draft is null ? [] : check.Check(Slug, files, clock.Today)).Where(finding => part.Covers(finding.Path))];
        Edited = new EditedPage(document, Findings, members, Known(), opened, Here);
        return true;
    }

    /// <summary>Beside the controls, of which lists of texts have one for all.</summary>
    private void ShowFindings()
    {
        foreach (var finding in Findings.Where(finding => !finding.IsAdvice))
            ModelState.AddModelError(
                EditedView.Prefix + (IsLetters || EditedPath.ShapeAt(finding.Path) is not null ? finding.Path : EditedPath.Around(finding.Path)),
                members.Finding(finding)
            );
    }

    private Dictionary<string, IReadOnlyList<FieldChoice>> Known()
    {
        List<FieldChoice> procedures =
        [
            .. rulebooks
                .Catalogue.Versions.Select(version => version.Slug)
                .Distinct(StringComparer.Ordinal)
                .Select(slug => new FieldChoice(slug, rulebooks.Catalogue.KindName(slug)))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];
        return new(StringComparer.Ordinal)
        {
            ["Procedure.routeId"] = [.. rulebooks.Routes.Select(route => new FieldChoice(route.Id, rulebooks.Catalogue.Shown(route.Name)))],
            ["Procedure.divisionKey"] =
            [
                .. rulebooks
                    .Catalogue.Versions.Select(version => version.DivisionKey)
                    .Distinct(StringComparer.Ordinal)
                    .Select(unit => new FieldChoice(unit, rulebooks.Catalogue.Organisation.NameOf(unit))),
            ],
            ["EligibilityQuestion.instead"] = procedures,
            ["LicenceRule.instead"] = procedures,
        };
    }
}

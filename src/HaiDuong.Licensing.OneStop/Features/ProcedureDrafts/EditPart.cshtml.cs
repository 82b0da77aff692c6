using System.Text.Json;
using System.Text.Json.Nodes;
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

/// <summary>One part of a draft as a form. Every button saves what is typed; who is late is told and sees what they typed.</summary>
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

    /// <summary>The row that was just added or moved.</summary>
    [BindProperty(SupportsGet = true, Name = "mo")]
    public string? Opened { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The part as the form began, for whoever comes late with it.</summary>
    [BindProperty]
    public string? Base { get; set; }

    public OpenProcedure Open { get; private set; } = null!;

    public ProcedurePart Part { get; private set; } = null!;

    public EditedPage Edited { get; private set; } = null!;

    public MemberWords Members => members;

    public IReadOnlyDictionary<string, string> Files { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    public bool IsLetters => Part.Key == ProcedureParts.Letters;

    public string Title => EditedPath.OfItem(Part.Key) is null ? members.Part(Part) : $"{members.Part(Part)}: {members.NameOf(Edited.Document, Part.Key)}";

    /// <summary>The part as the form begins.</summary>
    public string Begun =>
        Convert.ToBase64String(
            JsonSerializer.SerializeToUtf8Bytes(
                new JsonObject(IsLetters ? [] : Part.Roots.Select(root => KeyValuePair.Create(root, Edited.Document.Find(root)?.DeepClone())))
            )
        );

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
        Revision = Open.Revision;
        ShowFindings();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = EditCommand.Field)] string? command, CancellationToken cancel)
    {
        if (await query.OpenAsync(Slug, cancel) is not { } open)
            return NotFound();
        var files = Typed(open, command, out var opened);
        if (!Take(open, files))
            return NotFound();
        var (_, refusals) = await save.DoAsync(new SaveProcedureDraftRequest(Slug, files, Revision), await current.GetAsync(cancel), cancel);
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words["Saved"]);
            return Redirect(opened is null ? Here : $"{Here}&mo={Uri.EscapeDataString(opened)}#{FieldId.Of(EditedView.Prefix + opened)}");
        }

        ModelState.Clear();
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        Revision = Open.Revision;
        ShowFindings();
        return Page();
    }

    /// <summary>The draft with what was typed: over what the form began with where somebody has saved since.</summary>
    private IReadOnlyDictionary<string, string> Typed(OpenProcedure open, string? command, out string? opened)
    {
        opened = null;
        var document = ProcedureDocument.Parse(open.Files[DraftFiles.Document]);
        if (PartKey == ProcedureParts.Letters)
            return ProcedureParts.Find(document, PartKey)!.Roots.Aggregate(open.Files, TypedLetter);
        if (Revision != open.Revision)
        {
            foreach (var (root, value) in Began())
                document.Put(root, value);
        }

        foreach (var root in ProcedureParts.Find(document, PartKey)?.Roots ?? [])
            document.Type(root, Sent);
        if (command is { Length: > 0 })
            opened = EditCommand.Do(document, command);
        return DraftFiles.With(open.Files, document);
    }

    private JsonObject Began()
    {
        try
        {
            return JsonNode.Parse(Convert.FromBase64String(Base ?? "")) as JsonObject ?? [];
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            return [];
        }
    }

    private IReadOnlyDictionary<string, string> TypedLetter(IReadOnlyDictionary<string, string> files, string file) =>
        Sent(file)?.ReplaceLineEndings("\n") is { } text && text.Trim() != files.GetValueOrDefault(file)?.ReplaceLineEndings("\n").Trim()
            ? DraftFiles.With(files, file, text)
            : files;

    private string? Sent(string path) => Request.Form.TryGetValue(EditedView.Prefix + path, out var sent) ? string.Join(',', sent.AsEnumerable()) : null;

    private bool Take(OpenProcedure open, IReadOnlyDictionary<string, string> files)
    {
        var document = ProcedureDocument.Parse(files[DraftFiles.Document]);
        if (ProcedureParts.Find(document, PartKey) is not { } part)
            return false;
        (Open, Files, Part) = (open, files, part);
        Findings = [.. (open.Draft is null ? [] : check.Check(Slug, files, clock.Today)).Where(finding => part.Covers(finding.Path))];
        Edited = new EditedPage(document, Findings, members, Known(), Opened);
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

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Acts;
using HaiDuong.Licensing.Web.Features.Shared;
using HaiDuong.Licensing.Web.Filing;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Ui.Entry;
using HaiDuong.Licensing.Web.Ui.Fields;
using HaiDuong.Licensing.Web.Ui.Layout;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.Web.Features.Supplements;

/// <summary>One asked item with everything that its answer may call for, in the order of the form.</summary>
public sealed record SupplyPanel(SupplementItem Item, IReadOnlyList<SupplyPart> Parts, IReadOnlyList<PaperRequirement> Papers);

/// <summary>A field or a table of the form, and when its section is shown; null when always.</summary>
public sealed record SupplyPart(string? ShowWhen, FormFieldView? Field, FormRowsView? Rows);

/// <summary>Nộp bổ sung: the papers and fields that were asked for with whatever depends on them, and nothing else.</summary>
[VisitorUpload]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[AllowAnonymous]
public sealed class SupplyModel(
    ApplicantDoor door, Rulebooks rulebooks, ActDesk desk, PaperUpload upload, SupplySupplement supply,
    PaperScans scans, RegisterLookups lookups, OfficeClock clock, IStringLocalizerFactory localizers) : PageModel, IAboutDivision
{
    public string? DivisionKey => Dossier?.DivisionKey;

    private const long MostBytes = 256L * 1024 * 1024;

    private Procedure procedure = null!;
    private FormData form = FormData.Empty;
    private FormScope scope = null!;
    private IReadOnlyList<ShownPaper> sent = [];
    private IReadOnlyDictionary<string, int> extraRows = new Dictionary<string, int>();

    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public Dossier Dossier { get; private set; } = null!;

    public SupplementRequest Asked { get; private set; } = null!;

    /// <summary>Nothing is asked any more: what was typed is shown, and cannot be sent.</summary>
    public bool IsTooLate { get; private set; }

    public int SeenRevision { get; private set; }

    /// <summary>Those that are not beside a file field.</summary>
    public IReadOnlyList<Refusal> FieldRefusals { get; private set; } = [];

    public IReadOnlyList<ShownPaper> Sent(string key) => [.. sent.Where(shown => shown.Paper.Key == key && shown.Paper.Round == Asked.Round)];

    /// <summary>What is asked, each item with what depends on it; nothing twice.</summary>
    public IReadOnlyList<SupplyPanel> Panels()
    {
        var sections = GeneratedForm.Of(procedure.Form, form, FieldRefusals, extraRows, procedure.Places);
        var shown = Asked.Items.Select(item => $"{item.Target}:{item.Key}").ToHashSet(StringComparer.Ordinal);
        return [.. Asked.Items.Select(item =>
        {
            if (item.Target == SupplementTarget.Paper)
                return new SupplyPanel(item, [], []);
            var open = FormScope.Of(procedure, Dossier.Form, [item.Key]);
            var keys = open.Fields.Where(key => shown.Add($"{SupplementTarget.Field}:{key}")).Append(item.Key).ToHashSet(StringComparer.Ordinal);
            return new SupplyPanel(
                item, [.. sections.SelectMany(section => Parts(section, keys))],
                [.. procedure.Papers.Where(paper => open.Papers.Contains(paper.Key) && shown.Add($"{SupplementTarget.Paper}:{paper.Key}"))]);
        })];
    }

    /// <summary>When a paper that an answer may call for is shown.</summary>
    public static string? ShowWhen(PaperRequirement paper) => GeneratedForm.Shown(paper.When);

    private IEnumerable<SupplyPart> Parts(GeneratedSection section, HashSet<string> keys)
    {
        var filed = procedure.Form.Sections.Single(known => known.Key == section.Key);
        if (IsNever(filed.ShownWhen))
            yield break;
        foreach (var (field, condition) in section.Fields.Zip(filed.Fields, (view, field) => (view, field.ShownWhen)).Where(field => keys.Contains(field.view.Name) && !IsNever(field.ShownWhen)))
            yield return new SupplyPart(OnPage(filed.ShownWhen), field with { ShowWhen = OnPage(condition) }, null);
        if (section.Rows is { } rows && keys.Contains(rows.Name))
            yield return new SupplyPart(OnPage(filed.ShownWhen), null, rows with { Columns = [.. rows.Columns.Zip(filed.Rows!.Fields, (view, column) => Column(filed.Rows, view, column.ShownWhen)).OfType<FormFieldView>()] });
    }

    private FormFieldView? Column(FormRows table, FormFieldView view, FormCondition? condition) =>
        condition is null || table.Fields.Any(column => column.Key == condition.Field) ? view
        : IsNever(condition) ? null
        : view with { ShowWhen = OnPage(condition) };

    /// <summary>A condition over a field that is not on the page holds as the dossier stands, or never.</summary>
    private bool IsNever(FormCondition? condition) => condition is not null && !scope.Covers(condition.Field) && !condition.Holds(Dossier.Form);

    private string? OnPage(FormCondition? condition) => scope.Covers(condition?.Field) ? GeneratedForm.Shown(condition) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await OpenAsync(cancel) switch
        {
            null => Redirect(await door.AskAtAsync(Reference, "bo-sung", cancel)),
            _ when Asked is null => Redirect(VisitorPass.Folder + Reference),
            _ => Page(),
        };

    public async Task<IActionResult> OnPostAsync(int seenRevision, Guid? remove, Guid? withoutPlace, string? go, CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } opened)
            return StatusCode(StatusCodes.Status401Unauthorized);
        // Sent again it is answered by what it did; another content, or another window's, comes too late, with its files.
        if (Asked is null)
            return await desk.RepeatedAsync(Dossier, opened.Actor, cancel) is { Done: true } || Dossier.Supplements is not [.., var last]
                ? Redirect(VisitorPass.Folder + Reference)
                : TooLate(last);
        ReadTyped();
        if (go == "supply" && SupplySupplement.AsksTheRegister(Dossier, procedure, clock.Today) && LicenceRegister.IsAskedBy(procedure, form) && !lookups.MayAsk())
            return StatusCode(StatusCodes.Status429TooManyRequests);
        // Files join the dossier in an act of their own; those that did before a line broke are no change by others.
        var joined = Dossier.Papers.Count(paper => paper.Round == Asked.Round);
        var seen = Dossier.Revision - seenRevision is var since && since >= 0 && since <= joined ? null : (int?)seenRevision;
        await TakeFilesAsync(opened, remove, withoutPlace, cancel);
        SeenRevision = Dossier.Revision;
        if (!ModelState.IsValid)
            return Wrong(StatusCodes.Status422UnprocessableEntity);
        if (go != "supply" || RowCommand.Read(Request.Form) is not null)
            return Page();
        var result = await supply.DoAsync(new SupplySupplementRequest(Dossier.Id, seen ?? SeenRevision, form), opened.Actor, cancel);
        if (result.Done)
        {
            Flash.Good(TempData, Word("Done"));
            return Redirect(VisitorPass.Folder + Reference);
        }

        if (Asked.IsOver(clock.Today))
            return TooLate(Asked);
        FieldRefusals = [.. result.Refusals.Where(refusal => !IsAboutAPaper(refusal))];
        FormRefusals.Add(ModelState, result.Refusals.Where(IsAboutAPaper));
        return Wrong(FormRefusals.StatusOf(result.Refusals));
    }

    private static bool IsAboutAPaper(Refusal refusal) => refusal.Field?.StartsWith("papers.", StringComparison.Ordinal) == true;

    private PageResult TooLate(SupplementRequest last)
    {
        (Asked, scope, IsTooLate) = (last, Dossier.ScopeOf(last, procedure), true);
        ReadTyped();
        FieldRefusals = [last switch
        {
            { AnsweredAt: { } sentAt } => new Refusal("SupplementSent", null, VietnameseDate.Print(sentAt)),
            _ when last.IsOver(clock.Today) => new Refusal("SupplementOver", null, last.AnswerBy),
            _ => new Refusal("SupplementNotAwaited"),
        }];
        return Wrong(StatusCodes.Status409Conflict);
    }

    private PageResult Wrong(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<OpenedDossier?> OpenAsync(CancellationToken cancel)
    {
        if (await door.OpenAsync(Reference, cancel) is not { } opened)
            return null;
        Dossier = opened.Dossier;
        SeenRevision = Dossier.Revision;
        // Once the time to answer has run out, or a withdrawal is asked, there is nothing to send any more.
        Asked = Dossier.OpenSupplement(clock.Today)!;
        procedure = rulebooks.For(Dossier).Procedure;
        scope = Dossier.SupplementScope(procedure, clock.Today)!;
        form = Dossier.Form;
        sent = await ShownPaper.OfAsync(Dossier.Papers, scans, cancel);
        return opened;
    }

    private void ReadTyped()
    {
        var typed = TypedForm.Read(procedure.Form, Request.Form);
        extraRows = typed.ExtraRows;
        foreach (var key in scope.Fields)
            form = procedure.Form.Tables.Any(table => table.Key == key) ? form.WithRows(key, typed.Data.RowsOf(key)) : form.With(key, typed.Data[key] ?? "");
    }

    private async Task TakeFilesAsync(OpenedDossier opened, Guid? remove, Guid? withoutPlace, CancellationToken cancel)
    {
        var asked = Asked.Items.Where(item => item.Target == SupplementTarget.Paper).Select(item => item.Key).Concat(scope.Papers);
        var incoming = procedure.Papers.Where(paper => asked.Contains(paper.Key)).SelectMany(paper => Request.Form.Files.GetFiles(PaperUpload.FieldOf(paper.Key))
            .Select(file => new IncomingPaper(paper, file.FileName, file.OpenReadStream))).ToList();
        if (incoming.Count > 0)
            Take(await upload.AddAsync(Dossier.Id, incoming, opened.Actor, cancel));
        if (remove is { } paperId)
            Take(await upload.RemoveAsync(Dossier.Id, paperId, opened.Actor, cancel));
        if (withoutPlace is { } photoId)
            Take(await upload.TakePlaceOutAsync(Dossier, photoId, opened.Actor, cancel));
        sent = await ShownPaper.OfAsync(Dossier.Papers, scans, cancel);
    }

    private void Take(ActResult result)
    {
        Dossier = result.Dossier ?? Dossier;
        FormRefusals.Add(ModelState, result.Refusals);
    }

    private string Word(string key) => localizers.Create("HaiDuong.Licensing.Web.Features.Supplements.Supply", typeof(SupplyModel).Assembly.GetName().Name!)[key];
}

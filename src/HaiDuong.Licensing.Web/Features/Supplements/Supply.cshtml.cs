using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Ui.Fields;
using HaiDuong.Licensing.Web.Ui.Layout;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.Web.Features.Supplements;

/// <summary>Nộp bổ sung: exactly the papers and fields that were asked for, and nothing else.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class SupplyModel(
    ApplicantDoor door, Rulebooks rulebooks, PaperUpload upload, SupplySupplement supply, IStringLocalizerFactory localizers) : PageModel
{
    private const long MostBytes = 256L * 1024 * 1024;

    private Procedure procedure = null!;
    private FormData form = FormData.Empty;
    private IReadOnlyDictionary<string, int> extraRows = new Dictionary<string, int>();

    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public Dossier Dossier { get; private set; } = null!;

    public SupplementRequest Asked { get; private set; } = null!;

    public int SeenRevision { get; private set; }

    /// <summary>Those that are not beside a file field.</summary>
    public IReadOnlyList<Refusal> FieldRefusals { get; private set; } = [];

    public IReadOnlyList<Paper> Sent(string key) => [.. Dossier.Papers.Where(paper => paper.Key == key && paper.Round == Asked.Round)];

    public IEnumerable<FormFieldView> FieldsOf(string key) => Sections.SelectMany(section => section.Fields).Where(field => field.Name == key).Select(field => field with { ShowWhen = null });

    public IEnumerable<FormRowsView> RowsOf(string key) => Sections.Select(section => section.Rows).OfType<FormRowsView>().Where(rows => rows.Name == key);

    private IReadOnlyList<GeneratedSection> Sections => GeneratedForm.Of(procedure.Form, form, FieldRefusals, extraRows, procedure.Places);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await OpenAsync(cancel) switch
        {
            null => NotFound(),
            _ when Asked is null => Redirect(VisitorPass.Folder + Reference),
            _ => Page(),
        };

    public async Task<IActionResult> OnPostAsync(int seenRevision, Guid? remove, string? go, CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } opened)
            return NotFound();
        if (Asked is null)
            return Redirect(VisitorPass.Folder + Reference);
        ReadTyped();
        // Files join the dossier beside whatever else happens to it; what counts as seen is how it was before them.
        var seen = seenRevision == Dossier.Revision ? null : (int?)seenRevision;
        await TakeFilesAsync(opened, remove, cancel);
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

        FieldRefusals = [.. result.Refusals.Where(refusal => !IsAboutAPaper(refusal))];
        FormRefusals.Add(ModelState, result.Refusals.Where(IsAboutAPaper));
        var lostRace = result.Refusals.Any(refusal => refusal.IsLostRace);
        return Wrong(lostRace ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private static bool IsAboutAPaper(Refusal refusal) => refusal.Field?.StartsWith("papers.", StringComparison.Ordinal) == true;

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
        Asked = Dossier.OpenSupplement!;
        procedure = rulebooks.For(Dossier).Procedure;
        form = Dossier.Form;
        return opened;
    }

    private void ReadTyped()
    {
        var typed = TypedForm.Read(procedure.Form, Request.Form);
        extraRows = typed.ExtraRows;
        foreach (var item in Asked.Items.Where(item => item.Target == SupplementTarget.Field))
            form = procedure.Form.Tables.Any(table => table.Key == item.Key)
                ? form.WithRows(item.Key, typed.Data.RowsOf(item.Key))
                : form.With(item.Key, typed.Data[item.Key] ?? "");
    }

    private async Task TakeFilesAsync(OpenedDossier opened, Guid? remove, CancellationToken cancel)
    {
        var asked = Asked.Items.Where(item => item.Target == SupplementTarget.Paper).Select(item => item.Key);
        var incoming = procedure.Papers.Where(paper => asked.Contains(paper.Key)).SelectMany(paper => Request.Form.Files.GetFiles(PaperUpload.FieldOf(paper.Key))
            .Select(file => new IncomingPaper(paper, file.FileName, file.OpenReadStream))).ToList();
        if (incoming.Count > 0)
            Take(await upload.AddAsync(Dossier.Id, incoming, opened.Actor, cancel));
        if (remove is { } paperId)
            Take(await upload.RemoveAsync(Dossier.Id, paperId, opened.Actor, cancel));
    }

    private void Take(ActResult result)
    {
        Dossier = result.Dossier ?? Dossier;
        FormRefusals.Add(ModelState, result.Refusals);
    }

    private string Word(string key) => localizers.Create("HaiDuong.Licensing.Web.Features.Supplements.Supply", typeof(SupplyModel).Assembly.GetName().Name!)[key];
}

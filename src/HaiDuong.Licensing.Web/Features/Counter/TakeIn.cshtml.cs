using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Ui.Fields;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Counter;

/// <summary>Tiếp nhận tại quầy: the clerk types the form, counts the papers and hands out the receipt; nothing typed is lost when something is refused.</summary>
public sealed class TakeInModel(
    TakeInDossier takeIn, NewDossier newDossier, ActDesk desk, ApplicantEntry entry, CurrentActor current, ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    private const string ChannelName = "intake.channel";
    private const string IdName = "intake.id";

    private DeclaredPeople people = new(new Applicant(ApplicantKind.Individual, "", "", "", null, null), null, ReturnBy.Counter);
    private FormData form = FormData.Empty;
    private Dictionary<string, int> extraRows = new(StringComparer.Ordinal);
    private IReadOnlyList<Refusal> refusals = [];

    public Procedure Procedure { get; private set; } = null!;

    /// <summary>Minted with the form, so that a form sent twice makes one dossier.</summary>
    public Guid DossierId { get; private set; } = Guid.CreateVersion7();

    public SubmissionChannel Channel { get; private set; } = SubmissionChannel.Counter;

    public PaperChecklist Checklist { get; private set; } = new([]);

    public IReadOnlyList<FormFieldView> ApplicantFields => entry.ApplicantFields(people.Applicant, Procedure, refusals);

    public IReadOnlyList<FormFieldView> SubmitterFields => entry.SubmitterFields(people.Submitter);

    public FormFieldView ReturnField => entry.ReturnField(people.ReturnBy);

    public IReadOnlyList<GeneratedSection> Sections => GeneratedForm.Of(Procedure.Form, form, refusals, extraRows);

    public string? ErrorOf(string name) => refusals.FirstOrDefault(refusal => refusal.Field == name)?.Sentence;

    public IActionResult OnGet(string slug)
    {
        if (!Find(slug))
            return NotFound();
        people = people with { Applicant = people.Applicant with { Kind = Procedure.Eligible.Kinds[0] } };
        Checklist = PaperChecklist.Read(Procedure, new Dictionary<string, IReadOnlyList<string>>());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!Find(slug))
            return NotFound();
        var command = RowCommand.Read(Request.Form);
        Read(command);
        if (command is not null)
            return Page();

        var actor = await current.GetAsync(cancel);
        var request = new TakeInDossierRequest(
            DossierId, Procedure.Slug, Channel, people.Applicant, people.Submitter, people.ReturnBy, form, Checklist.Papers(clock.Now));
        if (Checklist.Refusals is { Count: > 0 } unreadable)
            return Refuse([.. unreadable, .. Check(request, actor)]);
        var result = await takeIn.DoAsync(request, actor, cancel);
        return result.Done ? Redirect(StepPaths.Receipt(result.Dossier!.Id)) : Refuse(result.Refusals);
    }

    private bool Find(string slug)
    {
        if (catalogue.InForce(slug, clock.Today) is not { } procedure)
            return false;
        Procedure = procedure;
        return true;
    }

    private void Read(RowCommand? command)
    {
        var posted = Request.Form
            .Where(pair => command?.Remove is not { } row || !pair.Key.StartsWith($"{command.Rows}[{row.ToString(CultureInfo.InvariantCulture)}].", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Select(text => text ?? "")], StringComparer.Ordinal);
        people = ApplicantEntry.Read(posted);
        form = FormReader.Read(Procedure.Form, posted);
        Checklist = PaperChecklist.Read(Procedure, posted);
        Channel = posted.TryGetValue(ChannelName, out var channel) && channel is [nameof(SubmissionChannel.Post)] ? SubmissionChannel.Post : SubmissionChannel.Counter;
        if (posted.TryGetValue(IdName, out var id) && Guid.TryParse(id[^1], out var known))
            DossierId = known;
        extraRows = Procedure.Form.Tables.ToDictionary(
            table => table.Key,
            table => Math.Max(0, RowsPosted(posted.Keys, table.Key) + (command is { Remove: null } && command.Rows == table.Key ? 1 : 0) - form.RowsOf(table.Key).Count),
            StringComparer.Ordinal);
    }

    private static int RowsPosted(IEnumerable<string> names, string table) =>
        names.Where(name => name.StartsWith(table + "[", StringComparison.Ordinal))
            .Select(name => name[..(name.IndexOf(']', StringComparison.Ordinal) + 1)])
            .Distinct(StringComparer.Ordinal).Count();

    /// <summary>What the dossier's own rules say besides, so that everything is told at once.</summary>
    private IReadOnlyList<Refusal> Check(TakeInDossierRequest request, Actor actor)
    {
        if (newDossier.Open(request.DossierId, request.ProcedureSlug, request.Channel, null) is not { } dossier)
            return [];
        dossier.SaveDraft(request.Applicant, request.Submitter, request.ReturnBy, request.Form);
        foreach (var paper in request.Papers)
            dossier.AddPaper(paper);
        return dossier.CheckWhole(desk.ContextFor(dossier, actor));
    }

    private PageResult Refuse(IReadOnlyList<Refusal> found)
    {
        refusals = found;
        FormRefusals.Add(ModelState, found);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

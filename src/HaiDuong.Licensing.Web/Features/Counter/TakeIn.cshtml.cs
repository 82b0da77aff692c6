using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
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
    TakeInDossier takeIn, NewDossier newDossier, ActDesk desk, FilingCheck check, ApplicantEntry entry, CurrentActor current, ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    private const string ChannelName = "intake.channel";
    private const string IdName = "intake.id";

    public Procedure Procedure { get; private set; } = null!;

    /// <summary>Minted with the form, so that a form sent twice makes one dossier.</summary>
    public Guid DossierId { get; private set; } = Guid.CreateVersion7();

    public SubmissionChannel Channel { get; private set; } = SubmissionChannel.Counter;

    public PaperChecklist Checklist { get; private set; } = new([]);

    /// <summary>What the clerk has typed.</summary>
    public TypedDossier Typed { get; private set; } = null!;

    /// <summary>The procedure to take in instead of this one, when what is wrong leaves only that.</summary>
    public Procedure? Anew => Typed.Refusals.Any(NamedLicence.IsAnsweredAnew) && Procedure.Licence?.Anew is { } slug ? catalogue.InForce(slug, clock.Today) : null;

    public string? ErrorOf(string name) => Typed.Refusals.FirstOrDefault(refusal => refusal.Field == name)?.Sentence;

    public IActionResult OnGet(string slug)
    {
        if (!Find(slug))
            return NotFound();
        Checklist = PaperChecklist.Read(Procedure, new Dictionary<string, IReadOnlyList<string>>());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!Find(slug))
            return NotFound();
        Read();
        if (Typed.Form.Command is not null)
            return Page();

        var actor = await current.GetAsync(cancel);
        var request = new TakeInDossierRequest(
            DossierId, Procedure.Slug, Channel, Typed.People.Applicant, Typed.People.Submitter, Typed.People.ReturnBy, Typed.Form.Data, Checklist.Papers(clock.Now));
        if (Checklist.Refusals is { Count: > 0 } unreadable)
            return Refuse([.. unreadable, .. await CheckAsync(request, actor, cancel)]);
        var result = await takeIn.DoAsync(request, actor, cancel);
        return result.Done ? Redirect(StepPaths.Receipt(result.Dossier!.Id)) : Refuse(result.Refusals);
    }

    private bool Find(string slug)
    {
        if (catalogue.InForce(slug, clock.Today) is not { } procedure)
            return false;
        Procedure = procedure;
        var nobody = new DeclaredPeople(new Applicant(procedure.Eligible.Kinds[0], "", "", "", null, null), null, ReturnBy.Counter);
        Typed = new TypedDossier(entry, procedure, nobody, TypedForm.Of(FormData.Empty), []);
        return true;
    }

    private void Read()
    {
        Typed = TypedDossier.Read(entry, Procedure, Request.Form);
        var posted = Typed.Form.Answers;
        Checklist = PaperChecklist.Read(Procedure, posted);
        Channel = posted.TryGetValue(ChannelName, out var channel) && channel is [nameof(SubmissionChannel.Post)] ? SubmissionChannel.Post : SubmissionChannel.Counter;
        if (posted.TryGetValue(IdName, out var id) && Guid.TryParse(id[^1], out var known))
            DossierId = known;
    }

    /// <summary>What the dossier's own rules say besides, so that everything is told at once.</summary>
    private async Task<IReadOnlyList<Refusal>> CheckAsync(TakeInDossierRequest request, Actor actor, CancellationToken cancel)
    {
        if (newDossier.Open(request.DossierId, request.ProcedureSlug, request.Channel, null) is not { } dossier)
            return [];
        dossier.SaveDraft(request.Applicant, request.Submitter, request.ReturnBy, request.Form);
        foreach (var paper in request.Papers)
            dossier.AddPaper(paper);
        return await check.OfAsync(dossier, desk.ContextFor(dossier, actor), cancel);
    }

    private PageResult Refuse(IReadOnlyList<Refusal> found)
    {
        Typed = Typed with { Refusals = found };
        FormRefusals.Add(ModelState, found);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>
/// Tiếp nhận tại quầy: first the applicant's number and the questions of the procedure, then the form with what is known already; the clerk counts the
/// papers and hands out the receipt. What it costs is on the page before the dossier is taken in. Nothing typed is lost when something is refused.
/// </summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed partial class TakeInModel(
    TakeInDossier takeIn,
    KnownApplicant known,
    EarlierLicences earlier,
    LicenceRegister register,
    ApplicantEntry entry,
    DuplicatesQuery duplicates,
    BroughtTogetherQuery together,
    SentForm sent,
    Rulebooks rulebooks,
    KeptForms kept,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock
) : PageModel
{
    private const string ChannelName = "intake.channel";
    private const string IdName = "intake.id";

    /// <summary>The number as it was typed or scanned before the form.</summary>
    public const string NumberName = "intake.number";

    /// <summary>Whose the number is, where it may be several applicants'.</summary>
    public const string KindName = "intake.kind";

    /// <summary>Written by a page that asks again: only what it asked can have been left out.</summary>
    public const string AskedName = "intake.asked";

    /// <summary>Nhận nhanh: set on a page that asks for little.</summary>
    public const string BriefName = "nhanh";

    public const string AbstractName = "intake.abstract";

    /// <summary>The sum that stood on the page: another one is shown before the dossier is taken in.</summary>
    public const string FeesName = "intake.fees";

    public Procedure Procedure { get; private set; } = null!;

    /// <summary>Minted with the form, so that a form sent twice makes one dossier.</summary>
    public Guid DossierId { get; private set; } = Guid.CreateVersion7();

    public SubmissionChannel Channel { get; private set; } = SubmissionChannel.Counter;

    public PaperChecklist Checklist { get; private set; } = new([]);

    /// <summary>What the clerk has typed.</summary>
    public TypedDossier Typed { get; private set; } = null!;

    /// <summary>Whether the form is shown, or still the questions before it.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>Whether the number was sent, so that answers which speak against filing are told, and what is still open is asked.</summary>
    public bool Asks { get; private set; }

    /// <summary>Whether a page has asked for this before: a scanner sends the number before anybody could answer what stands under it.</summary>
    public bool WasAsked(string name) => Request.HasFormContentType && Request.Form[AskedName].Contains(name);

    /// <summary>The first question that waits for its answer once the number was sent.</summary>
    public string? FirstToAnswer =>
        !Asks ? null
        : Kinds.Count > 0 ? KindName
        : Answers.Questions.FirstOrDefault(question => Answers.Unanswered.Contains(question.Key))?.Key;

    public EligibilityAnswers Answers => new(Procedure.Questions, key => Request.HasFormContentType && Request.Form[key] is [{ } answer] ? answer : null);

    /// <summary>The dossier that this form has made before; null when it has made none.</summary>
    public Guid? TakenIn { get; private set; }

    public string TypedNumber => Request.HasFormContentType ? Request.Form[NumberName].ToString() : "";

    /// <summary>Whom the number may name, when only the clerk can tell; else nobody.</summary>
    public IReadOnlyList<FieldChoice> Kinds { get; private set; } = [];

    /// <summary>Whose number it seems to be although the procedure does not take such applicants; null when it takes whom it names.</summary>
    public ApplicantKind? NotTaken { get; private set; }

    /// <summary>Whom the procedure takes, in words.</summary>
    public string Taken => string.Join(", ", entry.Kinds(Procedure.Eligible.Kinds).Select(kind => kind.Label.ToLower(CultureInfo.GetCultureInfo("vi-VN"))));

    /// <summary>What was found under the number, right after it was asked.</summary>
    public BegunForm? Begun { get; private set; }

    /// <summary>The licence that the number in the form names, once it was looked up.</summary>
    public NamedLicence? Named { get; private set; }

    public FeesAsked Fees { get; private set; } = new([]);

    /// <summary>Whether what is typed moves the sum, so that it is counted anew while the clerk types.</summary>
    public bool CountsFees => Procedure.FeeLines.Any(line => line.CountedBy is not null || line.When is not null);

    /// <summary>True when the sum on the page is new: the same button takes the dossier in now.</summary>
    public bool ConfirmsFees { get; private set; }

    /// <summary>The open dossiers that this one may be a second of, right after it was asked.</summary>
    public IReadOnlyList<DossierRow> Duplicates => duplicates.Asked;

    /// <summary>The procedure to take in instead of this one, when what is wrong leaves only that.</summary>
    public Procedure? Anew => FilingCheck.Instead(catalogue, Procedure, Typed.Refusals, clock.Today);

    /// <summary>The first field that the clerk has to type; none on a page that tells what is wrong.</summary>
    public string? FirstToType =>
        ConfirmsFees || Typed.Refusals.Count > 0
            ? null
            : Open(Typed.ApplicantFields) ?? (IsBrief && Abstract.Length == 0 ? AbstractName : Open(Sections.SelectMany(part => part.Fields)));

    private static string? Open(IEnumerable<FormFieldView> fields) =>
        fields.FirstOrDefault(one => one is { Required: true, ShowWhen: null, Value.Length: 0 })?.Name;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!Find(slug))
            return NotFound();
        if (Like is { } first)
            await BeginFromAsync(first, cancel);
        else
            Kept = await kept.OfAsync((await current.GetAsync(cancel)).AccountId, Request.Path, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? go, [FromForm(Name = OfferedLicences.Field)] Guid? licence, CancellationToken cancel)
    {
        if (!Find(slug))
            return NotFound();
        Read();
        if (go == "begin" || licence is not null)
            return await BeginAsync(licence, cancel);
        IsBegun = true;
        if (Typed.Form.Command is not null || sent.ShownAgain is not null || go == "fees")
            return Page();
        if (go == "licence")
            return await LookUpAsync(cancel);

        var actor = await current.GetAsync(cancel);
        var request = new TakeInDossierRequest(
            DossierId,
            Procedure.Slug,
            Channel,
            Typed.People.Applicant,
            Typed.People.Submitter,
            Typed.People.ReturnBy,
            Typed.Form.Data,
            Checklist.Papers(clock.Now)
        )
        {
            Abstract = IsBrief ? Abstract : null,
            IsAnother = Like is not null,
        };
        if (Checklist.Refusals.Count > 0)
            return Refuse(Checklist.Beside(await takeIn.CheckAsync(request, actor, cancel)));
        if (!HasSeenFees() && await takeIn.CheckAsync(request, actor, cancel) is var wrong)
            return wrong.Count > 0 ? Refuse(wrong) : ConfirmFees();
        var result = await takeIn.DoAsync(request, actor, cancel);
        return result.Done ? Redirect(StepPaths.Receipt(result.Dossier!.Id)) : Refuse(result.Refusals);
    }

    private bool Find(string slug)
    {
        if (catalogue.InForce(slug, clock.Today) is not { } procedure)
            return false;
        Procedure = catalogue.Shown(procedure);
        Show(new DeclaredPeople(new Applicant(procedure.Eligible.Kinds[0], "", "", "", null, null), null, ReturnBy.Counter), FormData.Empty);
        Checklist = PaperChecklist.Read(procedure.Papers, new Dictionary<string, IReadOnlyList<string>>());
        return true;
    }

    private ApplicantKind? ChosenKind =>
        TypedChoice.Read<ApplicantKind>(Request.Form[KindName]) is { } kind && Procedure.Eligible.Kinds.Contains(kind) ? kind : null;

    /// <summary>After the questions: the form with what is known of whoever has the number; nothing is known of a number never seen.</summary>
    private async Task<IActionResult> BeginAsync(Guid? licence, CancellationToken cancel)
    {
        Asks = true;
        var scan = IdentityScan.Read(TypedNumber);
        NotTaken = ChosenKind is null ? scan.KindBeside(Procedure.Eligible.Kinds) : null;
        var whose = ChosenKind ?? (NotTaken is null ? scan.KindAmong(Procedure.Eligible.Kinds) : null);
        Kinds = whose is null ? entry.Kinds(Procedure.Eligible.Kinds.Where(scan.Names)) : [];
        if (whose is not { } kind || (licence is null && !Answers.MayGoOn))
            return Page();
        IsBegun = true;
        Begun = await known.BeginAsync(Procedure, scan, kind, licence, cancel);
        Show(new DeclaredPeople(Begun.Applicant, null, ReturnBy.Counter), Begun.Form);
        return Page();
    }

    /// <summary>Tells at once what the register says to the number, and fills in what it knows.</summary>
    private async Task<IActionResult> LookUpAsync(CancellationToken cancel)
    {
        var applicant = Typed.People.Applicant;
        Named = await register.NamedAsync(Procedure, Typed.Form.Data, applicant, cancel);
        if (Named is null)
            return Refuse([new Refusal(nameof(RefusalCode.LicenceNumberFirst), Procedure.Licence?.NumberField)]);
        if (Named.Check(applicant, clock.Today) is { Count: > 0 } against)
            return Refuse(against);
        if (Named.Licence is { } licence)
            Type(
                (await earlier.FillAsync(licence, Procedure, Typed.Form.Data, new LicenceSeeker(null, applicant.IdentityNumber, AtCounter: true), cancel)).Form
            );
        return Page();
    }

    private void Show(DeclaredPeople people, FormData form)
    {
        Typed = new TypedDossier(entry, Procedure, people, TypedForm.Of(form), []);
        Fees = FeesAsked.Of(Procedure, form, clock.Today);
    }

    private void Type(FormData form)
    {
        Typed = Typed with { Form = Typed.Form with { Data = form } };
        Fees = FeesAsked.Of(Procedure, form, clock.Today);
    }

    private void Read()
    {
        Typed = TypedDossier.Read(entry, Procedure, Request.Form);
        Fees = FeesAsked.Of(Procedure, Typed.Form.Data, clock.Today);
        var posted = Typed.Form.Answers;
        Checklist = PaperChecklist.Read(Procedure.Papers, posted);
        Channel =
            posted.TryGetValue(ChannelName, out var channel) && channel is [nameof(SubmissionChannel.Post)]
                ? SubmissionChannel.Post
                : SubmissionChannel.Counter;
        if (posted.TryGetValue(IdName, out var id) && Guid.TryParse(id[^1], out var minted))
            DossierId = minted;
    }

    private bool HasSeenFees() =>
        Fees.Total == 0
        || Request.Form[FeesName] is [.., { } seen]
            && decimal.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var sum)
            && sum == Fees.Total;

    private PageResult ConfirmFees()
    {
        ConfirmsFees = true;
        return Page();
    }

    private PageResult Refuse(IReadOnlyList<Refusal> found)
    {
        Typed = Typed with { Refusals = found };
        sent.Take(found);
        // This form has made its dossier; what is sent after the warning makes another one.
        if (found.Any(refusal => refusal.Code == nameof(RefusalCode.DossierChangedBySameForm)))
            (TakenIn, DossierId) = (DossierId, Guid.CreateVersion7());
        FormRefusals.Add(ModelState, found);
        Response.StatusCode = found.Any(refusal => refusal.IsLostRace) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Ui;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

/// <summary>Everything about one dossier for those who may read it, and its files.</summary>
[ForStaff]
public sealed class DossierModel(
    DossierPageServices services,
    DossierHistoryQuery historyQuery,
    PaperTrailQuery trailQuery,
    IncomingOfDossierQuery incomingQuery,
    FileStore papers,
    KeptFiles documents,
    DecisionPress press,
    LicenceRegister licences,
    RelatedQuery relatedQuery,
    ProcedureCatalogue catalogue,
    AddNote addNote,
    RemoveNote removeNote,
    MessagesQuery messagesQuery,
    SendMessage sendMessage
) : DossierPage(services)
{
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IReadOnlyList<PossibleAct> Acts { get; private set; } = [];

    /// <summary>The licence that the request names, as the register has it; null when it names none.</summary>
    public RegisterMark? Register { get; private set; }

    public ClockReading? Clock { get; private set; }

    /// <summary>Where the dossier on paper is; null when there is none.</summary>
    public PaperTrail? Trail { get; private set; }

    /// <summary>Văn bản đến của hồ sơ: what came for it.</summary>
    public IReadOnlyList<IncomingDocument> Incoming { get; private set; } = [];

    /// <summary>What else there is of the applicant and the place; null where the sender is kept secret.</summary>
    public Related? Related { get; private set; }

    /// <summary>Trao đổi với người nộp, the newest first; null for whoever does not write there.</summary>
    public IReadOnlyList<DossierMessage>? Messages { get; private set; }

    /// <summary>What is typed to the applicant.</summary>
    [BindProperty]
    public string? Message { get; set; }

    /// <summary>What is typed as a new note.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Whether receipts of its fees open to the person.</summary>
    public bool MayPrintReceipts => Actor.Enters(StaffRole.Accountant) || Actor.Enters(StaffRole.CounterClerk);

    protected override bool IsForAgencies => true;

    /// <summary>By its code; before there is one by its reference, and for whoever is shown neither by what it is about.</summary>
    public string Heading =>
        Dossier.Code is { } code ? Word("Title", code)
        : Dossier.Reference == HiddenApplicant.NoCode ? Word("TitleOfNeither", Procedure.ShortName)
        : Word("TitleWithoutCode", Dossier.Reference);

    public bool HasResult => Dossier.Decision is not null || Dossier.ResultDraft is not null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (ReadsAsAgency)
            return Redirect(StepPaths.Opinion(id, (Dossier.Opinions.LastOrDefault(Dossier.IsOpen) ?? Dossier.Opinions[^1]).Id));
        await ShowAsync(id);
        return Page();
    }

    public async Task<IActionResult> OnPostNoteAsync(Guid id) =>
        await OpenAsync(id) ? await AnswerNoteAsync(await addNote.DoAsync(new AddNoteRequest(id, Note ?? ""), Actor, Cancel), "NoteAdded") : NotFound();

    public async Task<IActionResult> OnPostRemoveNoteAsync(Guid id, Guid noteId) =>
        await OpenAsync(id) ? await AnswerNoteAsync(await removeNote.DoAsync(id, noteId, Actor, Cancel), "NoteRemoved") : NotFound();

    public async Task<IActionResult> OnPostMessageAsync(Guid id) =>
        await OpenAsync(id)
            ? await AnswerNoteAsync(await sendMessage.DoAsync(new SendMessageRequest(id, Message ?? ""), Actor, Cancel), "MessageSent", "#messages")
            : NotFound();

    public async Task<IActionResult> OnPostSeenAsync(Guid id) =>
        await OpenAsync(id)
            ? await AnswerNoteAsync(await sendMessage.DoAsync(new SendMessageRequest(id, null), Actor, Cancel), "MessageSeen", "#messages")
            : NotFound();

    /// <summary>The address of this page for a form on it, with the list that it was opened from.</summary>
    public string HereWith(string handler) => ListPlace.Keep($"{StepPaths.Dossier(Dossier.Id)}?handler={handler}", List);

    private async Task<IActionResult> AnswerNoteAsync(IReadOnlyList<Refusal> refusals, string good, string place = "#notes")
    {
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, Word(good));
            return Redirect(ListPlace.Keep(StepPaths.Dossier(Dossier.Id), List) + place);
        }

        if (ReadsAsAgency)
            return StatusCode(StatusCodes.Status403Forbidden);
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await ShowAsync(Dossier.Id);
        return Page();
    }

    private async Task ShowAsync(Guid id)
    {
        History = await historyQuery.ReadAsync(id, Cancel);
        Trail = await trailQuery.ReadAsync(Dossier, Actor, Cancel);
        Incoming = await incomingQuery.ReadAsync(Dossier, Act, Cancel);
        Acts = PossibleActs.Of(Dossier, Act);
        Clock = Dossier.Ledger.Count > 0 ? Dossier.ReadClock(Act.Rules, Act.Local) : null;
        Register = await RegisterMark.OfAsync(licences, Dossier, Act, Cancel);
        if (AccessTable.MayMessage(Actor, Dossier, catalogue.Organisation, Act.Local.Date))
            Messages = await messagesQuery.ReadAsync(id, Cancel);
        Related = await relatedQuery.ReadAsync(Dossier, Act, Cancel);
    }

    public async Task<IActionResult> OnGetPaperAsync(Guid id, Guid paperId, bool download)
    {
        if (!await OpenAsync(id) || Dossier.Papers.FirstOrDefault(paper => paper.Id == paperId) is not { FileHash: { } hash } paper)
            return NotFound();
        if (ScannedPapers.First(shown => shown.Paper.Id == paperId) is { IsGiven: false } held)
        {
            HttpContext.Items[typeof(ScanState)] = held.State;
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var type = paper.ContentType ?? "application/octet-stream";
        return Give(await papers.OpenAsync(hash, Cancel), type, paper.FileName ?? hash, download || paper.DownloadOnly || !GivenFile.IsShown(type));
    }

    public async Task<IActionResult> OnGetAttachmentAsync(Guid id, Guid attachmentId, bool download)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (Attachments.FirstOrDefault(shown => shown.Attachment.Id == attachmentId) is not { Attachment.Removal: null } found)
            return NotFound();
        if (!found.IsGiven)
        {
            HttpContext.Items[typeof(ScanState)] = found.State;
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var file = found.Attachment;
        var asFile = download || file.DownloadOnly || !GivenFile.IsShown(file.ContentType);
        return Give(await papers.OpenAsync(file.FileHash, Cancel), file.ContentType, file.FileName, asFile);
    }

    public async Task<IActionResult> OnGetSlipAsync(Guid id, string? hash)
    {
        if (!await OpenAsync(id) || Dossier.Slips.FirstOrDefault(slip => slip.FileHash == hash) is not { } slip)
            return NotFound();
        await NoteSlipAsync(slip);
        return Give(await documents.OpenAsync(slip.FileHash, Cancel), GivenFile.Pdf, $"{Dossier.Code ?? Dossier.Reference}-{slip.Kind}.pdf", false);
    }

    public async Task<IActionResult> OnGetResultAsync(Guid id)
    {
        if (!await OpenAsync(id) || !HasResult)
            return NotFound();
        var content = Dossier.Decision is { } decision
            ? await documents.OpenAsync(decision.IssuedFile ?? decision.SignedFile, Cancel)
            : new MemoryStream(press.Preview(Dossier, Act));
        return Give(content, GivenFile.Pdf, $"{Dossier.Code ?? Dossier.Reference}.pdf", false);
    }

    public string ProcedureName(DossierRow row) => catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion);

    public string KindName(Licence licence) => catalogue.KindName(licence.Kind);

    /// <summary>How another dossier is called here.</summary>
    public string CodeOf(DossierRow row) => HiddenApplicant.CodeFor(Actor, row.Code, row.Reference);

    /// <summary>Who has a waiting step: the person or the role, and of which unit; an applicant belongs to none.</summary>
    public string HolderOf(WorkItem item, string roleName) =>
        item.Role == StaffRole.Applicant ? roleName : RoleAt.Say(item.AssigneeName ?? roleName, UnitName(item.Unit));

    /// <summary>Where the waiting steps are on the drawing of the route: who has them, since when, until when.</summary>
    public IReadOnlyList<RouteDrawingMark> Marks(Func<string, string> roleName) =>
        [
            .. Dossier.Work.Select(item => new RouteDrawingMark(
                item.StepId,
                item.AssigneeName ?? (item.Role == StaffRole.Applicant ? roleName(nameof(StaffRole.Applicant)) : UnitName(item.Unit)),
                Say(item.Since),
                Say(item.DueAt)
            )),
        ];

    public static string? Say(LocalDateTime? moment) => moment is { } at ? VietnameseDate.Print(at) : null;

    private FileStreamResult Give(Stream content, string type, string name, bool download) => GivenFile.Of(Response, content, type, name, download);
}

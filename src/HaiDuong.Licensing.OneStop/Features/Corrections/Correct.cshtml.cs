using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Corrections;

/// <summary>
/// Đính chính thông tin: the applicant's data and the whole form as they stand, to be put right with a reason. While a draft waits to be approved, signed
/// or issued only how the applicant is reached is on the page.
/// </summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[ForRoles(StaffRole.CounterClerk, StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Leader)]
public sealed class CorrectModel(DossierPageServices services, CorrectEntries correct, ApplicantEntry entry) : DossierPage(services)
{
    private const long MostBytes = UploadLimits.DefaultMaxBytes + 1024 * 1024;

    public TypedDossier Typed { get; private set; } = null!;

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The applicant's confirmation as it was scanned.</summary>
    [BindProperty(Name = "paper")]
    public IFormFile? Paper { get; set; }

    /// <summary>Whether the page that was sent had the whole form on it, whatever has happened since.</summary>
    [BindProperty(Name = "whole")]
    public bool IsWhole { get; set; }

    /// <summary>The kind of applicant is chosen when a dossier is filed, and never corrected.</summary>
    public IEnumerable<FormFieldView> ApplicantFields =>
        Typed.ApplicantFields.Where(one => one.Name != "applicant.kind" && (IsWhole || one.Name is CorrectedEntry.Phone or CorrectedEntry.Email));

    public IReadOnlyList<GeneratedSection> Sections => IsWhole ? Typed.Sections : [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenActAsync(id, DossierAct.Correct) is { } closed)
            return closed;
        IsWhole = !Dossier.CorrectsContactAlone(Act.Rules);
        Typed = new TypedDossier(entry, Procedure, new DeclaredPeople(Dossier.Applicant, Dossier.Submitter, Dossier.ReturnBy), TypedForm.Of(Dossier.Form), []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Typed = TypedDossier.Read(entry, Procedure, Request.Form);
        if (Typed.Form.Command is not null)
            return Page();
        var typed = Typed.People.Applicant;
        var request = new CorrectEntriesRequest(
            id,
            Revision,
            IsWhole ? typed : Dossier.Applicant with { Phone = typed.Phone, Email = typed.Email },
            IsWhole ? Typed.Form.Data : Dossier.Form,
            Reason ?? "",
            Paper is { } sent ? new IncomingFile(sent.FileName, sent.OpenReadStream) : null
        );
        var result = await correct.DoAsync(request, Actor, Cancel);
        Typed = Typed with { Refusals = result.Refusals };
        return await AnswerAsync(result, "Done", () => Task.FromResult<IActionResult>(Page()), StepPaths.Dossier(id));
    }
}

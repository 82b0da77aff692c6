using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Trả kết quả: who takes the result, with which identity number and how; then the control slip can be printed.</summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed class HandOverModel(DossierPageServices services, HandOverResult handOver) : DossierPage(services)
{
    protected override StepKind? Kind => StepKind.ReturnResult;

    [BindProperty(Name = "receiver")]
    public string? Receiver { get; set; }

    [BindProperty(Name = "identityNumber")]
    public string? IdentityNumber { get; set; }

    [BindProperty(Name = "by")]
    public ReturnBy? By { get; set; }

    [BindProperty(Name = "parcel")]
    public string? Parcel { get; set; }

    [BindProperty(Name = "note")]
    public string? Note { get; set; }

    public IReadOnlyList<FieldChoice> Ways => [.. Enum.GetValues<ReturnBy>().Select(way => new FieldChoice(way.ToString(), Word($"By.{way}")))];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } answer)
            return answer;
        // Who takes the result of a secret dossier is typed: the counter does not know the sender. An organisation takes nothing by itself.
        (Receiver, IdentityNumber) = Dossier switch
        {
            { HidesApplicant: true } => (null, null),
            { ReturnBy: ReturnBy.Post, Applicant: var addressee } => (addressee.Name, null),
            { Submitter: { } submitter } => (submitter.Name, submitter.IdentityNumber),
            { Applicant: var applicant } when ApplicantKinds.IsPerson(applicant.Kind) => (applicant.Name, applicant.IdentityNumber),
            _ => (null, null),
        };
        By = Dossier.ReturnBy;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        TryWhatIsRead();
        var request = new HandOverResultRequest(
            id,
            Revision,
            Receiver ?? "",
            IdentityNumber is null ? null : TypedIdentity.Read(IdentityNumber),
            By ?? Dossier.ReturnBy,
            Note
        )
        {
            Parcel = TypedParcel.Read(Parcel) is { Length: > 0 } parcel ? parcel : null,
        };
        return await AnswerAsync(await handOver.DoAsync(request, Actor, Cancel), "Done", ShowAsync);
    }

    private Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());
}

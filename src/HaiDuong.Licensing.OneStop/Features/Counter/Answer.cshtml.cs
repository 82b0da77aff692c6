using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Trả lời hồ sơ trực tuyến: what was sent, side by side with its papers, and three ways out: accept, ask for a supplement, refuse.</summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed class AnswerModel(DossierPageServices services, AcceptDossier accept, RefuseDossier refuse, LicenceRegister licences, DuplicatesQuery duplicates)
    : DossierPage(services)
{
    protected override StepKind? Kind => StepKind.ReceiveDossier;

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The licence that the request names, as the register has it; null when it names none.</summary>
    public RegisterMark? Register { get; private set; }

    /// <summary>The open dossiers that this one may be a second of.</summary>
    public IReadOnlyList<DossierRow> Duplicates { get; private set; } = [];

    public IReadOnlyList<PaperRequirement> MissingPapers => PaperRules.Missing(Procedure, Dossier.Form, Dossier.Papers.Select(paper => paper.Key));

    /// <summary>After a lost race the forms stay with what was typed, although the step no longer waits.</summary>
    public bool ShowsForms => Work is not null || HttpMethods.IsPost(Request.Method);

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? await ShowAsync();

    public async Task<IActionResult> OnPostAcceptAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var result = await accept.DoAsync(new AcceptDossierRequest(id, Revision), Actor, Cancel);
        return await AnswerAsync(result, "Accepted", ShowAsync, StepPaths.Receipt(id));
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var result = await refuse.DoAsync(new RefuseDossierRequest(id, Revision, Reason ?? ""), Actor, Cancel);
        return await AnswerAsync(result, "Refused", ShowAsync);
    }

    private async Task<IActionResult> ShowAsync()
    {
        Register = await RegisterMark.OfAsync(licences, Dossier, Act, Cancel);
        Duplicates = Work is null ? [] : await duplicates.FindAsync(Dossier, Act, Cancel);
        return Page();
    }
}

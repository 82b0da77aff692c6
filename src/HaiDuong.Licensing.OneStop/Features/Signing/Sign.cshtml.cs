using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Signing;

/// <summary>The leader reads the document, signs it or sends it back.</summary>
[ForRoles(StaffRole.Leader)]
public sealed class SignModel(DossierPageServices services, SignResult sign, SendBackDraft sendBack, StepUp stepUp) : DossierPage(services)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override StepKind? Kind => StepKind.SignResult;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? await ShowAsync();

    /// <summary>True when the password is asked before signing.</summary>
    public bool NeedsProof { get; private set; }

    /// <summary>By what the person signs; null when nothing gives them the signature for this dossier.</summary>
    public RoleHolding? SignsBy => SigningAuthority.Of(Dossier.Towards(Actor), Office, Act.Rules.Organisation);

    public IReadOnlyList<string> Lines => SignsBy is { } held ? SigningAuthority.LinesOf(held, Office) : [];

    public IReadOnlyList<Refusal> WhyNotSign => Dossier.MaySign(Work?.StepId ?? "", Act);

    private Office Office => Act.Rules.Organisation.For(Dossier.DivisionKey, Act.Local.Date);

    public async Task<IActionResult> OnPostAsync(Guid id, string? proof)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var proved = await stepUp.ProveAsync(Actor, proof, Cancel);
        if (proved.Signer is not { } signer)
            return await AnswerAsync(new ActResult(null, proved.Refusals), "Done", ShowAsync);
        return await AnswerAsync(
            await sign.DoAsync(new SignResultRequest(id, Revision, StepOfAct), signer, Cancel),
            "Done",
            ShowAsync,
            ListPlace.Known(List) is null ? "/ky" : null
        );
    }

    public async Task<IActionResult> OnPostSendBackAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(
            await sendBack.DoAsync(new SendBackDraftRequest(id, Revision, StepOfAct, Reason ?? ""), Actor, Cancel),
            "SentBack",
            ShowAsync,
            "/ky"
        );
    }

    private async Task<IActionResult> ShowAsync()
    {
        NeedsProof = await stepUp.IsNeededAsync(Actor, Cancel);
        return Page();
    }
}

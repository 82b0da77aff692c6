using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Signing;

/// <summary>What became of one result in a sitting: signed when there is no refusal.</summary>
public sealed record SignedItem(Guid DossierId, string Code, IReadOnlyList<Refusal> Refusals);

/// <summary>The leader's list: read one and sign, or sign several at once and be told about each.</summary>
[ForRoles(StaffRole.Leader)]
public sealed class SigningDeskModel(DeskListQuery list, SignResult sign, StepUp stepUp, CurrentActor current, OfficeClock clock) : PageModel
{
    public IReadOnlyList<DeskListRow> Rows { get; private set; } = [];

    public IReadOnlyList<SignedItem> Signed { get; private set; } = [];

    /// <summary>True when the button was pressed and nothing was chosen.</summary>
    public bool NothingChosen { get; private set; }

    /// <summary>The boxes that were ticked, kept when the password was wrong.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>True when the password is asked before signing: once for all that are chosen.</summary>
    public bool NeedsProof { get; private set; }

    public Instant Now => clock.Now;

    /// <summary>The page of a row, which leads back to the row that follows.</summary>
    public string From(int index) => ListPlace.Href($"/ky/{Rows[index].DossierId}", Request, Rows, row => row.DossierId, index);

    public Task OnGetAsync() => ShowAsync();

    /// <summary>Each chosen one is an act of its own: one that is refused leaves the others signed.</summary>
    public async Task OnPostAsync(List<string>? chosen, string? proof)
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        Chosen = chosen ?? [];
        NothingChosen = Chosen.Count == 0;
        var proved = NothingChosen ? null : await stepUp.ProveAsync(actor, proof, HttpContext.RequestAborted);
        if (proved?.Signer is { } signer)
            await SignAsync(signer);
        else
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        FormRefusals.Add(ModelState, proved?.Refusals ?? []);
        await ShowAsync();
    }

    private async Task SignAsync(ProvedActor signer)
    {
        var results = new List<SignedItem>();
        foreach (var choice in Chosen.Select(Choice).OfType<SignResultRequest>())
        {
            var result = await sign.DoAsync(choice, signer, HttpContext.RequestAborted);
            results.Add(new SignedItem(choice.DossierId, result.Dossier?.Code ?? "", result.Refusals));
        }

        Signed = results;
        Chosen = [];
        // The same form with other boxes: nothing more was signed.
        if (results.SelectMany(result => result.Refusals).Any(refusal => refusal.Code == nameof(RefusalCode.DossierChangedBySameForm)))
            Response.StatusCode = StatusCodes.Status409Conflict;
    }

    private async Task ShowAsync()
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        Rows = await list.ReadAsync(actor, StaffRole.Leader, StepKind.SignResult, HttpContext.RequestAborted);
        NeedsProof = await stepUp.IsNeededAsync(actor, HttpContext.RequestAborted);
    }

    /// <summary>A box of the list carries the dossier, the count of acts that the leader saw, and the step.</summary>
    private static SignResultRequest? Choice(string text)
    {
        var parts = text.Split('/', 3);
        return
            parts.Length == 3
            && Guid.TryParse(parts[0], out var id)
            && int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var revision)
            ? new SignResultRequest(id, revision, parts[2])
            : null;
    }
}

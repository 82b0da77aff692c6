using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Signing;

/// <summary>What became of one result in a sitting: signed when there is no refusal.</summary>
public sealed record SignedItem(Guid DossierId, string Code, IReadOnlyList<Refusal> Refusals);

/// <summary>The leader's list: read one and sign, or sign several at once and be told about each.</summary>
public sealed class SigningDeskModel(DeskListQuery list, SignResult sign, CurrentActor current, OfficeClock clock) : PageModel
{
    public IReadOnlyList<DeskListRow> Rows { get; private set; } = [];

    public IReadOnlyList<SignedItem> Signed { get; private set; } = [];

    /// <summary>True when the button was pressed and nothing was chosen.</summary>
    public bool NothingChosen { get; private set; }

    public Instant Now => clock.Now;

    public Task OnGetAsync() => ShowAsync();

    /// <summary>Each chosen one is an act of its own: one that is refused leaves the others signed.</summary>
    public async Task OnPostAsync(List<string>? chosen)
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        var results = new List<SignedItem>();
        foreach (var choice in (chosen ?? []).Select(Choice).OfType<SignResultRequest>())
        {
            var result = await sign.DoAsync(choice, actor, HttpContext.RequestAborted);
            results.Add(new SignedItem(choice.DossierId, result.Dossier?.Code ?? "", result.Refusals));
        }

        Signed = results;
        NothingChosen = results.Count == 0;
        if (NothingChosen)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync();
    }

    private async Task ShowAsync() =>
        Rows = await list.ReadAsync(await current.GetAsync(HttpContext.RequestAborted), StaffRole.Leader, StepKind.SignResult, HttpContext.RequestAborted);

    /// <summary>A box of the list carries the dossier, the count of acts that the leader saw, and the step.</summary>
    private static SignResultRequest? Choice(string text)
    {
        var parts = text.Split('/', 3);
        return parts.Length == 3 && Guid.TryParse(parts[0], out var id) && int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var revision)
            ? new SignResultRequest(id, revision, parts[2])
            : null;
    }
}

using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace HaiDuong.Licensing.OneStop.Features.Unsent;

/// <summary>Where the forms of the desks are kept while somebody types (forms.js); it shows nothing itself.</summary>
[ForStaff]
public sealed class KeepModel(KeepForm keep, DropForm drop, CurrentActor current, IOptions<AntiforgeryOptions> antiforgery) : PageModel
{
    /// <summary>What each showing of a form brings anew, and what is kept nowhere.</summary>
    private readonly string[] left =
    [
        antiforgery.Value.FormFieldName,
        SentForm.Field,
        SentForm.SeenField,
        SentForm.TakeBack,
        StepUp.Field,
        ListPlace.Parameter,
        "Revision",
        "StepId",
    ];

    /// <summary>Where the form is sent.</summary>
    [BindProperty(SupportsGet = true, Name = "cho")]
    public string? Address { get; set; }

    public IActionResult OnGet() => LocalRedirect(SitePaths.Home);

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        var fields = Request
            .Form.Where(field => !left.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(field => field.Key, field => field.Value.OfType<string>().ToArray(), StringComparer.Ordinal);
        var refusals = await keep.DoAsync(new KeepFormRequest(id, ListPlace.Known(Address) ?? "", fields), await current.GetAsync(cancel), cancel);
        return StatusCode(refusals.Count == 0 ? StatusCodes.Status204NoContent : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Back to the page of the form, without what was typed there.</summary>
    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancel)
    {
        if (ListPlace.Known(Address) is not { } address || (await drop.DoAsync(address, await current.GetAsync(cancel), cancel)).Count > 0)
            return StatusCode(StatusCodes.Status403Forbidden);
        return LocalRedirect(ListPlace.Keep(address.Split('?')[0], Request.Form[ListPlace.Parameter]));
    }
}

using System.Diagnostics;
using System.Net.Http.Headers;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Ui;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Errors;

/// <summary>
/// What went wrong and what to do next. After a form that was refused (400), came after the log-in had ended (401) or too often (429) the typed text is
/// shown again, so nothing is lost, and can be sent again with a fresh token when the browser says that this very site sent it.
/// </summary>
[IgnoreAntiforgeryToken]
[AllowAnonymous]
public sealed class ErrorModel(OfficeClock clock, CurrentActor current) : PageModel
{
    private static readonly int[] Told = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503];

    // From the address only: the form that failed may have a field of the same name.
    [BindProperty(SupportsGet = true)]
    [FromRoute]
    public int Code { get; set; }

    /// <summary>The code whose words are shown.</summary>
    public int Known =>
        Told.Contains(Code) ? Code
        : Code < 500 ? 400
        : 500;

    public IReadOnlyList<KeyValuePair<string, string>> Typed { get; private set; } = [];

    public bool MaySendAgain { get; private set; }

    public string SentTo { get; private set; } = "/";

    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>When somebody who tried too often may try again, to the minute; empty otherwise.</summary>
    public string TryAgainAt =>
        RetryConditionHeaderValue.TryParse(Response.Headers.RetryAfter, out var after) && after.Delta is { } wait
            ? VietnameseTime.Print((clock.Local + Period.FromSeconds((long)wait.TotalSeconds + 59)).TimeOfDay)
            : "";

    /// <summary>The address of the kept file that is missing or damaged, when that is what went wrong.</summary>
    public string? DamagedFile => (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as DamagedFileException)?.Hash;

    /// <summary>What the virus scanner said of a paper that is not given out, when that is why.</summary>
    public ScanState? Scan => HttpContext.Items[typeof(ScanState)] as ScanState?;

    /// <summary>Where a visitor without an account proves again to know the dossier whose page took the form; null on any other page.</summary>
    public string? AskedAt =>
        Known == StatusCodes.Status401Unauthorized && SentTo.StartsWith(VisitorPass.Folder, StringComparison.Ordinal)
            ? $"{ApplicantDoor.TrackPath}/{SentTo[VisitorPass.Folder.Length..].Split('/', '?')[0]}"
            : null;

    /// <summary>Whether the file was sent to be compared with what the office issued: of such a file no smaller scan is wanted.</summary>
    private bool IsCheck => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath.StartsWith(SitePaths.Check, StringComparison.Ordinal) == true;

    /// <summary>Whether a member of staff looked for what is not there: they go on by the search and their work, an applicant by the receipt.</summary>
    public bool IsStaff { get; private set; }

    public string Word(string part) =>
        Scan is { } scan ? $"{part}.Scan.{scan}"
        : DamagedFile is not null ? $"{part}.File"
        : Known == StatusCodes.Status413PayloadTooLarge && IsCheck ? $"{part}.413.Check"
        : IsStaff ? $"{part}.404.Staff"
        : Known != StatusCodes.Status401Unauthorized ? $"{part}.{Known}"
        : AskedAt is not null ? $"{part}.401.Visitor"
        : Typed.Count > 0 ? $"{part}.401.Typed"
        : $"{part}.401";

    /// <summary>What a person wrote, to be seen and copied; the answers that were chosen have codes that say nothing to them.</summary>
    public IEnumerable<string> Texts => TypedAgain.Texts(Typed);

    public Task OnGetAsync() => PrepareAsync();

    public Task OnPostAsync() => PrepareAsync();

    private async Task PrepareAsync()
    {
        Response.StatusCode = Code is >= 400 and < 600 ? Code : 404;
        // Papers are looked at in a frame beside the form: there it must be readable why one is not shown.
        if (DamagedFile is not null || Scan is not null)
            Response.Headers.ContentSecurityPolicy = SecurityHeaders.FramedByThisSite;
        IsStaff = Known == StatusCodes.Status404NotFound && new ForStaffAttribute().Admits(await current.GetAsync(HttpContext.RequestAborted));
        var origin = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        if (origin is null || Code is not (400 or 401 or 429) || !Request.HasFormContentType)
            return;
        SentTo = origin.OriginalPathBase + origin.OriginalPath + origin.OriginalQueryString;

        var form = await Request.ReadFormAsync();
        Typed = TypedAgain.Fields(form);
        if (Typed.Count == 0)
            return;
        // Another site must not get its form signed by us.
        MaySendAgain = Request.Headers["Sec-Fetch-Site"] == "same-origin" && form.Files.Count == 0;
    }
}

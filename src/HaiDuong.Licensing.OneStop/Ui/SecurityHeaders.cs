using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Primitives;

namespace HaiDuong.Licensing.OneStop.Ui;

/// <summary>
/// The answer's safety headers. Scripts and styles come from this site's files only: no inline script, no style attribute.
/// A middleware further in may set its own Content-Security-Policy, which is then left alone.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; object-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Kept by the browser of the one who sent the form, for Back alone: any other way to the page asks again.</summary>
    private const string KeptForBack = "private, no-cache";

    // A paper (PDF or picture) is shown inside our own page, so this site may frame it.
    private const string DocumentPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

    private const string Permissions = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()";

    /// <summary>The policy of a page that also shows pictures from another server.</summary>
    public static string WithImagesFrom(string source) => PagePolicy.Replace("img-src 'self'", $"img-src 'self' {source}", StringComparison.Ordinal);

    /// <summary>The policy of a page that shows a document which it fetched itself in a frame of its own.</summary>
    public static string WithFetchedDocuments => PagePolicy.Replace("frame-src 'self'", "frame-src 'self' blob:", StringComparison.Ordinal);

    /// <summary>The policy of a page that this site may show in a frame of its own.</summary>
    public static string FramedByThisSite => PagePolicy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Add((HttpContext)state), context);
        return next(context);
    }

    private static Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = IsDocument(context.Response) || MayBeFramed(headers) ? "SAMEORIGIN" : "DENY";
        var isSecret = context.GetEndpoint()?.Metadata.GetMetadata<SecretAddressAttribute>() is not null;
        headers["Referrer-Policy"] = isSecret ? "no-referrer" : "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = IsDocument(context.Response) ? DocumentPolicy : PagePolicy;
        // Vendored folders carry their version in the name.
        if (context.Response.StatusCode == StatusCodes.Status200OK && context.Request.Path.StartsWithSegments("/vendor", StringComparison.Ordinal))
            headers.CacheControl = "public, max-age=31536000, immutable";
        else if (isSecret)
            (headers.CacheControl, headers["X-Robots-Tag"]) = ("no-store", "noindex, nofollow, noarchive");
        else if (IsShownForm(context))
            (headers.CacheControl, headers.Pragma) = (KeptForBack, StringValues.Empty);
        // Pages and files of the office tell of people: no cache on the way keeps what did not say itself that it may be kept.
        else if (headers.CacheControl.Count == 0 && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether this answer to a form becomes a page of the browser's history: Back can only show it again when the browser may keep it, and goes there by no
    /// address. No page writes a secret into such an answer, and log-out takes what was kept along.
    /// </summary>
    private static bool IsShownForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Request.Headers["Sec-Fetch-Mode"] == "navigate"
        && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    // Whoever sets a policy of its own that lets this site frame the answer means it.
    private static bool MayBeFramed(IHeaderDictionary headers) =>
        headers.ContentSecurityPolicy.ToString().Contains("frame-ancestors 'self'", StringComparison.Ordinal);

    private static bool IsDocument(HttpResponse response) =>
        response.ContentType is { } type && (type.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase) || type is "image/png" or "image/jpeg");
}

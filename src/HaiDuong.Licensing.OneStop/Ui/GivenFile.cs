using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace HaiDuong.Licensing.OneStop.Ui;

/// <summary>A file of a dossier as it is given to whoever reads it: shown inside a page only where it can do nothing there, and kept by no cache.</summary>
public static class GivenFile
{
    public const string Pdf = "application/pdf";

    /// <summary>Nothing in a picture or another file runs, whatever it claims to be. PDFs keep the pages' own policy: viewers refuse a sandbox.</summary>
    private const string Sandbox = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

    /// <summary>Whether the browser may show it; everything else is saved.</summary>
    public static bool IsShown(string type) => type is Pdf or "image/png" or "image/jpeg";

    public static FileStreamResult Of(HttpResponse response, Stream content, string type, string name, bool download)
    {
        var disposition = new ContentDispositionHeaderValue(download ? "attachment" : "inline");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        if (type != Pdf)
            response.Headers.ContentSecurityPolicy = Sandbox;
        return new FileStreamResult(content, type);
    }
}

using HaiDuong.Licensing.OneStop.Npm;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace HaiDuong.Licensing.OneStop.Studio;

/// <summary>
/// Serves the fetched package under <c>/studio</c> with a policy of its own: WebAssembly and inline styles are allowed there and nowhere else.
/// </summary>
internal static class StudioFiles
{
    public const string Path = "/studio";

    // The hash is of the one inline script that this version of the package adds to its page.
    private const string Policy =
        "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc='";

    private static readonly FileExtensionContentTypeProvider Types = new(
        new Dictionary<string, string>(new FileExtensionContentTypeProvider().Mappings, StringComparer.OrdinalIgnoreCase)
        {
            [".dat"] = "application/octet-stream",
            [".wasm"] = "application/wasm",
            [".blat"] = "application/octet-stream",
        }
    );

    public static void Map(WebApplication app)
    {
        // The page of the frame lies there too.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal),
            studio =>
                studio.Use(
                    (context, next) =>
                    {
                        context.Response.Headers.ContentSecurityPolicy = Policy;
                        return next(context);
                    }
                )
        );
        var package = app.Services.GetRequiredService<StudioPackage>();
        if (!package.IsThere)
            return;
        var files = new PhysicalFileProvider(package.Folder);
        app.MapMethods(Path + "/{**name}", [HttpMethods.Get, HttpMethods.Head], (string? name, HttpContext context) => SendAsync(context, files, "/" + name))
            .RequireAuthorization();
    }

    private static async Task SendAsync(HttpContext context, PhysicalFileProvider files, string name)
    {
        var response = context.Response;
        var file = files.GetFileInfo(name);
        if (!file.Exists || file.IsDirectory)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = Types.TryGetContentType(name, out var type) ? type : "application/octet-stream";
        // Names under _framework carry a hash of their content; the version is in no other name.
        response.Headers.CacheControl = name.StartsWith("/_framework/", StringComparison.Ordinal)
            ? "private, max-age=31536000, immutable"
            : "private, max-age=3600";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (
            files.GetFileInfo(name + ".br") is { Exists: true } packed
            && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)
        )
        {
            response.Headers.ContentEncoding = "br";
            file = packed;
        }

        response.ContentLength = file.Length;
        if (HttpMethods.IsGet(context.Request.Method))
            await response.SendFileAsync(file, context.RequestAborted);
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using HaiDuong.Licensing.OneStop.Npm;
using Microsoft.AspNetCore.Antiforgery;

namespace HaiDuong.Licensing.OneStop.Studio;

/// <summary>The page inside the frame: the package's editor on one route. It must lie below <c>/studio</c>, where the package looks for its files.</summary>
internal static class StudioPage
{
    public static IResult Edit(string id, HttpContext context, StudioPackage package, IAntiforgery antiforgery)
    {
        if (!package.IsThere)
            return Results.NotFound();
        var encode = HtmlEncoder.Default;
        var token = antiforgery.GetAndStoreTokens(context).RequestToken!;
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="xsrf" content="{encode.Encode(token)}">
              <title>Elsa Studio</title>
              <base href="/studio/">
              <link href="_content/MudBlazor/MudBlazor.min.css" rel="stylesheet">
              <link href="_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.css" rel="stylesheet">
              <link href="_content/Radzen.Blazor/css/material-base.css" rel="stylesheet">
              <link href="_content/Elsa.Studio.Shell/css/shell.css" rel="stylesheet">
              <link href="Elsa.Studio.Host.CustomElements.styles.css" rel="stylesheet">
              <link href="/css/studio.css" rel="stylesheet">
            </head>
            <body>
              <elsa-workflow-definition-editor definition-id="{encode.Encode(id)}" remote-endpoint="{encode.Encode(
                $"{context.Request.Scheme}://{context.Request.Host}{StudioApi.Path}"
            )}"></elsa-workflow-definition-editor>
              <div id="blazor-error-ui">{encode.Encode(StudioApi.Say("Broken"))} <a href="" class="reload">{encode.Encode(StudioApi.Say("Reload"))}</a></div>
              <script src="/js/studio-frame.js"></script>
              <script src="_content/BlazorMonaco/jsInterop.js"></script>
              <script src="_content/BlazorMonaco/lib/monaco-editor/min/vs/loader.js"></script>
              <script src="_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js"></script>
              <script src="_content/MudBlazor/MudBlazor.min.js"></script>
              <script src="_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.js"></script>
              <script src="_content/Radzen.Blazor/Radzen.Blazor.js"></script>
              <script src="_framework/blazor.webassembly.js"></script>
            </body>
            </html>
            """,
            "text/html; charset=utf-8"
        );
    }
}

using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Desks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Attack;

/// <summary>Somewhere in the running program: a route with one of its handlers.</summary>
internal sealed record Target(string Route, string? Handler, string Method)
{
    public bool IsAboutADossier => Route.Contains("{id", StringComparison.Ordinal) || Route.Contains("{reference", StringComparison.Ordinal);

    public string AddressFor(Dossier dossier)
    {
        var named = Route.Contains("{handler?}", StringComparison.Ordinal);
        var path = Addresses.Fill(named ? Route.Replace("{handler?}", Handler ?? "", StringComparison.Ordinal) : Route, dossier);
        return path + (Handler is null || named ? "?" : $"?handler={Handler}&") + Addresses.QueryFor(dossier);
    }
}

/// <summary>Every address of the running program, as it tells them itself.</summary>
internal static partial class Addresses
{
    /// <summary>Served beside the routes.</summary>
    private static readonly string[] Beside = ["/quan-tri/cong-viec-nen", "/quan-tri/cong-viec-nen/jobs/enqueued", "/quan-tri/cong-viec-nen/recurring", "/studio/index.html"];

    public static async Task<IReadOnlyList<Target>> OfAsync(DeskHost host)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var targets = new List<Target>(Beside.Select(path => new Target(path, null, "GET")));
        foreach (var endpoint in host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                targets.AddRange(compiled.HandlerMethods.Select(handler => new Target(route, handler.Name, handler.HttpMethod.ToUpperInvariant())));
                if (compiled.HandlerMethods.Count == 0)
                    targets.Add(new Target(route, null, "GET"));
            }
            else if (endpoint.DisplayName?.Contains("static", StringComparison.OrdinalIgnoreCase) != true && !route.Contains("fingerprint", StringComparison.Ordinal) && !Path.HasExtension(route))
            {
                targets.Add(new Target(route, null, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET"));
            }
        }

        return [.. targets.Distinct()];
    }

    public static string Fill(string route, Dossier dossier) => Parameter().Replace(route, match => match.Groups["name"].Value switch
    {
        "id" => dossier.Id.ToString(),
        "reference" => dossier.Reference,
        "slug" => dossier.ProcedureSlug,
        "code" => route.StartsWith("/loi/", StringComparison.Ordinal) ? "404" : dossier.Decision?.VerificationCode ?? dossier.Code ?? dossier.Reference,
        "hash" => dossier.Slips.Count > 0 ? dossier.Slips[0].FileHash : new string('0', 64),
        _ => "",
    });

    public static string QueryFor(Dossier dossier) =>
        $"paperId={dossier.Papers.FirstOrDefault(paper => paper.FileHash is not null)?.Id}&hash={(dossier.Slips.Count > 0 ? dossier.Slips[0].FileHash : "0")}"
        + $"&opinionId={(dossier.Opinions is [var asked, ..] ? asked.Id : null)}&q={Uri.EscapeDataString(dossier.Code ?? dossier.Reference)}";

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}

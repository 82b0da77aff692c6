using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>A page or interface of the program as its routing lists it, so that a new one is tried without being written down here.</summary>
/// <param name="Template">The route, without the slash in front.</param>
/// <param name="Parameters">What the route leaves open.</param>
/// <param name="Handlers">What it answers: a method, and the name of a handler where it has one.</param>
/// <param name="Model">The class of the page; null for what is no page.</param>
/// <param name="Metadata">What it declares, who enters among it.</param>
internal sealed record Door(
    string Template,
    IReadOnlyList<RoutePatternParameterPart> Parameters,
    IReadOnlyList<(string Method, string? Name)> Handlers,
    Type? Model,
    EndpointMetadataCollection Metadata
)
{
    public IEnumerable<string> GetHandlers => Handlers.Where(handler => handler is { Method: "GET", Name: not null }).Select(handler => handler.Name!);

    public bool TakesPosts => Handlers.Any(handler => handler.Method == "POST");

    /// <summary>Open without a role: to everybody, or to whoever is logged in.</summary>
    public bool IsPublic => Metadata.GetMetadata<ForRolesAttribute>() is null;
}

/// <summary>All doors of the program, and the addresses under which they could show something of a dossier.</summary>
internal static class EveryDoor
{
    public static async Task<IReadOnlyList<Door>> OfAsync(IServiceProvider services)
    {
        var doors = new List<Door>();
        var pages = services.GetRequiredService<PageLoader>();
        foreach (var endpoint in services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            // What lies in wwwroot is the same for everybody.
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                continue;
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor
                ? await pages.LoadAsync(descriptor, EndpointMetadataCollection.Empty)
                : null;
            IEnumerable<(string Method, string? Name)> handlers = page?.HandlerMethods.Select(handler => (handler.HttpMethod.ToUpperInvariant(), handler.Name))
                ?? (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (method, (string?)null));
            doors.Add(
                new Door(
                    (endpoint.RoutePattern.RawText ?? "").TrimStart('/'),
                    endpoint.RoutePattern.Parameters,
                    [.. handlers.DefaultIfEmpty(("GET", null))],
                    page?.ModelTypeInfo?.AsType(),
                    page?.Endpoint?.Metadata ?? endpoint.Metadata
                )
            );
        }

        return
        [
            .. doors.GroupBy(door => door.Template).Select(same => same.First() with { Handlers = [.. same.SelectMany(door => door.Handlers).Distinct()] }),
        ];
    }

    /// <summary>The door's addresses for a dossier: every way to name it in the place of every parameter, every handler, every search for it.</summary>
    public static IEnumerable<string> AddressesFor(Door door, Dossier dossier)
    {
        IEnumerable<string> paths = ["/" + door.Template];
        foreach (var parameter in door.Parameters)
            paths = [.. paths.SelectMany(path => ValuesOf(parameter.Name, dossier).Select(value => Put(path, parameter.Name, value)))];
        string[] asked =
        [
            "",
            .. door.GetHandlers.SelectMany(handler => FilesOf(dossier).DefaultIfEmpty("").Select(file => $"?handler={handler}{file}")),
            $"?q={Uri.EscapeDataString(dossier.Applicant.Name)}",
            $"?q={dossier.Applicant.IdentityNumber}&number={dossier.Applicant.IdentityNumber}&code={dossier.Code ?? dossier.Reference}",
        ];
        return paths.SelectMany(path => asked.Select(query => path + query)).Distinct();
    }

    private static IEnumerable<string> FilesOf(Dossier dossier) =>
        [
            .. LastSlips(dossier).Select(hash => $"&hash={hash}"),
            .. dossier.Papers.Select(paper => $"&paperId={paper.Id}&download=true"),
            $"&id={dossier.Id}&code={dossier.Code}&reference={dossier.Reference}",
        ];

    /// <summary>The newest slip of each kind.</summary>
    private static IEnumerable<string> LastSlips(Dossier dossier) => dossier.Slips.GroupBy(slip => slip.Kind).Select(slips => slips.Last().FileHash);

    private static IEnumerable<string> ValuesOf(string name, Dossier dossier) =>
        name switch
        {
            "id" => [dossier.Id.ToString()],
            "reference" => [dossier.Reference, dossier.Code ?? dossier.Reference],
            "address" => [dossier.Code ?? dossier.Reference],
            "code" => [dossier.Reference, dossier.Code ?? dossier.Reference, dossier.Decision?.VerificationCode ?? dossier.Reference],
            "hash" =>
            [
                .. LastSlips(dossier),
                .. dossier.Papers.Select(paper => paper.FileHash).OfType<string>(),
                dossier.Decision?.IssuedFile ?? new string('0', 64),
            ],
            "slug" => [DoorHost.Slug],
            "handler" => ["", "json"],
            "path" => ["0"],
            "counter" => ["service-centre"],
            "secret" => [new string('A', 43)],
            "number" => ["1"],
            _ => throw new InvalidOperationException($"A door has a parameter '{name}': say here how it names a dossier."),
        };

    private static string Put(string path, string name, string value) =>
        Regex.Replace(path, $@"\{{\**{name}[^}}]*\}}", value, RegexOptions.None, TimeSpan.FromSeconds(1));
}

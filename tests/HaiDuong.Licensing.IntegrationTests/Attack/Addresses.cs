using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Doors;

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
    public static async Task<IReadOnlyList<Target>> OfAsync(DeskHost host) =>
        [
            .. (await EveryDoor.OfAsync(host.Services))
                .SelectMany(door => door.Handlers.Select(handler => new Target("/" + door.Template, handler.Name, handler.Method)))
                .Distinct(),
        ];

    public static string Fill(string route, Dossier dossier) =>
        Parameter()
            .Replace(route, match => match.Groups["name"].Value switch
                {
                    "id" => dossier.Id.ToString(),
                    "reference" => dossier.Reference,
                    "slug" => dossier.ProcedureSlug,
                    "code" => route.StartsWith("/loi/", StringComparison.Ordinal)
                        ? "404"
                        : dossier.Decision?.VerificationCode ?? dossier.Code ?? dossier.Reference,
                    "hash" => dossier.Slips.Count > 0 ? dossier.Slips[0].FileHash : new string('0', 64),
                    _ => "",
                });

    public static string QueryFor(Dossier dossier) =>
        $"paperId={dossier.Papers.FirstOrDefault(paper => paper.FileHash is not null)?.Id}&hash={(dossier.Slips.Count > 0 ? dossier.Slips[0].FileHash : "0")}"
        + $"&opinionId={(dossier.Opinions is [var asked, ..] ? asked.Id : null)}&q={Uri.EscapeDataString(dossier.Code ?? dossier.Reference)}";

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}

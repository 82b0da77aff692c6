using System.Globalization;
using System.Text;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.Tests.Architecture;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>Closed by default: every address says where it stands who enters it, and what says nothing opens to nobody.</summary>
public sealed class EntryTests
{
    private static readonly string Table = Path.Combine(SourceTree.Root, "tests/endpoints.md");
    private DoorHost host = null!;

    private IReadOnlyList<Door> doors = null!;

    [OneTimeSetUp]
    public async Task ListAsync()
    {
        host = await DoorsOpen.HostAsync();
        doors = await EveryDoor.OfAsync(host.Services);
    }

    [Test]
    public void EveryAddress_SaysOnce_WhoEnters()
    {
        var declarations = doors.Select(door =>
            (door.Template, Count: door.Metadata.OfType<IAllowAnonymous>().Count() + door.Metadata.OfType<IAuthorizeData>().Count())
        );

        Assert.That(declarations.Where(door => door.Count != 1), Is.Empty);
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task Address_ThatSaysNothing_OpensToNobody(bool isOurs, bool opens)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var policy = await scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.SetEndpoint(
            isOurs ? new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/moi"), 0, EndpointMetadataCollection.Empty, "new") : null
        );

        var answer = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, context, policy!);

        Assert.That(answer.Succeeded, Is.EqualTo(opens));
    }

    // The container looks at services when it is built, but pages are none.
    [Test]
    public void EveryPage_IsGivenWhatItAsksFor()
    {
        var known = host.Services.GetRequiredService<IServiceProviderIsService>();
        var asked = doors
            .Where(door => door.Model is not null)
            .SelectMany(door => door.Model!.GetConstructors().Single().GetParameters().Select(parameter => (door.Template, parameter.ParameterType)));

        Assert.That(asked.Where(page => !known.IsService(page.ParameterType)), Is.Empty);
    }

    /// <summary>With <c>ENDPOINTS=write</c> the table is written anew.</summary>
    [Test]
    public async Task Table_IsWhatTheProgramDeclares()
    {
        var told = TableOf(doors);
        if (Environment.GetEnvironmentVariable("ENDPOINTS") == "write")
            await File.WriteAllTextAsync(Table, told);

        Assert.That(told, Is.EqualTo(await File.ReadAllTextAsync(Table)), "ENDPOINTS=write tests/run.sh EntryTests writes it anew");
    }

    private static string TableOf(IReadOnlyList<Door> doors)
    {
        var kinds = string.Join(", ", doors.GroupBy(Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Count()} for {kind.Key}"));
        var text = new StringBuilder()
            .AppendLine("# Every address of the program, and to whom it is open")
            .AppendLine()
            .AppendLine(
                "Written by the program from what its pages and endpoints declare. Which dossiers somebody reads there, and which acts they may do, is tried against the tables written by hand."
            )
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{doors.Count} addresses, {doors.Sum(door => door.Handlers.Count)} handlers: {kinds}.")
            .AppendLine()
            .AppendLine("| address | handlers | open to | acts |")
            .AppendLine("|---|---|---|---|");
        var acts = FeatureServices.Acts().ToHashSet();
        foreach (var door in doors.OrderBy(door => door.Template, StringComparer.Ordinal))
        {
            var done = door.Model?.GetConstructors()
                .SelectMany(made => made.GetParameters())
                .Select(parameter => parameter.ParameterType)
                .Where(acts.Contains)
                .Select(act => act.Name)
                ?? [];
            var handlers = door.Handlers.Select(handler => $"{handler.Method}{(handler.Name is { } name ? " " + name : "")}").Distinct();
            text.AppendLine(CultureInfo.InvariantCulture, $"| /{door.Template} | {string.Join(", ", handlers)} | {OpenTo(door)} | {string.Join(", ", done)} |");
        }

        return text.ToString();
    }

    private static string Kind(Door door) =>
        door.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "everybody"
        : door.IsPublic ? "whoever is logged in"
        : "roles";

    private static string OpenTo(Door door) => door.Metadata.GetMetadata<ForRolesAttribute>() is { } roles ? string.Join(", ", roles.Roles) : Kind(door);
}

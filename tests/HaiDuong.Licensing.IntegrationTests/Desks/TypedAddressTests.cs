using HaiDuong.Licensing.IntegrationTests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What strangers and scripts write into the address of a page: an answer, never an error of the program.</summary>
public sealed class TypedAddressTests
{
    private static readonly string[] Values =
    [
        "%00",
        "a%00b",
        "%ED%A0%80",
        "%EF%BC%91",
        "%D9%A1",
        "1e400",
        "-1",
        "99999999999999999999",
        "%E2%80%AE",
        "a%0D%0Ab",
    ];

    /// <summary>So that each kind of page meets each value in some field.</summary>
    private const int Part = 3;

    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase("quan-tri")]
    [TestCase("mot-cua")]
    public async Task AnyQuery_OfAnyPage_IsAnswered(string person)
    {
        var browser = await host.AsAsync(person);
        var pages = await PagesAsync();
        var failed = new List<string>();

        foreach (var (path, names) in pages)
        {
            foreach (var (name, value) in names.SelectMany(name => Values.Select(value => (name, value))))
            {
                if (!StablePart.Takes(Part, $"{path} {name} {value}"))
                    continue;
                var answer = await browser.GetAsync($"{path}?{name}={value}");
                if ((int)answer.Status >= 500)
                    failed.Add($"{path}?{name}={value}: {answer.Status}");
                // A page of other roles is shut before it reads its address.
                if (answer.Location?.StartsWith("/loi/403", StringComparison.Ordinal) == true)
                    break;
            }
        }

        Assert.That(pages.Sum(page => page.Names.Count), Is.GreaterThan(40));
        Assert.That(failed, Is.Empty);
    }

    [Test]
    public async Task Search_ForNothingButNul_FindsNothing() =>
        Assert.That((int)(await (await host.AsAsync("mot-cua")).GetAsync("/tim?q=%00")).Status, Is.EqualTo(StatusCodes.Status200OK));

    /// <summary>Every page that has no placeholder in its address, with every name that it reads from the query.</summary>
    private async Task<List<(string Path, IReadOnlyCollection<string> Names)>> PagesAsync()
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var pages = new List<(string, IReadOnlyCollection<string>)>();
        foreach (var page in host.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            if (page.AttributeRouteInfo?.Template is not { } template || template.Contains('{', StringComparison.Ordinal))
                continue;
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var bound = compiled
                .BoundProperties.Concat(
                    compiled.HandlerMethods.Where(handler => handler.HttpMethod == "GET").SelectMany(handler => handler.Parameters.Cast<ParameterDescriptor>())
                )
                .Where(part => part.ParameterType != typeof(CancellationToken))
                .Select(NameOf)
                .ToHashSet(StringComparer.Ordinal);
            pages.Add(("/" + template, bound));
        }

        return pages;
    }

    private static string NameOf(ParameterDescriptor part) => part.BindingInfo?.BinderModelName ?? part.Name;
}

using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>One running office for all journeys, with the accounts of every role and no dossier.</summary>
[SetUpFixture]
public sealed class WalkedOffice
{
    public static OfficeServer Server { get; private set; } = null!;

    /// <summary>The day as the office counts it.</summary>
    public static LocalDate Today => Server.Services.GetRequiredService<OfficeClock>().Today;

    [OneTimeSetUp]
    public async Task OpenAsync() => Server = await StartAsync();

    /// <summary>Another office like it, for a walk that must be alone.</summary>
    public static async Task<OfficeServer> StartAsync(params KeyValuePair<string, string?>[] settings)
    {
        var server = OfficeServer.Start(
            await TestCluster.CreateDatabaseAsync(await TestCluster.OfficeTemplateAsync()),
            [KeyValuePair.Create("Office:Demo", (string?)"false"), .. settings]
        );
        await using var scope = server.Services.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<OfficeClock>();
        await DemoPeople.CreateAsync(scope.ServiceProvider, clock.Today, clock.Today, CancellationToken.None);
        return server;
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await Server.DisposeAsync();
}

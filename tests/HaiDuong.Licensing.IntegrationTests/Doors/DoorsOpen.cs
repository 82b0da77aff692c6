using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>One office for all tests of doors: none of them changes a dossier that another looks at.</summary>
[SetUpFixture]
public sealed class DoorsOpen
{
    internal static DoorHost Host { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => Host = await DoorHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await Host.DisposeAsync();
}

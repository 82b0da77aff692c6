namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>
/// One office for all tests of doors: none of them changes a dossier that another looks at. Opened by the first that comes and closed with the whole run: with a
/// set-up of their own these fixtures would run apart from all others.
/// </summary>
internal static class DoorsOpen
{
    private static readonly Lazy<Task<DoorHost>> Opened = new(DoorHost.StartAsync);

    public static Task<DoorHost> HostAsync() => Opened.Value;

    public static async Task CloseAsync()
    {
        if (Opened.IsValueCreated)
            await (await Opened.Value).DisposeAsync();
    }
}

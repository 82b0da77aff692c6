using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Acts;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>A test with an office of its own.</summary>
public abstract class OfficeTest
{
    internal TestOffice Office { get; private set; } = null!;

    internal DossierDriver Journey => Office.Driver();

    [SetUp]
    public async Task OpenAsync() => Office = await TestOffice.OpenStaffedAsync();

    [TearDown]
    public async Task CloseAsync() => await (Office?.DisposeAsync() ?? ValueTask.CompletedTask);

    internal static IEnumerable<string> Codes(ActResult result) => result.Refusals.Select(refusal => refusal.Code);
}

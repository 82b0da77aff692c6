using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Access;

/// <summary>Keys that lie open are said: a demo office is told, a real one is "Degraded" until a passphrase is set.</summary>
public sealed class KeyHealthTests
{
    [TestCase(null, false, HealthStatus.Degraded, "Office__KeyPassphrase")]
    [TestCase("", false, HealthStatus.Degraded, "Office__KeyPassphrase")]
    [TestCase(null, true, HealthStatus.Healthy, "Office__KeyPassphrase")]
    [TestCase("a long passphrase", false, HealthStatus.Healthy, "")]
    public async Task Keys_WithoutAPassphrase_AreSaid(string? passphrase, bool isDemo, HealthStatus expected, string words)
    {
        var said = await new KeyHealth(new OfficeOptions { KeyPassphrase = passphrase, Demo = isDemo }).CheckHealthAsync(new HealthCheckContext());

        Assert.That(
            (said.Status, (said.Description ?? "").Contains(words, StringComparison.Ordinal), (said.Description ?? "").Length > 0),
            Is.EqualTo((expected, true, words.Length > 0))
        );
    }
}

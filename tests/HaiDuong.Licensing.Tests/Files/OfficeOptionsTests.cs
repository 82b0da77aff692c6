using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Files;

public sealed class OfficeOptionsTests
{
    [TestCase("http://localhost:5081", null, "http://localhost:5081")]
    [TestCase("http://10.0.0.5:8080;https://10.0.0.5:8443", null, "http://10.0.0.5:8080")]
    [TestCase("http://+:8080", null, "http://localhost:5080")]
    [TestCase("http://localhost:5081", "https://mot-cua.example", "https://mot-cua.example")]
    [TestCase(null, null, "http://localhost:5080")]
    public void PublicAddress_IsWhatIsSet_ElseWhereTheProgramListens(string? urls, string? set, string expected)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Urls"] = urls,
            ["Office:PublicAddress"] = set,
            ["Office:WorkflowsFolder"] = WorkflowsFolder.Find(AppContext.BaseDirectory).Root,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null)).Build();

        Assert.That(OfficeOptions.From(configuration).PublicAddress, Is.EqualTo(expected));
    }

    [Test]
    public void FeeAccount_OfWhichNoCodeCanBeMade_StopsTheStart_AndIsNamed()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Office:WorkflowsFolder"] = WorkflowsFolder.Find(AppContext.BaseDirectory).Root,
                    ["Office:FeeAccounts:an-office:Bin"] = "97040",
                    ["Office:FeeAccounts:an-office:Bank"] = "A bank",
                    ["Office:FeeAccounts:an-office:Number"] = "0011012345678",
                    ["Office:FeeAccounts:an-office:Holder"] = "AN OFFICE",
                }
            )
            .Build();

        Assert.That(() => OfficeOptions.From(configuration), Throws.InvalidOperationException.With.Message.Contains("FeeAccounts__an-office"));
    }
}

using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.PastRecords;

/// <summary>The command <c>import</c>, run as an administrator at the server would.</summary>
public sealed class ImportCommandTests : PastRecordsTest
{
    [Test]
    public async Task Import_PrintsTheReport_EntersWhenTold_AndEndsWith1WhenALineIsRejected()
    {
        var (whole, half) = (
            await FileAsync("whole.csv", TwoLicences),
            await FileAsync("half.csv", LicenceHeader + "09/GP-STTTT;publishing-permit;31/02/2019;Công ty khác;;\n")
        );

        var trial = await RunAsync("licences", whole);
        Assert.That((trial.ExitCode, await CountAsync("licences")), Is.EqualTo((0, 0)), trial.Errors);
        Assert.That(trial.Output, Does.Contain("2 dòng: 2 nhận"));
        Assert.That((await RunAsync("licences", whole, "--confirm")).ExitCode, Is.Zero);
        Assert.That(await CountAsync("licences"), Is.EqualTo(2));
        var rejected = await RunAsync("licences", half);
        Assert.That(rejected.ExitCode, Is.EqualTo(1));
        Assert.That(rejected.Output, Does.Contain("Dòng 2: “Ngày cấp”"));
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        await Tool.RunAsync(
            "env",
            [$"ConnectionStrings__Default={Office.ConnectionString}", "dotnet", typeof(Program).Assembly.Location, "import", .. arguments]
        );

    private static async Task<string> FileAsync(string name, string content)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}-{name}");
        await File.WriteAllTextAsync(path, content);
        return path;
    }
}

using System.Net;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Embedded;

/// <summary>The first command on a machine that has only the .NET SDK: the installed PostgreSQL is hidden from the whole program.</summary>
public sealed class FetchedPostgresTests
{
    private string data = "";
    private string user = "";

    [SetUp]
    public void MakeFolders() => (data, user) = (WholeProgram.NewFolder(), Directory.CreateTempSubdirectory("hdl-user-").FullName);

    [TearDown]
    public void RemoveFolders()
    {
        Directory.Delete(data, recursive: true);
        Directory.Delete(user, recursive: true);
    }

    [Test, CancelAfter(300_000)]
    public async Task Program_WithoutPostgres_FetchesItsProgramsOnce_AndOpens(CancellationToken cancel)
    {
        using (var first = WholeProgram.StartWithoutPostgres(data, ("XDG_DATA_HOME", user)))
        {
            await first.AskAsync("/health/ready", HttpStatusCode.OK, cancel: cancel);
            await first.AskAsync("/thu-tuc", HttpStatusCode.OK, "Cho phép họp báo", cancel);
            Assert.That(first.Log, Does.Contain("are fetched from npm"));
            await first.KillAsync();
        }

        using var second = WholeProgram.StartWithoutPostgres(data, ("XDG_DATA_HOME", user), ("npm_config_registry", "http://127.0.0.1:9"));
        await second.AskAsync("/health/ready", HttpStatusCode.OK, cancel: cancel);
        Assert.That(second.Log, Does.Not.Contain("fetched from npm"));
    }

    [Test, CancelAfter(120_000)]
    public async Task Program_WithoutPostgresAndNetwork_EndsWithOneSentenceThatNamesOneCommand(CancellationToken cancel)
    {
        using var program = WholeProgram.StartWithoutPostgres(data, ("XDG_DATA_HOME", user), ("npm_config_registry", "http://127.0.0.1:9"));

        await program.EndedAsync(cancel);

        var said = program.Log[program.Log.IndexOf("PostgreSQL is not installed and", StringComparison.Ordinal)..];
        Assert.That(program.ExitCode, Is.Not.Zero);
        Assert.That(
            said,
            Does.Match(
                @"^PostgreSQL is not installed and its programs were not fetched from npm \(http://127\.0\.0\.1:9 is not reached: [^\n]*\); install it with '(sudo )?apt-get install postgresql'\.\s*\z"
            )
        );
        Assert.That(Directory.EnumerateDirectories(user, "postgres-*", SearchOption.AllDirectories), Is.Empty);
    }
}

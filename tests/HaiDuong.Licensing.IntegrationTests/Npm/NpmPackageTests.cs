using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Npm;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Npm;

/// <summary>A package from a registry of this test's own, named as npm's own setting names it.</summary>
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NpmPackageTests : IDisposable
{
    private const string Setting = "npm_config_registry";
    private readonly byte[] packed = Pack();
    private readonly HttpListener registry = new();
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("hdl-npm-").FullName, "there");
    private byte[] sent;

    public NpmPackageTests()
    {
        sent = packed;
        var address = WholeProgram.FreeAddress();
        registry.Prefixes.Add(address.ToString());
        registry.Start();
        _ = AnswerAsync();
        Environment.SetEnvironmentVariable(Setting, address.ToString());
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Setting, null);
        ((IDisposable)registry).Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Test]
    public async Task Package_WithItsHash_IsUnpackedWithItsModes_AndNothingOutsideItsFolder()
    {
        await Package("tool").FetchAsync(folder, default, name => name.EndsWith(".gz", StringComparison.Ordinal));

        Assert.That(
            Directory.EnumerateFiles(Path.GetDirectoryName(folder)!, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)),
            Is.EqualTo(["bin/run"])
        );
        Assert.That(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(folder, "bin", "run")).HasFlag(UnixFileMode.UserExecute), Is.True);
    }

    [Test]
    public void Package_ThatIsAnotherOne_IsNotUnpacked()
    {
        sent = [.. packed[..^1], (byte)(packed[^1] ^ 1)];

        Assert.That(
            async () => await Package("tool").FetchAsync(folder, default),
            Throws.TypeOf<NpmPackageException>().With.Property("Fault").EqualTo(NpmFault.OtherHash)
        );
        Assert.That(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder)!), Is.Empty);
    }

    [Test]
    public void Package_ThatTheRegistryHasNot_IsSaidSo() =>
        Assert.That(
            async () => await Package("other").FetchAsync(folder, default),
            Throws.TypeOf<NpmPackageException>().With.Property("Fault").EqualTo(NpmFault.Away).And.Message.Contains("404")
        );

    private NpmPackage Package(string name) => new("@scope/" + name, "1.2.3", Convert.ToBase64String(SHA512.HashData(packed)));

    private async Task AnswerAsync()
    {
        while (registry.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await registry.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            if (asked.Request.Url!.AbsolutePath == "/@scope/tool/-/tool-1.2.3.tgz")
                await asked.Response.OutputStream.WriteAsync(sent);
            else
                asked.Response.StatusCode = 404;
            asked.Response.Close();
        }
    }

    private static byte[] Pack()
    {
        using var bytes = new MemoryStream();
        using (var zipped = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zipped))
        {
            foreach (var name in (string[])["package/bin/run", "package/bin/run.gz", "package/../../outside"])
                tar.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("echo"u8.ToArray()), Mode = (UnixFileMode)0b111_101_101 }
                );
        }

        return bytes.ToArray();
    }
}

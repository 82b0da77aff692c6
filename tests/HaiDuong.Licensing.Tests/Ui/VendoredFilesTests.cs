using System.Security.Cryptography;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Tests.Architecture;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

/// <summary>Holds what pages promise: vendored files are what was vendored, and every word has its sentence.</summary>
public sealed partial class VendoredFilesTests
{
    private static readonly string Web = Path.Combine(SourceTree.Root, "src", "HaiDuong.Licensing.OneStop");

    [Test]
    public void VendoredFiles_AreWhatTheHashesSay()
    {
        var vendor = Path.Combine(Web, "wwwroot", "vendor");
        var listed = File.ReadLines(Path.Combine(vendor, "SHA256SUMS")).Select(line => line.Split("  ./")).ToDictionary(parts => parts[1], parts => parts[0]);
        var present = Directory
            .EnumerateFiles(vendor, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(vendor, file).Replace('\\', '/'))
            .Where(file => file is not ("SHA256SUMS" or "vendor.sh"))
            .ToDictionary(file => file, file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(vendor, file)))));

        Assert.That(present, Is.EquivalentTo(listed));
    }

    [Test]
    public void EveryVendoredFolder_CarriesItsLicence() =>
        Assert.That(
            Directory.EnumerateDirectories(Path.Combine(Web, "wwwroot", "vendor")).Where(folder => !File.Exists(Path.Combine(folder, "LICENSE"))),
            Is.Empty
        );

    [Test]
    public void NoPage_HasInlineScriptOrStyle()
    {
        var offending = Directory
            .EnumerateFiles(Path.Combine(Web, "Features"), "*.cshtml", SearchOption.AllDirectories)
            .Where(page => Inline().IsMatch(File.ReadAllText(page)))
            .Select(page => Path.GetRelativePath(Web, page));

        Assert.That(offending, Is.Empty, "the Content-Security-Policy blocks it");
    }

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\sstyle="|\son[a-z]+="|\bhx-on""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}

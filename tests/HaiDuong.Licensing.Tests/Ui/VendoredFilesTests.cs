using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

/// <summary>Holds what pages promise: vendored files are what was vendored, and every word has its sentence.</summary>
public sealed partial class VendoredFilesTests
{
    private static readonly string Web = Path.Combine(Root(), "src", "HaiDuong.Licensing.Web");

    [Test]
    public void VendoredFiles_AreWhatTheHashesSay()
    {
        var vendor = Path.Combine(Web, "wwwroot", "vendor");
        var listed = File.ReadLines(Path.Combine(vendor, "SHA256SUMS")).Select(line => line.Split("  ./")).ToDictionary(parts => parts[1], parts => parts[0]);
        var present = Directory.EnumerateFiles(vendor, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(vendor, file).Replace('\\', '/'))
            .Where(file => file is not ("SHA256SUMS" or "vendor.sh"))
            .ToDictionary(file => file, file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(vendor, file)))));

        Assert.That(present, Is.EquivalentTo(listed));
    }

    [Test]
    public void EveryVendoredFolder_CarriesItsLicence() =>
        Assert.That(
            Directory.EnumerateDirectories(Path.Combine(Web, "wwwroot", "vendor")).Where(folder => !File.Exists(Path.Combine(folder, "LICENSE"))),
            Is.Empty);

    [Test]
    public void EveryWordOfAPage_StandsInItsResources()
    {
        var shared = Words(Path.Combine(Web, "Ui", "Words", "UiText.resx"));
        var missing =
            from page in Directory.EnumerateFiles(Path.Combine(Web, "Features"), "*.cshtml", SearchOption.AllDirectories)
            let own = Words(Path.ChangeExtension(page, ".resx"))
            from Match word in WordOfPage().Matches(File.ReadAllText(page))
            let key = word.Groups["key"].Value
            where !own.Contains(key) && !shared.Contains(key)
            select $"{Path.GetRelativePath(Web, page)}: {key}";

        Assert.That(missing.Distinct(), Is.Empty);
    }

    [Test]
    public void NoPage_HasInlineScriptOrStyle()
    {
        var offending = Directory.EnumerateFiles(Path.Combine(Web, "Features"), "*.cshtml", SearchOption.AllDirectories)
            .Where(page => Inline().IsMatch(File.ReadAllText(page)))
            .Select(page => Path.GetRelativePath(Web, page));

        Assert.That(offending, Is.Empty, "the Content-Security-Policy blocks it");
    }

    private static HashSet<string> Words(string file) => File.Exists(file)
        ? [.. XDocument.Load(file).Root!.Elements("data").Select(word => word.Attribute("name")!.Value)]
        : [];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HaiDuong.Licensing.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("""\bT\["(?<key>[^"]+)"[\],]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordOfPage();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\sstyle="|\son[a-z]+="|\bhx-on""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}

using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>
/// Apache Preflight's reading of PDF files for long-term keeping. It knows PDF/A-1b; our files are PDF/A-2b, which lifts three of its demands:
/// the part number itself, the list of characters of a font subset (CIDSet) and opaque pictures. Everything else it finds is a fault.
/// </summary>
internal static partial class ArchiveCheck
{
    private const string Jars = "/usr/share/java/";

    private static readonly string[] LiftedByPart2 = ["part must be 1", "The CIDSet entry is missing", "Soft Mask must be null or None"];

    /// <summary>What is wrong with the PDF files of a folder, a line each.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string folder)
    {
        var path = string.Join(
            ':',
            new[] { "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api" }.Select(jar =>
                $"{Jars}{jar}.jar"
            )
        );
        var (_, report, errors) = await Tool.RunAsync("java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", "batch", folder);
        var read = FileLine().Count(report);
        if (read != Directory.GetFiles(folder).Length)
            throw new InvalidOperationException($"Preflight read {read} files. {errors}");
        return
        [
            .. report.Split('\n').Where(line => FindingLine().IsMatch(line) && !LiftedByPart2.Any(lifted => line.Contains(lifted, StringComparison.Ordinal))),
        ];
    }

    [GeneratedRegex(@"^The file .* is (not )?a valid PDF/A-1b file", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileLine();

    [GeneratedRegex(@"^\d+(\.\d+)* : ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FindingLine();
}

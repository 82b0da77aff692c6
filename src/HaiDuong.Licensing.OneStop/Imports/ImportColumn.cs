using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>A column that an import knows (cột): its key, how its header may be written, and whether a table without it is refused.</summary>
/// <param name="Key">The name under which a row hands its cell out.</param>
/// <param name="IsRequired">Without this column there is nothing to read.</param>
/// <param name="Headers">How people write the header, in Vietnamese with marks; case, marks and what stands in brackets do not matter. The first is
/// shown.</param>
public sealed record ImportColumn(string Key, bool IsRequired, params IReadOnlyList<string> Headers)
{
    private readonly HashSet<string> _folded = [.. Headers.Select(Fold)];

    public string Name => Headers[0];

    public bool IsNamed(string header) => _folded.Contains(Fold(header)) || _folded.Contains(Fold(WithoutBrackets(header)));

    /// <summary>"Vĩ độ (WGS84)" is also "Vĩ độ".</summary>
    private static string WithoutBrackets(string header)
    {
        var open = header.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? header : header[..open];
    }

    private static string Fold(string header) => string.Concat(VietnameseText.Fold(header).Where(char.IsLetterOrDigit));
}

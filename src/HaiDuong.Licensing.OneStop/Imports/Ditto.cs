using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>Như trên: the marks by which a list says that a cell is the same as the one above it.</summary>
internal static class Ditto
{
    private static readonly string[] Marks = ["nt", "nhutren", "\"", "''", "\u201D", "\u2033", "\u3003", "//"];

    /// <summary>In capitals alone NT may be a code.</summary>
    public static bool IsOne(string cell) =>
        cell.Length is > 0 and <= 20
        && cell != "NT"
        && Marks.Contains(string.Concat(VietnameseText.Fold(cell).Where(letter => letter is not (' ' or '.' or '-' or ','))), StringComparer.Ordinal);
}

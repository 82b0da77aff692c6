using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>Dòng tổng cộng: a line that only adds up the others. It is no record, and is passed over by name.</summary>
internal static partial class TotalLine
{
    /// <summary>What the line says, when it is a total: some cell begins with the word, and none is a day. "Tổng công ty" and "Công an" are names.</summary>
    public static string? Read(ImportLine line)
    {
        var cells = line.Cells.Select(VietnameseText.Clean).Where(cell => cell.Length > 0).ToList();
        return cells.Exists(cell => Word().IsMatch(VietnameseText.Fold(cell))) && !cells.Exists(cell => TypedDate.TryRead(cell, out _, out _))
            ? string.Join(" · ", cells)
            : null;
    }

    [GeneratedRegex(
        @"^(tong cong(?! ty\b)|tong so|(tong|cong|total|sum|grand total)(?=$|[ :.=]*[0-9]|[ :.=]*$| (giay|ho so|gp|ban|nam|thang|quy|trang|toan|cac|so)\b))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Word();
}

using System.Text;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Việc làm sạch: what was mended in a cell.</summary>
public enum RepairKind
{
    /// <summary>Chữ ƣ (U+01A3), Ð (U+00D0) của bộ gõ cũ đổi thành ư, Đ.</summary>
    OldLetter,

    /// <summary>Dấu rời (Unicode tổ hợp, NFD) ghép vào chữ.</summary>
    LooseMark,

    /// <summary>Khoảng trắng thừa, ký tự ẩn.</summary>
    Space,

    /// <summary>Số 0 đầu mà bảng tính đã bỏ mất.</summary>
    LeadingZero,

    /// <summary>Chữ của bảng mã cũ (TCVN3, VNI) hoặc mã hoá hai lần đổi thành Unicode.</summary>
    OldCharset,

    /// <summary>“Như trên”: ô của dòng trên.</summary>
    Ditto,

    /// <summary>Năm viết hai chữ số.</summary>
    ShortYear,

    /// <summary>Thời hạn viết thay cho ngày hết hạn.</summary>
    Term,

    /// <summary>Tên viết khác dấu hoặc chữ hoa của cùng một mã số: một cách viết cho tất cả.</summary>
    Name,
}

/// <summary>Một chỗ đã làm sạch: the column by its name, what was done, and the text before and after.</summary>
public sealed record CellRepair(string Column, RepairKind Kind, string Before, string After)
{
    /// <summary>What cleaning did to a text; nothing when it was clean.</summary>
    public static IEnumerable<CellRepair> Between(string column, string typed, string clean)
    {
        if (typed.AsSpan().ContainsAny('\u01A2', '\u01A3', '\u00D0'))
            yield return new CellRepair(column, RepairKind.OldLetter, typed, clean);
        if (typed.Normalize(NormalizationForm.FormC) != typed)
            yield return new CellRepair(column, RepairKind.LooseMark, typed, clean);
        if (Letters(typed) != clean)
            yield return new CellRepair(column, RepairKind.Space, typed, clean);
    }

    /// <summary>Cleans a text, with single spaces between words, also where a line ended inside it.</summary>
    public static string Clean(string typed)
    {
        var clean = VietnameseText.Clean(typed).Replace('\n', ' ');
        while (clean.Contains("  ", StringComparison.Ordinal))
            clean = clean.Replace("  ", " ", StringComparison.Ordinal);
        return clean;
    }

    /// <summary>With the right letters, and nothing done to spaces and hidden characters.</summary>
    private static string Letters(string typed) =>
        typed.Replace('\u01A2', '\u01AF').Replace('\u01A3', '\u01B0').Replace('\u00D0', '\u0110').Normalize(NormalizationForm.FormC);
}

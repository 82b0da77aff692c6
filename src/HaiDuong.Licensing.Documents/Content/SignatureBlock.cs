namespace HaiDuong.Licensing.Documents.Content;

/// <summary>
/// One signing column (khối chữ ký): the lines of authority and position ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), an optional
/// italic note under them, and the name. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 7a, 7b.
/// </summary>
public sealed record SignatureBlock(IReadOnlyList<string> TitleLines, string? Name, string? Note = null);

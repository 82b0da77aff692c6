namespace HaiDuong.Licensing.Documents.Content;

/// <summary>
/// The issuing agency (cơ quan ban hành) as printed at the top left, its superior (cơ quan chủ quản), the place of the
/// date line (địa danh) and the address of the page-1 footer. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 2, 4, 13.
/// </summary>
public sealed record Letterhead(string? SuperiorAgency, string Agency, string Place, string? Address = null);

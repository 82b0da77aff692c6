using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Chủ hồ sơ: in whose name the dossier is. The identity number is a CCCD (12 digits), a tax code (10 or 13 digits), of foreigners a passport or a registration
/// number.
/// </summary>
public sealed record Applicant(ApplicantKind Kind, string Name, string IdentityNumber, string Address, string? Phone, string? Email);

/// <summary>Người nộp: who brings the dossier when that is not its owner (R-6: kept apart from the owner).</summary>
public sealed record Submitter(string Name, string? IdentityNumber, string? Phone);

/// <summary>Hình thức nhận kết quả.</summary>
public enum ReturnBy
{
    /// <summary>Tại quầy.</summary>
    Counter,

    /// <summary>Trực tuyến.</summary>
    Online,

    /// <summary>Qua bưu chính công ích.</summary>
    Post,
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>A publishing permit asked for rightly: form, applicant, papers, and what the specialist fills into the licence.</summary>
internal static class PermitForm
{
    public const string Slug = "publishing-permit";

    public static Domain.Dossiers.Applicant Applicant { get; } = new(
        ApplicantKind.Organisation, "Hội Khuyến học huyện Nam Sách", "0100109106", "Thị trấn Nam Sách, tỉnh Hải Dương", "02203852345", OfficeStaff.Address);

    public static FormData Form { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["applicantStatus"] = "localBody",
        ["establishmentPaper"] = "establishmentDecision",
        ["establishmentNumber"] = "125/QĐ-UBND",
        ["establishmentAuthority"] = "Ủy ban nhân dân tỉnh Hải Dương",
        ["establishmentDate"] = "2012-03-15",
        ["armedForces"] = "none",
        ["representativeName"] = "Người đại diện",
        ["representativeTitle"] = "Chủ tịch Hội",
        ["documentTitle"] = "Kỷ yếu khuyến học huyện Nam Sách giai đoạn 2020–2025",
        ["documentType"] = "proceedings",
        ["isTranslation"] = "false",
        ["medium"] = "printed",
        ["pages"] = "96",
        ["standardPages"] = "96",
        ["format"] = "14,5 x 20,5",
        ["copies"] = "500",
        ["languages"] = "vietnamese",
        ["printerName"] = "Công ty cổ phần In Hải Dương",
        ["printerAddress"] = "Thành phố Hải Dương, tỉnh Hải Dương",
        ["purpose"] = "Tổng kết phong trào khuyến học của huyện, không kinh doanh",
        ["distribution"] = "Các chi hội khuyến học trong huyện",
        ["summary"] = "Bài viết, số liệu và gương điển hình của phong trào khuyến học",
    });

    public static IReadOnlyDictionary<string, string> Licence { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["permittedCopies"] = "500",
        ["permittedDistribution"] = "Các chi hội khuyến học trong huyện",
        ["permittedPurpose"] = "Không kinh doanh",
        ["depositCopies"] = "3",
    };

    /// <summary>Three stamped manuscripts, counted at the counter.</summary>
    public static Paper Manuscript(Instant addedAt) => new(Guid.CreateVersion7(), "manuscript", null, null, null, 0, 3, 0, addedAt);
}

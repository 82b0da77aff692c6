using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Tests.Files;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>A right application for a publishing permit, and the way through its pages.</summary>
internal static class PermitApplication
{
    public const string TaxCode = "0800011018";
    public const string Start = "/nop-ho-so/publishing-permit";

    public static byte[] Pdf { get; } = SamplePdf.OnePage;

    public static byte[] Png { get; } = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static IReadOnlyList<(string Name, string Value)> Answers { get; } =
    [
        ("applicant.name", "Trung tâm Văn hóa tỉnh"),
        ("applicant.identityNumber", TaxCode),
        ("applicant.address", "Số 1 đường Hồng Quang, phường Hải Dương"),
        ("applicant.phone", "0220 385 2345"),
        ("applicant.email", "van.thu@example.vn"),
        ("submitter.other", "false"),
        ("returnBy", "Online"),
        ("applicantStatus", "localBody"),
        ("establishmentPaper", "establishmentDecision"),
        ("establishmentNumber", "12/QĐ-UBND"),
        ("establishmentAuthority", "Ủy ban nhân dân tỉnh"),
        ("establishmentDate", "05/09/2019"),
        ("armedForces", "none"),
        ("representativeName", "Giám đốc Trung tâm"),
        ("representativeTitle", "Giám đốc"),
        ("documentTitle", "Kỷ yếu hội thảo văn hóa xứ Đông"),
        ("documentType", "proceedings"),
        ("isTranslation", "false"),
        ("medium", "printed"),
        ("pages", "120"),
        ("standardPages", "130"),
        ("format", "14,5 x 20,5"),
        ("copies", "1.000"),
        ("languages", "vietnamese"),
        ("printerName", "Nhà in tỉnh"),
        ("printerAddress", "Khu công nghiệp Đại An"),
        ("purpose", "Lưu hành nội bộ"),
        ("distribution", "Trong tỉnh"),
        ("summary", "Các tham luận của hội thảo"),
    ];

    private static int serial = 100;

    /// <summary>Answers by which no other dossier of a test is the same applicant's, or about the same thing.</summary>
    public static IReadOnlyList<(string Name, string Value)> Alone()
    {
        var number = Interlocked.Increment(ref serial);
        return [("applicant.identityNumber", $"{TaxCode}-{number:000}"), ("documentTitle", $"Kỷ yếu hội thảo văn hóa xứ Đông {number}")];
    }

    /// <summary>Fills the form in, with some answers instead of the usual ones, and saves it; gives the draft's reference.</summary>
    public static async Task<string> DeclareAsync(PageVisitor visitor, params IReadOnlyList<(string Name, string Value)> instead)
    {
        await visitor.OpenAsync(Start + "/to-khai");
        var saved = await visitor.SendAsync(
            Start + "/to-khai",
            [.. Answers.Where(usual => instead.All(other => other.Name != usual.Name)), .. instead, ("go", "next")]
        );
        return saved.Location!.Split('/')[^1];
    }

    /// <summary>Up to the page with the button.</summary>
    public static async Task<string> PrepareAsync(PageVisitor visitor, params IReadOnlyList<(string Name, string Value)> instead)
    {
        var reference = await DeclareAsync(visitor, instead);
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");
        await visitor.SendFilesAsync($"{Start}/giay-to/{reference}", [("go", "next")], ("papers.manuscript", "Bản thảo.pdf", Pdf));
        await visitor.OpenAsync($"{Start}/xem-lai/{reference}");
        return reference;
    }
}

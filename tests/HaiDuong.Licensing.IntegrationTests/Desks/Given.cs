using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.Tests.Files;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Dossiers made through the office's own acts.</summary>
internal static class Given
{
    public const string Slug = "publishing-permit";

    public const string ApplicantName = "Trường Trung học phổ thông Nguyễn Trãi";

    /// <summary>A dossier taken in at the counter; it waits for the head of the division.</summary>
    public static Task<Guid> AcceptedDossierAsync(this DeskHost host) => host.AcceptedDossierAsync(SamplePdf.OnePage);

    /// <summary>The same with another manuscript.</summary>
    public static async Task<Guid> AcceptedDossierAsync(this DeskHost host, byte[] pdf)
    {
        var id = Guid.CreateVersion7();
        await host.AtDeskAsync(async desk =>
        {
            await using var content = new MemoryStream(pdf);
            var manuscript = (await desk.GetRequiredService<FileStore>().SaveAsync(content, "ban-thao.pdf", UploadLimits.Default, CancellationToken.None)).File
                ?? throw new InvalidOperationException("The manuscript was not taken.");
            IReadOnlyList<Paper> papers =
            [
                new(Guid.CreateVersion7(), "application", null, null, null, 0, 1, 0, Instant.FromUtc(2025, 9, 8, 2, 0)),
                new(
                    Guid.CreateVersion7(),
                    "manuscript",
                    manuscript.Hash,
                    manuscript.CleanName,
                    manuscript.ContentType,
                    manuscript.Size,
                    2,
                    0,
                    Instant.FromUtc(2025, 9, 8, 2, 0)
                )
                {
                    DownloadOnly = manuscript.IsActive,
                },
            ];
            var applicant = new Domain.Dossiers.Applicant(
                ApplicantKind.Organisation,
                ApplicantName,
                "0100109106",
                "Số 15 Bạch Đằng, thành phố Hải Dương",
                "02203852345",
                null
            );
            var request = new TakeInDossierRequest(id, Slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, Form(), papers);
            var result = await desk.GetRequiredService<TakeInDossier>().DoAsync(request, host.Actors["mot-cua"], CancellationToken.None);
            return result.Done ? true : throw new InvalidOperationException(string.Join("; ", result.Refusals));
        });
        return id;
    }

    private static FormData Form() =>
        new(
            new Dictionary<string, string>
            {
                ["applicantStatus"] = "localBody",
                ["establishmentPaper"] = "establishmentDecision",
                ["establishmentNumber"] = "12/QĐ-UBND",
                ["establishmentAuthority"] = "Ủy ban nhân dân tỉnh Hải Dương",
                ["establishmentDate"] = "1999-05-04",
                ["armedForces"] = "none",
                ["representativeName"] = "Hiệu trưởng",
                ["representativeTitle"] = "Hiệu trưởng",
                ["documentTitle"] = "Kỷ yếu 100 năm thành lập trường",
                ["documentType"] = "proceedings",
                ["isTranslation"] = "false",
                ["medium"] = "printed",
                ["pages"] = "120",
                ["standardPages"] = "100",
                ["format"] = "14,5 x 20,5",
                ["copies"] = "500",
                ["languages"] = "vietnamese",
                ["printerName"] = "Công ty In Hải Dương",
                ["printerAddress"] = "Thành phố Hải Dương",
                ["purpose"] = "Lưu hành nội bộ",
                ["distribution"] = "Trong trường",
                ["summary"] = "Lịch sử nhà trường",
            }
        );
}

using System.Text;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.PastRecords;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.PastRecords;

/// <summary>An office into which old records are brought; an act has a desk of its own.</summary>
public abstract class PastRecordsTest : OfficeTest
{
    protected const string LicenceHeader = "Số giấy phép;Loại giấy phép;Ngày cấp;Tổ chức, cá nhân;MST;Có giá trị đến\n";
    protected const string DossierHeader = "Mã hồ sơ;Thủ tục;Chủ hồ sơ;CCCD;Ngày nhận;Hạn trả;Ngày xong;Kết quả\n";

    protected const string TwoLicences =
        LicenceHeader
        + "05/GP-STTTT;publishing-permit;12/03/2019;Công ty cổ phần Văn hóa Thành Đông;0800111238;12/03/2030\n"
        + "07/GP-STTTT;publishing-permit;20/03/2019;Công ty cổ phần Văn hóa Thành Đông;0800111238;20/03/2024\n";

    protected static readonly Actor Administrator = new(null, "Quản trị", [new RoleHolding(StaffRole.Administrator, Units.Bureau)]);
    protected static readonly Actor OtherAdministrator = Administrator with { Name = "Quản trị khác" };

    private protected Task<PastTrial> ReadAsync(string file, PastKind? kind = PastKind.Licences, Actor? actor = null, string? procedure = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(file), kind, actor, procedure);

    private protected async Task<PastTrial> ReadAsync(byte[] file, PastKind? kind = PastKind.Licences, Actor? actor = null, string? procedure = null)
    {
        await using var scope = Office.CreateScope();
        using var content = new MemoryStream(file);
        return await scope
            .ServiceProvider.GetRequiredService<ReadPastRecords>()
            .DoAsync(new PastRecordsFile(kind, "so-cu.csv", content, procedure), actor ?? Administrator, default);
    }

    private protected async Task<IReadOnlyList<string>> ConfirmAsync(PastTrial trial, bool pairsSeen = false, Actor? actor = null)
    {
        await using var scope = Office.CreateScope();
        return Codes(await scope.ServiceProvider.GetRequiredService<ConfirmPastImport>().DoAsync(trial.Import!.Id, pairsSeen, actor ?? Administrator, default));
    }

    private protected async Task<IReadOnlyList<string>> UndoAsync(PastTrial trial, Actor? actor = null)
    {
        await using var scope = Office.CreateScope();
        return Codes(await scope.ServiceProvider.GetRequiredService<UndoPastImport>().DoAsync(trial.Import!.Id, actor ?? Administrator, default));
    }

    private protected Task<long> CountAsync(string table) => Office.AskAsync<long>($"SELECT count(*) FROM {table}");

    private protected static string[] Codes(IEnumerable<Refusal> refusals) => [.. refusals.Select(refusal => refusal.Code)];
}

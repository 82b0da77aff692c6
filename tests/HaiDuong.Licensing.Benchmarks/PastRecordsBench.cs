using System.Diagnostics;
using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Features.PastRecords;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>A register of 100,000 old licences: the trial, the confirmation in one transaction, and the undo.</summary>
internal static class PastRecordsBench
{
    private const int Licences = 100_000;
    private static readonly Actor Administrator = new(null, "Quản trị viên", [new RoleHolding(StaffRole.Administrator, "hp-culture-office")]);

    public static async Task RunAsync(IServiceProvider services, Report report)
    {
        var file = File();
        report.Add("file of 100,000 licences: MB", $"{file.Length / 1048576.0:0.0}");
        Guid id = default;
        await MeasuredAsync(report, "trial", services, async desk =>
        {
            using var content = new MemoryStream(file);
            var trial = await desk.GetRequiredService<ReadPastRecords>()
                .DoAsync(new PastRecordsFile(PastKind.Licences, "so-cu.csv", content, null), Administrator, default);
            id = trial.Import is { Accepted: Licences } import ? import.Id : throw new InvalidOperationException(string.Join("; ", trial.Refusals));
        });
        await MeasuredAsync(report, "confirmation", services, async desk =>
            Done(await desk.GetRequiredService<ConfirmPastImport>().DoAsync(id, true, Administrator, default))
        );
        await MeasuredAsync(report, "undo", services, async desk => Done(await desk.GetRequiredService<UndoPastImport>().DoAsync(id, Administrator, default)));
    }

    /// <summary>Every fifth line has old letters, every third loose marks; 30,000 holders.</summary>
    private static byte[] File()
    {
        var lines = new StringBuilder("Số giấy phép;Loại giấy phép;Ngày cấp;Tổ chức, cá nhân;CCCD;Địa chỉ;Nội dung;Có giá trị đến\n");
        for (var number = 0; number < Licences; number++)
        {
            var issued = new LocalDate(2008, 1, 1).PlusDays(number % 6000);
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{number + 1}/GP-STTTT;Giấy phép xuất bản tài liệu không kinh doanh;{issued:dd/MM/yyyy};Cơ sở in và phát hành Phương Đông số {number % 30_000};0300{number % 30_000:00000000};Số {number % 300} phố Bạch Đằng, thành phố Hải Dương;Kỷ yếu, tờ rơi giới thiệu;{issued.PlusYears(5):dd/MM/yyyy}\n"
            );
            lines.Append(
                number % 5 == 0 ? line.Replace('ư', '\u01A3')
                : number % 3 == 0 ? line.Normalize(NormalizationForm.FormD)
                : line
            );
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static async Task MeasuredAsync(Report report, string what, IServiceProvider services, Func<IServiceProvider, Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var (before, peak) = (GC.GetTotalMemory(true), 0L);
        using var sampling = new CancellationTokenSource();
        var sampler = Task.Run(async () =>
        {
            while (!sampling.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(false));
                await Task.Delay(20);
            }
        });
        var clock = Stopwatch.StartNew();
        await using (var scope = services.CreateAsyncScope())
            await work(scope.ServiceProvider);
        var seconds = clock.Elapsed.TotalSeconds;
        await sampling.CancelAsync();
        await sampler;
        report.Add($"{what} of 100,000 licences: s, peak of the managed heap above the start MB", $"{seconds:0.0}, {(peak - before) / 1048576.0:0}");
    }

    private static void Done(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
            throw new InvalidOperationException(string.Join("; ", refusals));
    }
}

using System.Runtime.CompilerServices;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>
/// Kiểm tra dữ liệu: walks every dossier, every number and every kept file, a part at a time, tells each fault as it is found, and keeps the
/// report for the administrator's page. It changes nothing else.
/// </summary>
public sealed class CheckData(
    NpgsqlDataSource source,
    AnnouncedCalendar calendar,
    AnnouncedSuccessions successions,
    DossierFaultsQuery dossiers,
    NumberFaultsQuery numbers,
    FileFaultsQuery files,
    OfficeClock clock
)
{
    public async Task<DataCheckCount> DoAsync(Action<DataFault> tell, CancellationToken cancel)
    {
        await calendar.RefreshAsync(cancel);
        await successions.RefreshAsync(cancel);
        var report = new DataCheckReport(source, Guid.CreateVersion7());
        await report.BeginAsync(clock.Now, cancel);
        await foreach (var part in PartsAsync(cancel))
        {
            foreach (var fault in part.Faults)
                tell(fault);
            await report.AddAsync(part, cancel);
        }

        await report.FinishAsync(clock.Now, cancel);
        return report.Count;
    }

    private async IAsyncEnumerable<CheckedPart> PartsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var part in dossiers.ReadAsync(cancel))
            yield return part;
        await foreach (var fault in numbers.ReadAsync().WithCancellation(cancel))
            yield return new CheckedPart(0, 0, [fault]);
        await foreach (var part in files.ReadAsync(cancel))
            yield return part;
    }
}

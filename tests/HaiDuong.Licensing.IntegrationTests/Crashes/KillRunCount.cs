using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>
/// Compares what was acknowledged with what is kept: acts with the history, marked mails with those that arrived, numbers with their books, files with their
/// hashes.
/// </summary>
internal static class KillRunCount
{
    public static async Task<KillFigures> OfAsync(
        OfficeInTime office,
        string folder,
        KillRunDiary diary,
        MailSink mails,
        (int Kills, int Stuck, int SelfEnded) run,
        CancellationToken cancel
    )
    {
        await using var desk = office.Desk();
        var db = desk.ServiceProvider.GetRequiredService<OfficeDbContext>();
        var dossiers = await db.Dossiers.AsNoTracking().Include(dossier => dossier.History).ToListAsync(cancel);
        foreach (var fault in await OfficeInvariants.FaultsAsync(desk.ServiceProvider, folder, underKills: true))
            diary.Wrong(fault);
        await desk.ServiceProvider.GetRequiredService<CheckData>().DoAsync(fault => diary.Wrong(fault.Sentence), cancel);
        var (lost, doubled) = Acts(dossiers, diary);
        var arrived = mails.Ids.Select(id => id.Trim('<', '>').Split('@')[0]).ToList();
        var sent = (await db.Notices.AsNoTracking().Select(notice => notice.SentMails).ToListAsync(cancel)).SelectMany(ids => ids);
        lost += sent.Except(arrived, StringComparer.Ordinal).Count();
        return new KillFigures(
            run.Kills,
            diary.Acts.Values.SelectMany(acts => acts).CountBy(act => act).ToDictionary(),
            dossiers.Count,
            diary.SentAgain,
            lost,
            doubled,
            run.Stuck + dossiers.Count - diary.Finished,
            run.SelfEnded,
            arrived.Count,
            arrived.Count - arrived.Distinct(StringComparer.Ordinal).Count(),
            [.. diary.Faults]
        );
    }

    /// <summary>Nobody stands with an act unanswered, so the history has exactly what was answered, and every name one dossier.</summary>
    private static (int Lost, int Doubled) Acts(IReadOnlyList<Dossier> dossiers, KillRunDiary diary)
    {
        var kept = dossiers.SelectMany(dossier => dossier.History.Select(line => (dossier.Id, line.Act))).CountBy(act => act).ToDictionary();
        var answered = diary.Acts.SelectMany(dossier => dossier.Value.Select(act => (Id: dossier.Key, Act: act))).CountBy(act => act).ToDictionary();
        var lost = answered.Sum(act => Math.Max(0, act.Value - kept.GetValueOrDefault(act.Key)));
        var doubled =
            kept.Sum(act => Math.Max(0, act.Value - answered.GetValueOrDefault(act.Key)))
            + dossiers.GroupBy(dossier => dossier.Applicant.Name, StringComparer.Ordinal).Sum(same => same.Count() - 1);
        return (lost, doubled);
    }
}

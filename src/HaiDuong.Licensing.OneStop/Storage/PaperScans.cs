using HaiDuong.Licensing.OneStop.Storage.Files;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Tình trạng quét vi-rút của một giấy tờ.</summary>
public enum ScanState
{
    /// <summary>This installation has no scanner.</summary>
    NotScanned,

    /// <summary>The scanner has not said yet: nobody gets the file, and no act takes it over.</summary>
    Waiting,
    Clean,

    /// <summary>It has been taken out of the store.</summary>
    Infected,

    /// <summary>The scanner will not look at it.</summary>
    Refused,
}

/// <summary>How the scanning stands: whether there is a scanner and it answers, how many papers wait and since when, how many were infected.</summary>
public sealed record ScanSituation(string? Scanner, bool Answers, long Waiting, Instant? WaitingSince, long Infected);

/// <summary>
/// What the virus scanner said of each paper, kept by the paper's address. Where one is configured, only what it called clean is given out or
/// taken over; what it could not be asked about waits and is asked again.
/// </summary>
public sealed class PaperScans(OfficeDbContext db, FileStore files, VirusScanner scanner, IClock clock)
{
    private const int Batch = 100;

    /// <summary>After so many answers without a verdict a paper is given up.</summary>
    private const int MostAnswers = 5;

    private static readonly Duration Pause = Duration.FromMinutes(1);
    private static readonly TimeSpan PatienceOfJob = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceOfPage = TimeSpan.FromSeconds(2);

    /// <summary>The state of each paper, by hash.</summary>
    public async Task<IReadOnlyDictionary<string, ScanState>> OfAsync(IEnumerable<string?> hashes, CancellationToken cancel)
    {
        string[] wanted = [.. hashes.OfType<string>().Distinct(StringComparer.Ordinal)];
        var rows =
            wanted.Length == 0 ? [] : await db.Database.SqlQuery<Row>($"SELECT hash, state FROM paper_scans WHERE hash = ANY ({wanted})").ToListAsync(cancel);
        var known = rows.ToDictionary(row => row.Hash, row => Enum.Parse<ScanState>(row.State), StringComparer.Ordinal);
        return wanted.ToDictionary(hash => hash, hash => Shown(known.GetValueOrDefault(hash, ScanState.Waiting)), StringComparer.Ordinal);
    }

    /// <summary>
    /// Asks about a stored file and keeps the answer; an infected one leaves the store. Waiting when there was no answer within the patience.
    /// </summary>
    /// <exception cref="DamagedFileException">The file is missing or damaged.</exception>
    public async Task<ScanState> ScanAsync(string hash, CancellationToken patience, CancellationToken cancel)
    {
        if (scanner.Clamd is not { } clamd)
            return ScanState.NotScanned;
        if (patience.IsCancellationRequested)
            return (await OfAsync([hash], cancel))[hash];
        ScanReply reply;
        await using (var content = await files.OpenAsync(hash, cancel))
            reply = await clamd.ScanAsync(content, patience);
        await KeepAsync(hash, reply, cancel);
        var state = (await OfAsync([hash], cancel))[hash];
        if (state == ScanState.Infected)
            files.SetAside(hash);
        return state;
    }

    /// <summary>Asks about the papers that wait, the longest first, until the scanner is away; gives how many got a verdict.</summary>
    public async Task<int> ScanWaitingAsync(CancellationToken cancel)
    {
        var done = 0;
        while (scanner.IsConfigured)
        {
            var now = clock.GetCurrentInstant();
            var waiting = await db
                .Database.SqlQuery<string>(
                    $"""SELECT hash AS "Value" FROM paper_scans WHERE state = 'Waiting' AND (next_at IS NULL OR next_at <= {now}) ORDER BY since, hash LIMIT {Batch}"""
                )
                .ToListAsync(cancel);
            foreach (var hash in waiting)
            {
                var state = await TryAsync(hash, cancel);
                if (state == ScanState.Waiting && !await IsThereAsync(cancel))
                    return done;
                done += state is ScanState.Waiting ? 0 : 1;
            }

            if (waiting.Count < Batch)
                break;
        }

        return done;
    }

    public async Task<ScanSituation> SituationAsync(CancellationToken cancel)
    {
        var counts = (
            await db
                .Database.SqlQuery<Counts>(
                    $"""
                    SELECT count(*) FILTER (WHERE state = 'Waiting') AS waiting, min(since) FILTER (WHERE state = 'Waiting') AS since,
                        count(*) FILTER (WHERE state = 'Infected') AS infected
                    FROM paper_scans WHERE state IN ('Waiting', 'Infected')
                    """
                )
                .ToListAsync(cancel)
        ).Single();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(PatienceOfPage);
        return new ScanSituation(
            scanner.Clamd?.Address,
            scanner.Clamd is not null && await scanner.Clamd.AnswersAsync(patience.Token),
            counts.Waiting,
            counts.Since,
            counts.Infected
        );
    }

    private async Task<ScanState> TryAsync(string hash, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(PatienceOfJob);
        try
        {
            return await ScanAsync(hash, patience.Token, cancel);
        }
        catch (DamagedFileException)
        {
            // The check of the data names it; here it only waits its turn again.
            await KeepAsync(hash, new ScanReply(ScanVerdict.NoAnswer, ""), cancel);
            return ScanState.Waiting;
        }
    }

    private async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(PatienceOfPage);
        return await scanner.Clamd!.AnswersAsync(patience.Token);
    }

    /// <summary>A verdict stands until another one; no answer never undoes one.</summary>
    private Task<int> KeepAsync(string hash, ScanReply reply, CancellationToken cancel)
    {
        var (state, answered, now) = (
            reply.Verdict == ScanVerdict.NoAnswer ? nameof(ScanState.Waiting) : reply.Verdict.ToString(),
            reply.Answer.Length > 0 ? 1 : 0,
            clock.GetCurrentInstant()
        );
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO paper_scans AS kept (hash, state, since, asked, next_at, answer)
            VALUES ({hash}, {state}, {now}, {answered}, {now + Pause}, {reply.Answer})
            ON CONFLICT (hash) DO UPDATE SET
                asked = kept.asked + EXCLUDED.asked, next_at = EXCLUDED.next_at, answer = EXCLUDED.answer,
                state = CASE WHEN EXCLUDED.state = 'Waiting' AND kept.asked + EXCLUDED.asked >= {MostAnswers} THEN 'Refused' ELSE EXCLUDED.state END,
                since = CASE WHEN EXCLUDED.state = kept.state THEN kept.since ELSE EXCLUDED.since END
            WHERE kept.state <> 'Infected' AND (kept.state = 'Waiting' OR EXCLUDED.state <> 'Waiting')
            """,
            cancel
        );
    }

    private ScanState Shown(ScanState kept) => kept == ScanState.Waiting && !scanner.IsConfigured ? ScanState.NotScanned : kept;

    private sealed record Row(string Hash, string State);

    private sealed record Counts(long Waiting, Instant? Since, long Infected);
}

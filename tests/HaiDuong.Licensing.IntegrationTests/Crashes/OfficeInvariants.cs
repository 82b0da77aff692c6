using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>What is true of every dossier between two acts; each fault found is one sentence.</summary>
internal static class OfficeInvariants
{
    /// <summary>What rules look at that kills and mails hide.</summary>
    private static readonly string[] Hidden = ["n.xmin", "revision"];

    private static readonly (string Fault, string Sql)[] Rules =
    [
        (
            "has another revision than acts and draft saves (one save and one for each paper)",
            "SELECT id::text FROM dossiers d WHERE revision <> (SELECT count(*) FROM history h WHERE h.dossier_id = d.id) + jsonb_array_length(papers) + 1"
        ),
        ("has a code without acceptance, or the other way round", "SELECT id::text FROM dossiers WHERE (code IS NULL) <> (accepted_at IS NULL)"),
        (
            "has a ledger that does not begin with its acceptance",
            "SELECT id::text FROM dossiers WHERE coalesce(ledger -> 0 ->> 'kind' = 'Accept', false) <> (accepted_at IS NOT NULL)"
        ),
        (
            "has another status than its newest history line",
            "SELECT id::text FROM dossiers d WHERE status <> coalesce((SELECT to_status FROM history h WHERE h.dossier_id = d.id ORDER BY h.id DESC LIMIT 1), 0)"
        ),
        (
            "was written by another transaction than its newest history line",
            "SELECT id::text FROM dossiers d WHERE status > 0 AND xmin <> (SELECT xmin FROM history h WHERE h.dossier_id = d.id ORDER BY h.id DESC LIMIT 1)"
        ),
        (
            "is a series of dossier codes with a gap or a number given twice",
            """
            SELECT series FROM number_series WHERE series LIKE 'dossier/%' AND last <>
                (SELECT count(DISTINCT code) FROM dossiers WHERE code LIKE concat(split_part(series, '/', 2), '-', split_part(series, '/', 3), '-%'))
            """
        ),
        (
            "is a book of documents with a gap or a number given twice",
            "SELECT series FROM number_series WHERE series LIKE 'book/%' AND last <> (SELECT count(DISTINCT decision ->> 'number') FROM dossiers WHERE decision ->> 'number' IS NOT NULL)"
        ),
        (
            "is a history line whose notice is not owed by the same transaction",
            """
            SELECT h.id::text FROM history h JOIN (VALUES ('Submit', 'SubmissionReceived'), ('Accept', 'DossierAccepted'), ('AskSupplement', 'SupplementAsked'), ('Supply', 'SupplementReceived'),
                ('RefuseAtDoor', 'RefusedAtDoor'), ('Assign', 'WorkAssigned'), ('Issue', 'ResultReady'), ('HandOver', 'ResultHandedOver'),
                ('AskOpinion', 'OpinionAsked'), ('ConfirmWithdrawal', 'WithdrawalConfirmed'), ('RefuseWithdrawal', 'WithdrawalRefused'), ('VoidTakeIn', 'TakeInVoided'), ('Correct', 'EntriesCorrected')) AS owed (act, kind) ON owed.act = h.act
                JOIN dossiers d ON d.id = h.dossier_id AND (d.channel = 2 OR h.act <> 'Submit')
            WHERE (SELECT count(*) FROM notices n WHERE n.dossier_id = h.dossier_id AND n.kind = owed.kind AND n.xmin = h.xmin) <> 1
            """
        ),
        ("has a row in the lists that is not its own", "SELECT amiss::text FROM dossier_rows_amiss(ARRAY(SELECT id FROM dossiers)) AS amiss"),
        (
            "has work that presses at another moment than the step and the dossier are late",
            "SELECT d.id::text FROM work_items w JOIN dossiers d ON d.id = w.dossier_id WHERE w.presses_from <> LEAST(w.late_from, d.late_from, '9999-12-31')"
        ),
        (
            "is a notice that no act owes",
            "SELECT key FROM notices n WHERE NOT EXISTS (SELECT FROM history h WHERE h.dossier_id = n.dossier_id AND h.xmin = n.xmin)"
        ),
    ];

    /// <summary>
    /// Every fault found. Where the whole program is killed, mails leave, so that a notice was last written by its sender, which hides the act that owed
    /// it; and a draft whose saving was not answered is saved again.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IServiceProvider services, string dataFolder, bool underKills = false)
    {
        var faults = new List<string>();
        foreach (var (fault, sql) in Rules.Where(rule => !underKills || !Hidden.Any(word => rule.Sql.Contains(word, StringComparison.Ordinal))))
        {
            await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                faults.Add($"{reader.GetString(0)} {fault}");
        }

        await using var scope = services.CreateAsyncScope();
        var dossiers = await scope
            .ServiceProvider.GetRequiredService<OfficeDbContext>()
            .Dossiers.AsNoTracking()
            .Include(dossier => dossier.Work)
            .Include(dossier => dossier.History.OrderBy(line => line.Id))
            .AsSplitQuery()
            .ToListAsync();
        var rulebooks = services.GetRequiredService<Rulebooks>();
        faults.AddRange(dossiers.SelectMany(dossier => FaultsOf(dossier, rulebooks.For(dossier), dataFolder).Select(fault => $"{dossier.Id} {fault}")));
        return faults;
    }

    private static IEnumerable<string> FaultsOf(Dossier dossier, DossierRules rules, string dataFolder)
    {
        var opinions = dossier
            .Opinions.Where(opinion => opinion.Answer is null && opinion.StepId is null && !LifeCycle.IsClosed(dossier.Status))
            .Select(opinion => $"opinion:{opinion.Id:N}");
        var waiting = (dossier.RouteState?.Waiting ?? []).Select(step => step.StepId).Concat(opinions);
        if (!waiting.Order(StringComparer.Ordinal).SequenceEqual(dossier.Work.Select(item => item.StepId).Order(StringComparer.Ordinal)))
            yield return "has other work than its route waits for";
        if (dossier.Status != DossierStatus.Draft && LifeCycle.IsClosed(dossier.Status) != (dossier.Work.Count == 0))
            yield return $"has {dossier.Work.Count} work items in status {dossier.Status}";
        var from = DossierStatus.Draft;
        foreach (var line in dossier.History)
        {
            if (line.From != from || !LifeCycle.Allows(line.From, line.To))
                yield return $"jumps from {from} to {line.From} and {line.To}";
            from = line.To;
        }

        if (dossier.IsAccepted && dossier.ReadClock(rules, OfficeClock.ToLocal(dossier.History[^1].At)).StatutoryDue != dossier.StatutoryDue)
            yield return "has another due date than its ledger";
        var files = dossier.Slips.Select(slip => slip.FileHash).Append(dossier.Decision?.SignedFile).Append(dossier.Decision?.IssuedFile).OfType<string>();
        foreach (var hash in files.Where(hash => HashOf(Path.Combine(dataFolder, "documents", hash[..2], hash)) != hash))
            yield return $"names the file {hash}, which is not there whole";
    }

    private static string? HashOf(string path) =>
        File.Exists(path) ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))) : null;
}

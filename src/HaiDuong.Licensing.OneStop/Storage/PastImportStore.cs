using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.PastRecords;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Files of old records: what the office has already of them, their lines, and what entered. Everything is done in parts of some thousand lines inside one
/// transaction of the act, so that memory stays small and a file is visible as a whole or not at all.
/// </summary>
public sealed class PastImportStore(OfficeDbContext db)
{
    /// <summary>Lines of one part.</summary>
    public const int Part = 2000;

    /// <summary>One import enters or leaves at a time, so that what was found unknown still is.</summary>
    private const long LockKey = 4_023_076;

    public Task WaitForTurnAsync(CancellationToken cancel)
    {
        // Whoever comes second waits for the whole of a long list.
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancel);
    }

    /// <summary>Of these records the keys that the office has already.</summary>
    public async Task<HashSet<string>> KnownKeysAsync(PastKind kind, IEnumerable<IPastRecord> records, CancellationToken cancel)
    {
        if (kind == PastKind.Licences)
        {
            string[] numbers = [.. records.Cast<PastLicence>().Select(licence => LicenceNumber.Key(licence.Number)).Distinct()];
            var papers = await db
                .Database.SqlQuery<KnownPaper>(
                    $"""
                    SELECT DISTINCT licences.kind, extract(year FROM line.on_day)::integer AS year, line.number_key
                    FROM licence_events AS line JOIN licences ON licences.id = line.licence_id
                    WHERE line.number_key = ANY ({numbers}) AND line.kind <> 'Revoked'
                    """
                )
                .ToListAsync(cancel);
            return [.. papers.Select(paper => PastLicence.KeyOf(paper.Kind, paper.Year, paper.NumberKey))];
        }

        string[] keys = [.. records.Select(record => record.Key)];
        return
        [
            .. await db
                .Database.SqlQuery<string>(
                    $"""SELECT code AS "Value" FROM dossiers WHERE code = ANY ({keys}) UNION SELECT code_key FROM past_dossiers WHERE code_key = ANY ({keys})"""
                )
                .ToListAsync(cancel),
        ];
    }

    /// <summary>How the office spells the names of those who have these numbers.</summary>
    public Task<List<KnownName>> KnownNamesAsync(IEnumerable<string> identityNumbers, CancellationToken cancel)
    {
        string[] numbers = [.. identityNumbers.Where(number => number.Length > 0).Distinct()];
        return db
            .Database.SqlQuery<KnownName>(
                $"""
                SELECT holder_identity AS identity_number, holder ->> 'name' AS name FROM licences WHERE holder_identity = ANY ({numbers})
                UNION SELECT applicant_identity, applicant ->> 'name' FROM dossiers WHERE applicant_identity = ANY ({numbers})
                    AND NOT hides_applicant AND status <> 0
                UNION SELECT applicant_identity, applicant ->> 'name' FROM past_dossiers WHERE applicant_identity = ANY ({numbers})
                ORDER BY 1, 2
                """
            )
            .ToListAsync(cancel);
    }

    /// <summary>Keeps the lines of a file. Needs a transaction in which the import was saved.</summary>
    public async Task KeepAsync(Guid import, IEnumerable<PastReading> readings, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY past_import_rows (import_id, line, key, record, cells, codes, reasons, repairs) FROM STDIN (FORMAT BINARY)",
            cancel
        );
        foreach (var row in readings.Select(reading => PastImportRow.Of(import, reading)))
        {
            await writer.StartRowAsync(cancel);
            await writer.WriteAsync(row.ImportId, NpgsqlDbType.Uuid, cancel);
            await writer.WriteAsync(row.Line, NpgsqlDbType.Integer, cancel);
            await WriteAsync(writer, row.Key, NpgsqlDbType.Text, cancel);
            await WriteAsync(writer, row.Record, NpgsqlDbType.Jsonb, cancel);
            await WriteAsync(writer, Json(row.Cells), NpgsqlDbType.Jsonb, cancel);
            await WriteAsync(writer, Json(row.Codes), NpgsqlDbType.Jsonb, cancel);
            await WriteAsync(writer, Json(row.Reasons), NpgsqlDbType.Jsonb, cancel);
            await WriteAsync(writer, Json(row.Repairs), NpgsqlDbType.Jsonb, cancel);
        }

        await writer.CompleteAsync(cancel);
    }

    /// <summary>The lines that can enter, part by part.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IPastRecord>> AcceptedAsync(
        PastImport import,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        var last = 0;
        while (true)
        {
            var rows = await db
                .PastImportRows.AsNoTracking()
                .Where(row => row.ImportId == import.Id && row.Line > last && row.Record != null)
                .OrderBy(row => row.Line)
                .Take(Part)
                .ToListAsync(cancel);
            if (rows.Count == 0)
                yield break;
            last = rows[^1].Line;
            yield return [.. rows.Select(row => row.ReadRecord(import.Kind)!)];
        }
    }

    /// <summary>What has entered is in its register; of its lines only the mending stays.</summary>
    public async Task ForgetEnteredAsync(Guid import, CancellationToken cancel)
    {
        await db.PastImportRows.Where(row => row.ImportId == import && row.Record != null && row.Repairs == null).ExecuteDeleteAsync(cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE past_import_rows SET record = NULL WHERE import_id = {import} AND record IS NOT NULL", cancel);
    }

    /// <summary>Keeps others from the licences of an import until the commit.</summary>
    public Task HoldAsync(Guid import, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT FROM licences WHERE import_batch = {import} FOR UPDATE", cancel);

    /// <summary>The licences of an import to which something else was done, with what was done last.</summary>
    public async Task<IReadOnlyList<TouchedLicence>> TouchedAsync(Guid import, CancellationToken cancel)
    {
        var lines = await db
            .Database.SqlQuery<LaterEvent>(
                $"""
                SELECT DISTINCT ON (licences.id) licences.number, line.kind, line.on_day, line.actor_name
                FROM licence_events AS line JOIN licences ON licences.id = line.licence_id
                WHERE licences.import_batch = {import} AND line.import_batch IS DISTINCT FROM licences.import_batch
                ORDER BY licences.id, line.id DESC
                """
            )
            .ToListAsync(cancel);
        return [.. lines.Select(line => new TouchedLicence(line.Number, Enum.Parse<LicenceEventKind>(line.Kind), line.OnDay, line.ActorName))];
    }

    /// <summary>Takes away what an import brought, and the reminders of it that have not left.</summary>
    public async Task RemoveAsync(Guid import, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM notices USING licences WHERE licences.id = notices.licence_id AND licences.import_batch = {import} AND notices.sent_at IS NULL",
            cancel
        );
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM licence_events USING licences WHERE licences.id = licence_events.licence_id AND licences.import_batch = {import}",
            cancel
        );
        await db.Licences.Where(licence => licence.ImportBatch == import).ExecuteDeleteAsync(cancel);
        await db.PastDossiers.Where(dossier => dossier.ImportId == import).ExecuteDeleteAsync(cancel);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, string? value, NpgsqlDbType type, CancellationToken cancel) =>
        value is null ? writer.WriteNullAsync(cancel) : writer.WriteAsync(value, type, cancel);

    private static string? Json<T>(T? value)
        where T : class => value is null ? null : StoredJson.Write(value);

    private sealed record KnownPaper(string Kind, int Year, string NumberKey);

    private sealed record LaterEvent(string Number, string Kind, NodaTime.LocalDate OnDay, string ActorName);
}

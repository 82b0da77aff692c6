using System.Security.Cryptography;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.PastRecords;

/// <param name="Kind">What the file holds; null when nobody has said.</param>
/// <param name="FileName">As it is called.</param>
/// <param name="Content">The file, which can be read twice; null when none was chosen.</param>
/// <param name="Procedure">The procedure of lines that name none; null when every line names its own.</param>
public sealed record PastRecordsFile(PastKind? Kind, string FileName, Stream? Content, string? Procedure);

/// <summary>What came of a trial: the import, or why the file could not be read.</summary>
public sealed record PastTrial(PastImport? Import, IReadOnlyList<Refusal> Refusals);

/// <summary>Chạy thử: reads a file of old licences or dossiers and keeps what it would bring. Nothing enters.</summary>
public sealed class ReadPastRecords(OfficeDbContext db, OncePerForm once, PastImportStore store, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private const int LongestName = 200;

    public async Task<PastTrial> DoAsync(PastRecordsFile file, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return new PastTrial(null, [new Refusal(nameof(RefusalCode.PastImportAdministratorOnly))]);
        if (Check(file) is { Count: > 0 } refusals)
            return new PastTrial(null, refusals);
        var kind = file.Kind!.Value;
        var content = file.Content!;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        content.Position = 0;
        var reading = await ImportReader.ReadAsync(
            content,
            [.. PastColumns.Of(kind).Select(column => new ImportColumn(column.Key, column.IsRequired, column.Headers))],
            cancel
        );
        if (reading.Table is not { } table)
            return new PastTrial(null, reading.Refusals);
        var plan = await WeighAsync(kind, Read(kind, table, file.Procedure), cancel);
        var import = PastImport.Read(kind, Short(file.FileName), hash, table.Origin, table.UnknownHeaders, table.Totals, plan, actor, clock.Now);
        // Read before the transaction, which must not idle: the same file sent again is read again, and answered by the first trial.
        var (kept, refused) = await once.DoAsync(actor, () => KeepAsync(import, plan, cancel), cancel);
        return new PastTrial(kept == import.Id ? import : await db.PastImports.FindAsync([kept], cancel), refused);
    }

    private static List<Refusal> Check(PastRecordsFile file)
    {
        var refusals = new List<Refusal>();
        if (file.Kind is null)
            refusals.Add(new Refusal(nameof(RefusalCode.PastKindMissing), "kind"));
        if (file.Content is null)
            refusals.Add(new Refusal(nameof(RefusalCode.PastFileMissing), "file"));
        return refusals;
    }

    private List<PastReading> Read(PastKind kind, ImportTable table, string? procedure)
    {
        var (today, column) = (clock.Today, PastColumns.Procedure.Key);
        var names = new ProcedureNames(
            catalogue
                .Versions.Where(version => kind == PastKind.Dossiers || version.Licence?.Act == LicenceAct.New)
                .Select(version => version with { DivisionKey = catalogue.Organisation.KeyOn(version.DivisionKey, today) })
        );
        return
        [
            .. table
                .Rows.Select(row => new PastRow(
                    row.Line,
                    procedure is { Length: > 0 } && row[column].Length == 0 ? new Dictionary<string, string>(row.Cells) { [column] = procedure } : row.Cells,
                    row.Typed
                )
                {
                    Mended = row.Mended,
                    Since1904 = table.Since1904,
                })
                .Select(row => kind == PastKind.Licences ? PastLicence.Read(row, names, today) : PastDossier.Read(row, names, today)),
        ];
    }

    private async Task<PastImportPlan> WeighAsync(PastKind kind, List<PastReading> readings, CancellationToken cancel)
    {
        List<IPastRecord> records = [.. readings.Select(reading => reading.Record).OfType<IPastRecord>()];
        var keys = await store.KnownKeysAsync(kind, records, cancel);
        var names = await store.KnownNamesAsync(records.Select(record => record.Party.IdentityNumber), cancel);
        return PastImportPlan.Weigh(kind, readings, keys, names);
    }

    private async Task<(Guid, IReadOnlyList<Refusal>)> KeepAsync(PastImport import, PastImportPlan plan, CancellationToken cancel)
    {
        db.PastImports.Add(import);
        await db.SaveChangesAsync(cancel);
        await store.KeepAsync(import.Id, plan.Readings.Where(reading => reading.Record is not null || reading.Refusals.Count > 0), cancel);
        return (import.Id, []);
    }

    private static string Short(string name)
    {
        var clean = VietnameseText.Clean(Path.GetFileName(name));
        return clean.Length <= LongestName ? clean : clean[..LongestName];
    }
}

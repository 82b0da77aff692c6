using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// A line of a file as it is kept: what can enter until it does, what cannot with its cells and every reason, and what was mended. Of a line that entered
/// only the mending stays.
/// </summary>
public sealed class PastImportRow
{
    public required Guid ImportId { get; init; }

    public required int Line { get; init; }

    public string? Key { get; init; }

    /// <summary>The record as JSON; null when the line is refused or has entered.</summary>
    public string? Record { get; init; }

    public IReadOnlyDictionary<string, string>? Cells { get; init; }

    public IReadOnlyList<string>? Codes { get; init; }

    public IReadOnlyList<ToldReason>? Reasons { get; init; }

    public IReadOnlyList<CellRepair>? Repairs { get; init; }

    /// <summary>What the line brings; null when it is refused or has entered.</summary>
    public IPastRecord? ReadRecord(PastKind kind) =>
        Record is null ? null
        : kind == PastKind.Licences ? StoredJson.Read<PastLicence>(Record)
        : StoredJson.Read<PastDossier>(Record);

    public static PastImportRow Of(Guid import, PastReading reading) =>
        new()
        {
            ImportId = import,
            Line = reading.Line,
            Key = reading.Record?.Key,
            Record = reading.Record switch
            {
                PastLicence licence => StoredJson.Write(licence),
                PastDossier dossier => StoredJson.Write(dossier),
                _ => null,
            },
            Cells = reading.Record is null ? reading.Row.Cells : null,
            Codes = reading.Record is null ? [.. reading.Refusals.Select(refusal => refusal.Code)] : null,
            Reasons = reading.Record is null ? [.. reading.Refusals.Select(ToldReason.Of)] : null,
            Repairs = reading.Repairs.Count > 0 ? reading.Repairs : null,
        };
}

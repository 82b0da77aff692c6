namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Kết quả chạy thử: what a file would bring, line by line, before anything enters.</summary>
/// <param name="Readings">Every line.</param>
/// <param name="Pairs">What a person must look at.</param>
public sealed record PastImportPlan(IReadOnlyList<PastReading> Readings, IReadOnlyList<NamePair> Pairs)
{
    /// <summary>
    /// Weighs what was read against itself and what the office has: of one licence or dossier only the first line stands. Refuses PastTwiceInFile,
    /// PastLicenceKnown and PastDossierKnown.
    /// </summary>
    /// <param name="kind">What the file holds.</param>
    /// <param name="readings">Every line as it was read.</param>
    /// <param name="knownKeys">The keys that the office has already, of those in the file.</param>
    /// <param name="knownNames">The names that the office has already, of the numbers in the file.</param>
    public static PastImportPlan Weigh(PastKind kind, IReadOnlyList<PastReading> readings, IReadOnlySet<string> knownKeys, IEnumerable<KnownName> knownNames)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var field = kind == PastKind.Licences ? PastColumns.Number.Key : PastColumns.Code.Key;
        var weighed = readings
            .Select(reading =>
                reading.Record is not { } record ? reading
                : knownKeys.Contains(record.Key)
                    ? reading.Refused(
                        new Refusal(kind == PastKind.Licences ? nameof(RefusalCode.PastLicenceKnown) : nameof(RefusalCode.PastDossierKnown), field)
                    )
                : lines.TryAdd(record.Key, reading.Line) ? reading
                : reading.Refused(new Refusal(nameof(RefusalCode.PastTwiceInFile), field, lines[record.Key]))
            )
            .ToList();
        var (joined, pairs) = NameSpelling.Join(weighed, knownNames);
        return new PastImportPlan(joined, pairs);
    }
}

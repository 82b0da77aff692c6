using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>Compares the series of numbers with the dossiers and documents that carry them; the database does it and hands over only the faults.</summary>
public sealed class NumberFaultsQuery(OfficeDbContext db)
{
    internal IAsyncEnumerable<DataFault> ReadAsync() =>
        db
            .Database.SqlQuery<NumberFault>(
                $"""
                SELECT 'CodeGap' AS kind, NULL::uuid AS dossier_id, missing.code AS subject, '' AS expected
                FROM (SELECT format('%s-%s-%s', split_part(series, '/', 2), split_part(series, '/', 3), lpad(given.number::text, 4, '0')) AS code
                      FROM number_series CROSS JOIN LATERAL generate_series(1, last) AS given (number) WHERE series LIKE 'dossier/%') AS missing
                WHERE NOT EXISTS (SELECT FROM dossiers WHERE dossiers.code = missing.code)
                UNION ALL
                SELECT 'CodeNotGiven', id, code, ''
                FROM dossiers
                WHERE code IS NOT NULL AND NOT EXISTS (
                    SELECT FROM number_series
                    WHERE series = format('dossier/%s/%s', left(code, -12), left(right(code, 11), 6)) AND lpad(last::text, 4, '0') >= right(code, 4))
                UNION ALL
                SELECT 'NumberGap', NULL, substr(series, 6), given.number::text
                FROM number_series CROSS JOIN LATERAL generate_series(1, last) AS given (number)
                WHERE series LIKE 'book/%' AND NOT EXISTS (
                    SELECT FROM numbered_documents AS line
                    WHERE series = format('book/%s/%s/%s', line.office, line.book, line.year) AND line.serial = given.number)
                UNION ALL
                SELECT 'NumberGap', NULL, series, given.number::text
                FROM number_series CROSS JOIN LATERAL generate_series(1, last) AS given (number)
                WHERE series LIKE 'transfer/%' AND NOT EXISTS (
                    SELECT FROM transfer_lists AS list WHERE series = format('transfer/%s/%s', list.office, list.year) AND list.serial = given.number)
                UNION ALL
                SELECT 'NumberGap', NULL, series.symbol, given.number::text
                FROM receipt_series AS series
                JOIN number_series AS counter ON counter.series = 'receipt/' || series.id
                CROSS JOIN LATERAL generate_series(series.first, counter.last) AS given (number)
                WHERE NOT EXISTS (SELECT FROM fee_entries AS entry WHERE entry.series_id = series.id AND entry.serial = given.number)
                UNION ALL
                SELECT 'NumberNotGiven', dossier_id, format('%s/%s/%s', office, book, year), serial::text
                FROM numbered_documents
                WHERE NOT EXISTS (SELECT FROM number_series WHERE series = format('book/%s/%s/%s', office, book, year) AND last >= serial)
                """
            )
            .AsAsyncEnumerable()
            .Select(fault => new DataFault(Enum.Parse<DataFaultKind>(fault.Kind), fault.DossierId, fault.Subject, fault.Expected));

    private sealed record NumberFault(string Kind, Guid? DossierId, string Subject, string Expected);
}

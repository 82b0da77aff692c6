using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>What one closed dossier leaves in the database.</summary>
internal static class SizeBench
{
    public static async Task RunAsync(IServiceProvider services, Report report)
    {
        var source = services.GetRequiredService<NpgsqlDataSource>();
        report.Add(
            "rows a dossier (dossier + history + notices)",
            $"{await AskAsync(source, "SELECT (SELECT count(*) FROM dossiers) + (SELECT count(*) FROM history) + (SELECT count(*) FROM notices) + (SELECT count(*) FROM work_items)"):0.0}"
        );
        report.Add(
            "bytes a dossier, rows as stored",
            $"{await AskAsync(source, "SELECT (SELECT sum(pg_column_size(d.*)) FROM dossiers d) + (SELECT sum(pg_column_size(h.*)) FROM history h) + (SELECT sum(pg_column_size(n.*)) FROM notices n)"):0}"
        );
        await using (var vacuum = source.CreateCommand("VACUUM FULL"))
            await vacuum.ExecuteNonQueryAsync();
        report.Add(
            "bytes a dossier, tables and indexes after VACUUM FULL",
            $"{await AskAsync(source, "SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(ARRAY['dossiers', 'history', 'notices', 'work_items']) AS name"):0}"
        );
    }

    private static async Task<double> AskAsync(NpgsqlDataSource source, string sql)
    {
#pragma warning disable CA2100 // The text is one of the constants above.
        await using var command = source.CreateCommand($"SELECT ({sql})::float8 / (SELECT count(*) FROM dossiers)");
#pragma warning restore CA2100
        return (double)(await command.ExecuteScalarAsync())!;
    }
}

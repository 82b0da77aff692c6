using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>Many dossiers out of one, as rows with their work: for what must be bounded, and for plans at scale. They have no history.</summary>
internal static class DossierCopies
{
    public static async Task<int> CopyAsync(this IServiceProvider desk, Guid id, int count)
    {
        var db = desk.GetRequiredService<OfficeDbContext>();
        var (dossier, work) = (await ColumnsAsync(db, "dossiers", "id", "reference"), await ColumnsAsync(db, "work_items", "id", "dossier_id"));
#pragma warning disable EF1002 // The columns are the schema's own.
        return await db.Database.ExecuteSqlRawAsync(
            $$"""
            WITH made AS (
                INSERT INTO dossiers (id, reference, {{dossier}})
                SELECT gen_random_uuid(), upper(substr(md5(random()::text || copy), 1, 12)), {{dossier}}
                    FROM dossiers, generate_series(1, {1}) AS copy WHERE id = {0} RETURNING id)
            INSERT INTO work_items (id, dossier_id, {{work}}) SELECT gen_random_uuid(), made.id, {{work}} FROM made, work_items WHERE dossier_id = {0}
            """,
            id,
            count
        );
#pragma warning restore EF1002
    }

    private static async Task<string> ColumnsAsync(OfficeDbContext db, string table, params string[] but) =>
        string.Join(
            ", ",
            await db
                .Database.SqlQuery<string>(
                    $"SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = {table} AND is_generated = 'NEVER' AND NOT column_name = ANY ({but})"
                )
                .ToListAsync()
        );
}

using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Reads published procedure versions and what was withdrawn, apart from any act: neither ever changes, so there is nothing to agree on.</summary>
public sealed class PublishedProcedures(NpgsqlDataSource source)
{
    /// <summary>The files of one version by their names; null if it was never published, or was withdrawn.</summary>
    public IReadOnlyDictionary<string, string>? Read(string slug, LocalDate day)
    {
        using var command = source.CreateCommand(
            """
            SELECT files FROM published_versions LEFT JOIN withdrawn_versions w USING (kind, key, version, edition)
            WHERE kind = $1 AND key = $2 AND version = $3 AND w.reason IS NULL
            """
        );
        command.Parameters.AddWithValue(nameof(PublishedKind.Procedure));
        command.Parameters.AddWithValue(slug);
        command.Parameters.AddWithValue(LocalDatePattern.Iso.Format(day));
        return command.ExecuteScalar() is string files ? StoredJson.Read<Dictionary<string, string>>(files) : null;
    }

    /// <summary>Takes into the catalogue whatever was published and withdrawn, here or by another process.</summary>
    public async Task TakeAsync(ProcedureCatalogue catalogue, CancellationToken cancel)
    {
        var all = await ListAsync(cancel);
        foreach (var (slug, day, edition, _) in all.Where(version => version.IsWithdrawn))
            catalogue.Withdraw(slug, day, edition);
        foreach (var (slug, day, _, _) in all.Where(version => !version.IsWithdrawn))
            catalogue.Version(slug, day);
    }

    /// <summary>Slugs and first days of every published version.</summary>
    public async Task<IReadOnlyList<(string Slug, LocalDate Day, int Edition, bool IsWithdrawn)>> ListAsync(CancellationToken cancel)
    {
        await using var command = source.CreateCommand(
            """
            SELECT key, version, edition, w.reason IS NOT NULL
            FROM published_versions LEFT JOIN withdrawn_versions w USING (kind, key, version, edition)
            WHERE kind = $1
            """
        );
        command.Parameters.AddWithValue(nameof(PublishedKind.Procedure));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        List<(string, LocalDate, int, bool)> found = [];
        while (await rows.ReadAsync(cancel))
            found.Add((rows.GetString(0), LocalDatePattern.Iso.Parse(rows.GetString(1)).Value, rows.GetInt32(2), rows.GetBoolean(3)));
        return found;
    }
}

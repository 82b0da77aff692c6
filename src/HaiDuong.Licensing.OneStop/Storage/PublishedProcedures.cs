using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Reads published procedure versions, apart from any act: they never change, so there is nothing to agree on.</summary>
public sealed class PublishedProcedures(NpgsqlDataSource source)
{
    /// <summary>The files of one version by their names; null if it was never published.</summary>
    public IReadOnlyDictionary<string, string>? Read(string slug, LocalDate day)
    {
        using var command = source.CreateCommand("SELECT files FROM published_versions WHERE kind = $1 AND key = $2 AND version = $3");
        command.Parameters.AddWithValue(nameof(PublishedKind.Procedure));
        command.Parameters.AddWithValue(slug);
        command.Parameters.AddWithValue(LocalDatePattern.Iso.Format(day));
        return command.ExecuteScalar() is string files ? StoredJson.Read<Dictionary<string, string>>(files) : null;
    }

    /// <summary>Slugs and first days of every published version.</summary>
    public async Task<IReadOnlyList<(string Slug, LocalDate Day)>> ListAsync(CancellationToken cancel)
    {
        await using var command = source.CreateCommand("SELECT key, version FROM published_versions WHERE kind = $1");
        command.Parameters.AddWithValue(nameof(PublishedKind.Procedure));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        List<(string, LocalDate)> found = [];
        while (await rows.ReadAsync(cancel))
            found.Add((rows.GetString(0), LocalDatePattern.Iso.Parse(rows.GetString(1)).Value));
        return found;
    }
}

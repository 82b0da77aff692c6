using System.Globalization;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Reads published route versions, apart from any act: they never change, so there is nothing to agree on.</summary>
public sealed class PublishedRoutes(NpgsqlDataSource source)
{
    /// <summary>The definition of one version; null if it was never published.</summary>
    public string? Read(string id, int version)
    {
        using var command = source.CreateCommand(
            "SELECT t.value FROM published_versions v, jsonb_each_text(v.files) t WHERE v.kind = $1 AND v.key = $2 AND v.version = $3"
        );
        command.Parameters.AddWithValue(nameof(PublishedKind.Route));
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(version.ToString(CultureInfo.InvariantCulture));
        return command.ExecuteScalar() as string;
    }

    /// <summary>Ids and numbers of every published version.</summary>
    public async Task<IReadOnlyList<(string Id, int Version)>> ListAsync(CancellationToken cancel)
    {
        await using var command = source.CreateCommand("SELECT key, version FROM published_versions WHERE kind = $1");
        command.Parameters.AddWithValue(nameof(PublishedKind.Route));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        List<(string, int)> found = [];
        while (await rows.ReadAsync(cancel))
            found.Add((rows.GetString(0), int.Parse(rows.GetString(1), CultureInfo.InvariantCulture)));
        return found;
    }
}

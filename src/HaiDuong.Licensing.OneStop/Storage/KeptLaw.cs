using System.Globalization;
using System.Text.Json;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Brings the schema up to date and opens the law by which the office runs: the files under <c>workflows/</c>, each broken one alone as the
/// database has it. When all are right, those that nobody publishes are kept for a worse day.
/// </summary>
public static class KeptLaw
{
    /// <exception cref="MigrationException">Schema and program do not belong together.</exception>
    /// <exception cref="WorkflowFilesException">A file is wrong that the whole office needs and that the database does not have.</exception>
    public static async Task<LawFound> OpenAsync(OfficeOptions options, string connectionString, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await Migrator.MigrateAsync(source, cancel);
        await using var connection = await source.OpenConnectionAsync(cancel);
        var (lastGood, routes) = await LastGoodAsync(connection, cancel);
        var files = new WorkflowsFolder(options.WorkflowsFolder!) { Mergers = options.Mergers };
        var found = new SoundLaw(lastGood, route => routes.Contains((route.Id, route.Version))).Find(files, Path.Combine(options.DataFolder, "law"));
        if (found.Broken.Count == 0)
            await KeepAsync(connection, files, lastGood, cancel);
        return found;
    }

    private static async Task<(Dictionary<string, string> LastGood, HashSet<(string Id, int Version)> Routes)> LastGoodAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var routes = new HashSet<(string, int)>();
        await using (
            var published = new NpgsqlCommand(
                "SELECT kind, key, version, files::text FROM published_versions ORDER BY length(version), version, edition",
                connection
            )
        )
        await using (var rows = await published.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
            {
                var (isRoute, key, version) = (rows.GetString(0) == nameof(PublishedKind.Route), rows.GetString(1), rows.GetString(2));
                if (isRoute)
                    routes.Add((key, int.Parse(version, CultureInfo.InvariantCulture)));
                // Of a route the newest version, which comes last, is what new dossiers run by.
                foreach (var (name, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(rows.GetString(3))!)
                    found[isRoute ? $"routes/{key}.json" : $"procedures/{key}/{version}/{name}"] = text;
            }
        }

        await using var kept = new NpgsqlCommand("SELECT path, text FROM kept_law", connection);
        await using var files = await kept.ExecuteReaderAsync(cancel);
        while (await files.ReadAsync(cancel))
            found[files.GetString(0)] = files.GetString(1);
        return (found, routes);
    }

    private static async Task KeepAsync(NpgsqlConnection connection, WorkflowsFolder folder, Dictionary<string, string> before, CancellationToken cancel)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder.Root, file).Replace(Path.DirectorySeparatorChar, '/');
            var text = await File.ReadAllTextAsync(file, cancel);
            if (
                path.StartsWith("procedures/", StringComparison.Ordinal)
                || path.StartsWith("routes/", StringComparison.Ordinal)
                || before.GetValueOrDefault(path) == text
                || text.Contains('\0', StringComparison.Ordinal)
            )
                continue;
            await using var keep = new NpgsqlCommand(
                "INSERT INTO kept_law (path, text) VALUES ($1, $2) ON CONFLICT (path) DO UPDATE SET text = excluded.text, kept_at = now()",
                connection
            )
            {
                Parameters =
                {
                    new() { Value = path },
                    new() { Value = text },
                },
            };
            await keep.ExecuteNonQueryAsync(cancel);
        }
    }
}

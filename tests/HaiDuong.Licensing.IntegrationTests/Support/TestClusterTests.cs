using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Support;

public sealed class TestClusterTests
{
    [Test]
    public async Task CreateDatabase_FromATemplate_CopiesItAndKeepsThemApart()
    {
        var template = await TestCluster.TemplateAsync("numbers", database => RunAsync(database, "CREATE TABLE numbers AS SELECT 7 AS number"));
        var first = await TestCluster.CreateDatabaseAsync(template);
        var second = await TestCluster.CreateDatabaseAsync(template);

        await RunAsync(first, "DELETE FROM numbers");

        Assert.That(await CountAsync(first), Is.Zero);
        Assert.That(await CountAsync(second), Is.EqualTo(1));
    }

    private static async Task RunAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT count(*) FROM numbers");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

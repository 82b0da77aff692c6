using System.Reflection;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>The migrated schema is the one that the program stores by.</summary>
public sealed class SchemaTests : OfficeTest
{
    [Test]
    public async Task Migrate_ASecondTime_ChangesNothing()
    {
        var before = await SchemaAsync();

        await MigrateAsync();

        Assert.That(await SchemaAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Migrate_FromSeveralProcessesAtOnce_AppliesEachFileOnce()
    {
        var empty = await Support.TestCluster.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(empty);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(source, default)));

        await using var count = source.CreateCommand("SELECT count(*) FROM schema_migrations");
        Assert.That(await count.ExecuteScalarAsync(), Is.EqualTo(await Office.AskAsync<long>("SELECT count(*) FROM schema_migrations")));
    }

    [Test]
    public async Task Migrate_WhenAnAppliedFileWasChanged_IsRefused()
    {
        await Office.AskAsync<object>("UPDATE schema_migrations SET hash = 'of an older file' RETURNING name");

        Assert.That(MigrateAsync, Throws.InstanceOf<MigrationException>().With.Message.Contains("0001_office"));
    }

    [Test]
    public async Task Migrate_OfANewerDatabase_IsRefusedAndTouchesNothing()
    {
        await Office.AskAsync<object>("INSERT INTO schema_migrations (name, hash) VALUES ('9999_of_tomorrow', 'x') RETURNING name");
        await Office.AskAsync<object>("DELETE FROM schema_migrations WHERE name = '0070_places' RETURNING name");

        Assert.That(MigrateAsync, Throws.InstanceOf<MigrationException>().With.Message.Contains("9999_of_tomorrow").And.Message.Contains("newer program"));
    }

    [Test]
    public async Task Migrate_WhenARowWasLost_SaysWhichAndWhatToDo([Values("0001_office", "0070_places")] string lost)
    {
        await Office.AskAsync<object>($"DELETE FROM schema_migrations WHERE name = '{lost}' RETURNING name");

        Assert.That(MigrateAsync, Throws.InstanceOf<MigrationException>().With.Message.Contains(lost).And.Message.Contains("schema_migrations was lost"));
    }

    [Test]
    public async Task Migrate_OfAFilePutInBeforeAppliedOnes_AppliesIt()
    {
        await Office.AskAsync<object>("DELETE FROM schema_migrations WHERE name = '0012_licences_by_last_day' RETURNING name");
        await Office.AskAsync<object>("DROP INDEX IF EXISTS ix_dossiers_valid_to; SELECT 1::bigint");

        await MigrateAsync();

        Assert.That(await Office.AskAsync<long>("SELECT count(*) FROM schema_migrations WHERE name = '0012_licences_by_last_day'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Model_OfEveryTable_MatchesTheSchema()
    {
        await using var scope = Office.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        var sets = db.Model.GetEntityTypes().Select(type => type.ClrType).ToList();

        Assert.That(sets, Has.Count.GreaterThan(5));
        foreach (var type in sets)
        {
            var query = typeof(SchemaTests).GetMethod(nameof(ReadAllAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
            Assert.That(async () => await (Task)query.Invoke(null, [db])!, Throws.Nothing, type.Name);
        }
    }

    [Test]
    public async Task Columns_OfTheModelThatMustBeFilled_AreThoseOfTheSchema()
    {
        await using var scope = Office.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<OfficeDbContext>().Model;
        var modelled = model
            .GetEntityTypes()
            .SelectMany(type =>
                type.GetProperties()
                    .Where(property => property.ValueGenerated != ValueGenerated.OnAddOrUpdate)
                    .Select(property =>
                        $"{type.GetTableName()}.{property.GetColumnName()} {property.GetColumnType()} {(property.IsNullable ? "null" : "not null")}"
                    )
            )
            .ToHashSet();

        var stored = (
            await Office.AskAsync<string[]>(
                """
                SELECT array_agg(concat(c.relname, '.', a.attname, ' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' ELSE ' null' END))
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                """
            )
        ).ToHashSet();

        Assert.That(modelled.Except(stored), Is.Empty);
    }

    [Test]
    public async Task Dossier_AfterAWholeJourney_IsReadAsItWasSaved()
    {
        var id = await Journey.ReachAsync(DossierAct.Issue);
        var saved = (await Journey.NextAsync(id)).Dossier!;

        var read = (await Journey.FindAsync(id))!;

        foreach (var property in typeof(Dossier).GetProperties().Where(property => property.Name is not ("Notices" or "History")))
            Assert.That(Written(property.GetValue(read)), Is.EqualTo(Written(property.GetValue(saved))), property.Name);
        Assert.That(read.History.Select(Written), Is.EqualTo(saved.History.Select(Written)));
        Assert.That(read.History, Has.Count.EqualTo(10));
    }

    private static string Written(object? value) => value is Domain.Routes.RouteState state ? state.ToJson() : StoredJson.Write(value);

    private static Task<List<T>> ReadAllAsync<T>(OfficeDbContext db)
        where T : class => db.Set<T>().AsNoTracking().ToListAsync();

    private async Task MigrateAsync()
    {
        await using var scope = Office.CreateScope();
        await Migrator.MigrateAsync(scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>(), default);
    }

    private Task<string> SchemaAsync() =>
        Office.AskAsync<string>(
            "SELECT concat((SELECT json_agg(m ORDER BY name) FROM schema_migrations m), (SELECT json_agg(c ORDER BY table_name, ordinal_position) FROM information_schema.columns c WHERE table_schema = 'public'))"
        );
}

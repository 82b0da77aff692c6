using System.Reflection;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Calendars;

/// <summary>Nothing anywhere lets a finish or a due date be typed over: not the entity, not a page, not the database.</summary>
public sealed class TypedOverTests
{
    private static readonly string[] Dates = ["AcceptedAt", "StatutoryDue", "PromisedDue", "FinishedAt", "FinishClass", "RePromises", "Ledger"];

    /// <summary>Dates that people do type: the one new promise of an apology, until when somebody else shall answer, from when a licence is revoked.</summary>
    private static readonly string[] Typed =
    [
        "ApologyModel.NewDate",
        "AskModel.AnswerBy",
        "AskModel.Seen",
        "AppraiseModel.AnswerBy",
        "LicencePageModel.On",
        // Of papers, receipts and procedures, about no dossier.
        "IncomingBookModel.ReceivedOn",
        "IncomingBookModel.DatedOn",
        "SeriesModel.InForceFrom",
        "PublishDraftModel.From",
    ];

    [TestCaseSource(nameof(Dates))]
    public void Dossier_LetsNobodySet(string property) => Assert.That(typeof(Dossier).GetProperty(property)!.SetMethod!.IsPrivate, Is.True);

    [Test]
    public void Page_TakesNoDateOfADossier()
    {
        var bound =
            from page in typeof(OfficeDbContext).Assembly.GetTypes()
            where page.IsSubclassOf(typeof(PageModel)) && page.Namespace?.Contains(".Features.Calendars", StringComparison.Ordinal) == false
            from property in page.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: false }
            let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
            where type == typeof(LocalDate) || type == typeof(LocalDateTime) || type == typeof(Instant) || type == typeof(DateTime)
            select $"{page.Name}.{property.Name}";

        Assert.That(bound, Is.SubsetOf(Typed));
    }

    [TestCase("statutory_due = statutory_due + interval '1 day'", "A due date moves only with a line of the ledger")]
    [TestCase("promised_due = promised_due + interval '1 day'", "A due date moves only with a line of the ledger")]
    [TestCase("accepted_at = accepted_at - interval '1 day'", "A due date moves only with a line of the ledger")]
    [TestCase("re_promises = 0", "A due date moves only with a line of the ledger")]
    [TestCase("finished_at = now()", "The finish of a dossier")]
    [TestCase("ledger = ledger - 0", "The ledger of a dossier is only added to")]
    [TestCase("ledger = jsonb_set(ledger, '{0,at}', '\"2026-11-01T09:00:00\"')", "The ledger of a dossier is only added to")]
    [TestCase("ledger = jsonb_set(ledger, '{0,at}', '\"2026-11-01T09:00:00\"') || ledger", "The ledger of a dossier is only added to")]
    public async Task Database_RefusesToTypeOver(string set, string why)
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 11, 16, 9, 0));
        await office.AcceptedAsync();
        await office.SqlAsync($"UPDATE dossiers SET re_promises = 1, ledger = ledger || ledger");
        await using var source = NpgsqlDataSource.Create(office.ConnectionString);
        await using var update = source.CreateCommand($"UPDATE dossiers SET {set}");

        Assert.That(async () => await update.ExecuteNonQueryAsync(), Throws.InstanceOf<PostgresException>().With.Message.Contains(why));
    }

    [TestCase("UPDATE calendar_announcements SET title = ''")]
    [TestCase("DELETE FROM calendar_announcements")]
    [TestCase("TRUNCATE calendar_announcements")]
    public async Task Database_KeepsWhatWasAnnounced(string change)
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 11, 16, 9, 0));
        await office.AnnounceAsync(CalendarOffice.Closure(new LocalDate(2026, 11, 20)));
        await using var source = NpgsqlDataSource.Create(office.ConnectionString);
        await using var command = source.CreateCommand(change);

        Assert.That(async () => await command.ExecuteNonQueryAsync(), Throws.InstanceOf<PostgresException>().With.Message.Contains("never changed or deleted"));
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Books;
using HaiDuong.Licensing.OneStop.Features.Registry;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Licences;

/// <summary>Every number that was given stands in its book, the cancelled ones too.</summary>
public sealed class NumberBookTests : OfficeTest
{
    [Test]
    public async Task Renumber_CancelsTheSpoiltNumberAndGivesTheNext()
    {
        var id = await Journey.ReachAsync(DossierAct.Issue);
        var finished = await Office.AskAsync<NodaTime.LocalDateTime>($"SELECT finished_at FROM dossiers WHERE id = '{id}'");

        var result = await RenumberAsync(id, "Máy in làm rách bản có dấu");

        Assert.That(Codes(result), Is.Empty);
        var book = await ReadAsync();
        Assert.That(
            book.Lines.Select(line => (line.Number, line.CancelReason)),
            Is.EqualTo(((string, string?)[])[("01/GP-SVHTTDL", "Máy in làm rách bản có dấu"), ("02/GP-SVHTTDL", null)])
        );
        Assert.That(book.Missing, Is.Empty);
        Assert.That(await Office.AskAsync<string>("SELECT number FROM licences"), Is.EqualTo("02/GP-SVHTTDL"));
        Assert.That(await Office.AskAsync<string>($"SELECT decision ->> 'number' FROM dossiers WHERE id = '{id}'"), Is.EqualTo("02/GP-SVHTTDL"));
        Assert.That(
            await Office.AskAsync<NodaTime.LocalDateTime>($"SELECT finished_at FROM dossiers WHERE id = '{id}'"),
            Is.EqualTo(finished),
            "when it was finished never moves"
        );
    }

    [Test]
    public async Task Renumber_WithoutReason_OrAfterTheHandOver_IsRefusedAndTakesNoNumber()
    {
        var id = await Journey.ReachAsync(DossierAct.Issue);
        Assert.That(Codes(await RenumberAsync(id, " ")), Is.EqualTo((string[])["ReasonRequired"]));
        await Journey.NextAsync(id);

        Assert.That(Codes(await RenumberAsync(id, "Rách")), Is.EqualTo((string[])["ResultNotInOffice"]));

        Assert.That((await ReadAsync()).Lines, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Book_TellsANumberThatIsMissing()
    {
        await Journey.ReachAsync(DossierAct.Issue);
        await Office.AskAsync<long>("UPDATE number_series SET last = 3 WHERE series LIKE 'book/%' RETURNING last");

        var book = await ReadAsync();
        Assert.That((book.Missing, book.MissingCount), Is.EqualTo(((long[])[2, 3], 2L)));
    }

    [TestCase("UPDATE numbered_documents SET summary = 'x'")]
    [TestCase("DELETE FROM numbered_documents")]
    [TestCase("TRUNCATE numbered_documents")]
    public async Task Line_IsNeitherChangedNorDeleted(string sql)
    {
        await Journey.ReachAsync(DossierAct.Issue);

        Assert.That(
            () => Office.AskAsync<long>(sql.StartsWith("TRUNCATE", StringComparison.Ordinal) ? sql : sql + " RETURNING serial"),
            Throws.InstanceOf<PostgresException>()
        );
    }

    private async Task<ActResult> RenumberAsync(Guid id, string reason)
    {
        await using var scope = Office.CreateScope();
        return await scope
            .ServiceProvider.GetRequiredService<RenumberResult>()
            .DoAsync(new RenumberResultRequest(id, null, reason), OfficeStaff.Registry, default);
    }

    private async Task<NumberBookPage> ReadAsync()
    {
        await using var scope = Office.CreateScope();
        var query = scope.ServiceProvider.GetRequiredService<NumberBookQuery>();
        var book = (await query.BooksAsync(new HashSet<string> { "vhttdl-hai-phong" }, default)).Single();
        return await query.ReadAsync(book, 0, NumberBookQuery.Size, default);
    }
}

using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.IntegrationTests.Jobs;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using NUnit.Framework;
using Journey = HaiDuong.Licensing.Demo.Journey;

namespace HaiDuong.Licensing.IntegrationTests.DataChecks;

/// <summary>Every kind of fault is put into a sound office and found, alone (fault 70: a database without its files).</summary>
public sealed class DataCheckTests
{
    private const string Keep =
        "CREATE TABLE kept_dossiers AS TABLE dossiers; CREATE TABLE kept_series AS TABLE number_series; CREATE TABLE kept_notices AS TABLE notices";

    private const string Mend = """
        DELETE FROM history WHERE actor_name = 'nobody';
        DELETE FROM notice_kinds;
        UPDATE dossiers SET code = kept.code, status = kept.status, decision = kept.decision, statutory_due = kept.statutory_due, promised_due = kept.promised_due, answer_due = kept.answer_due,
            report_due = kept.report_due, late_from = kept.late_from,
            procedure_version = kept.procedure_version, fees = kept.fees, ledger = kept.ledger FROM kept_dossiers AS kept WHERE kept.id = dossiers.id;
        UPDATE number_series SET last = kept.last FROM kept_series AS kept WHERE kept.series = number_series.series;
        INSERT INTO notices SELECT * FROM kept_notices ON CONFLICT DO NOTHING
        """;

    private TestOffice office = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = await TestOffice.OpenAsync(new LocalDateTime(2026, 4, 13, 9, 0));
        await new Journey(office.Time, "publishing-permit", JourneyPath.Grant).WalkAsync(CancellationToken.None);
        await office.SubmitAsync("publishing-permit");
        await RunAsync(Keep);
    }

    [TearDown]
    public Task MendAsync() => RunAsync(Mend);

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task Check_OfASoundOffice_CountsEverythingAndFindsNothing()
    {
        var (count, faults) = await CheckAsync();

        Assert.That(faults.Select(fault => fault.Sentence), Is.Empty);
        Assert.That(count, Is.EqualTo(new DataCheckCount(2, Files().Count, 0)));
    }

    [TestCase("UPDATE number_series SET last = last + 1 WHERE series LIKE 'dossier/%'", DataFaultKind.CodeGap)]
    [TestCase("UPDATE number_series SET last = last - 1 WHERE series LIKE 'dossier/%'", DataFaultKind.CodeNotGiven)]
    [TestCase("UPDATE dossiers SET code = 'X-1' WHERE code IS NOT NULL", DataFaultKind.CodeGap, DataFaultKind.CodeNotGiven)]
    [TestCase("UPDATE number_series SET last = last + 1 WHERE series LIKE 'book/%'", DataFaultKind.NumberGap)]
    [TestCase("UPDATE number_series SET last = last - 1 WHERE series LIKE 'book/%'", DataFaultKind.NumberNotGiven)]
    [TestCase(
        "UPDATE dossiers SET decision = jsonb_set(decision, '{issuedFile}', decision -> 'signedFile') WHERE decision IS NOT NULL",
        DataFaultKind.ResultNotInBook
    )]
    [TestCase("UPDATE dossiers SET status = 4 WHERE status = 10", DataFaultKind.StatusNotOfHistory)]
    [TestCase(
        "INSERT INTO history (dossier_id, at, act, actor_name, actor_role, from_status, to_status) SELECT id, now(), 'MoveUnit', 'nobody', 'Specialist', 9, 10 FROM dossiers WHERE status = 10",
        DataFaultKind.HistoryBroken
    )]
    [TestCase("UPDATE dossiers SET statutory_due = statutory_due + interval '1 day' WHERE code IS NOT NULL", DataFaultKind.DateNotOfLedger)]
    [TestCase("UPDATE dossiers SET promised_due = '2026-04-14 09:00' WHERE code IS NULL", DataFaultKind.DateNotOfLedger)]
    [TestCase("UPDATE dossiers SET answer_due = answer_due + interval '1 hour' WHERE code IS NULL", DataFaultKind.DateNotOfLedger)]
    [TestCase("UPDATE dossiers SET report_due = report_due + interval '1 day' WHERE code IS NOT NULL", DataFaultKind.DateNotOfLedger)]
    [TestCase("UPDATE dossiers SET report_due = NULL WHERE code IS NOT NULL", DataFaultKind.DateNotOfLedger)]
    [TestCase("UPDATE dossiers SET late_from = '2026-04-14 09:00' WHERE code IS NOT NULL", DataFaultKind.DateNotOfLedger)]
    [TestCase("UPDATE dossiers SET late_from = late_from + interval '1 microsecond' WHERE code IS NULL", DataFaultKind.DateNotOfLedger)]
    [TestCase("UPDATE dossiers SET late_from = NULL WHERE code IS NULL", DataFaultKind.DateNotOfLedger)]
    [TestCase("UPDATE dossiers SET fees = jsonb_set(fees, '{0,quantity}', '1') WHERE code IS NOT NULL", DataFaultKind.FeesNotOfForm)]
    [TestCase("DELETE FROM notices WHERE kind = 'DossierAccepted'", DataFaultKind.NoticeAbsent)]
    [TestCase("UPDATE dossiers SET procedure_version = '1999-01-01' WHERE code IS NOT NULL", DataFaultKind.Unreadable)]
    [TestCase("UPDATE dossiers SET ledger = '{}' WHERE code IS NOT NULL", DataFaultKind.Unreadable)]
    public async Task Check_OfWhatWasChangedBehindTheOffice_NamesIt(string change, params DataFaultKind[] expected)
    {
        await RunAsync(change);

        var (count, faults) = await CheckAsync();

        Assert.That(faults.Select(fault => fault.Kind), Is.EquivalentTo(expected));
        Assert.That(count.Faults, Is.EqualTo(expected.Length));
        Assert.That(faults.Select(fault => fault.Sentence), Has.None.Contains("{"));
    }

    [TestCase(-1, 1)]
    [TestCase(1, 0)]
    public async Task Check_OfAKindThatTheOfficeOwesSinceADay_LooksForMailsOfActsSinceThen(int days, int faults)
    {
        await RunAsync(
            $"DELETE FROM notices WHERE kind = 'DossierAccepted'; INSERT INTO notice_kinds SELECT 'DossierAccepted', at + interval '{days} day' FROM history WHERE act = 'Accept'"
        );

        Assert.That((await CheckAsync()).Faults.Count, Is.EqualTo(faults));
    }

    [TestCase("report_due", "IS NOT NULL", "ngày hẹn trả đầu tiên")]
    [TestCase("late_from", "IS NULL", "mốc quá hạn")]
    public async Task Check_OfAChangedDate_SaysWhichOne(string column, string code, string name)
    {
        await RunAsync($"UPDATE dossiers SET {column} = {column} + interval '1 hour' WHERE code {code}");

        Assert.That((await CheckAsync()).Faults.Single().Sentence, Does.Contain($"ghi {name} "));
    }

    [Test]
    public async Task Check_OfEveryFile_NamesTheLostAndTheDamaged()
    {
        var (lost, damaged) = (
            Files().First(file => file.Contains("papers", StringComparison.Ordinal)),
            Files().First(file => file.Contains("documents", StringComparison.Ordinal))
        );
        var (first, second) = (await File.ReadAllBytesAsync(lost), await File.ReadAllBytesAsync(damaged));
        File.Delete(lost);
        await FlipAsync(damaged);

        var (_, faults) = await CheckAsync();
        await File.WriteAllBytesAsync(lost, first);
        await File.WriteAllBytesAsync(damaged, second);
        var (_, mended) = await CheckAsync();

        Assert.That(
            faults.Select(fault => (fault.Kind, fault.Expected)).Distinct(),
            Is.EquivalentTo(new[] { (DataFaultKind.MissingFile, Path.GetFileName(lost)), (DataFaultKind.DamagedFile, Path.GetFileName(damaged)) })
        );
        Assert.That(mended, Is.Empty);
    }

    [Test]
    public async Task Check_KeepsItsReport_AndTheFaultsAPageAtATime()
    {
        await RunAsync("UPDATE number_series SET last = last + 60 WHERE series LIKE 'dossier/%'");

        await CheckAsync();

        var query = await office.AtDeskAsync(async desk =>
        {
            var last = await desk.GetRequiredService<LastDataCheckQuery>().FindAsync(default);
            var first = await desk.GetRequiredService<LastDataCheckQuery>().FaultsAsync(last!.Id, 0, default);
            return (Last: last, First: first, Second: await desk.GetRequiredService<LastDataCheckQuery>().FaultsAsync(last.Id, first[^1].Serial, default));
        });
        Assert.That(
            (query.Last.Faults, query.Last.FinishedAt is null, query.First.Count, query.Second.Count),
            Is.EqualTo((60, false, LastDataCheckQuery.Size, 10))
        );
    }

    [Test]
    public async Task Command_PrintsEachFaultAndTheCounts_AndEndsWith1()
    {
        // The command goes by the clock of the machine, at which the dossier that waits is long late: its people have been told.
        var now = office.Time.Clock.Now;
        office.Time.Clock.Now = SystemClock.Instance.GetCurrentInstant();
        await DeadlineWatchTests.WatchAsync(office);
        office.Time.Clock.Now = now;
        var sound = await CommandAsync();
        await RunAsync("UPDATE number_series SET last = last + 1 WHERE series LIKE 'dossier/%'");

        var faulty = await CommandAsync();
        var json = await CommandAsync("--json");

        Assert.That((sound.ExitCode, sound.Output.Trim()), Is.EqualTo((0, $"2 dossiers, {Files().Count} files, 0 faults")), sound.Errors);
        Assert.That(faulty.ExitCode, Is.EqualTo(1));
        Assert.That(faulty.Output.Trim(), Does.EndWith($"2 dossiers, {Files().Count} files, 1 faults").And.Contain("-260413-0002"));
        Assert.That(json.Output, Does.Contain("\"kind\":\"CodeGap\"").And.Contain("\"faults\":1"));
    }

    /// <summary>Changes one byte in the middle of a file.</summary>
    internal static async Task FlipAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }

    private Task<(int ExitCode, string Output, string Errors)> CommandAsync(params string[] more) =>
        Tool.RunAsync(
            "env",
            [
                $"ConnectionStrings__Default={office.ConnectionString}",
                $"Office__DataFolder={office.Options.DataFolder}",
                "dotnet",
                typeof(Program).Assembly.Location,
                "check",
                "--data",
                .. more,
            ]
        );

    private async Task<(DataCheckCount Count, IReadOnlyList<DataFault> Faults)> CheckAsync()
    {
        var faults = new List<DataFault>();
        return (await office.AtDeskAsync(desk => desk.GetRequiredService<CheckData>().DoAsync(faults.Add, CancellationToken.None)), faults);
    }

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(office.ConnectionString);
        // What keeps such things from happening in the database stands aside: somebody with all rights, or a restore, is what is played here.
        await using var command = source.CreateCommand(
            $"SET session_replication_role = replica; {sql}; SELECT keep_dossier_row(id), keep_dossier_words(id) FROM dossiers"
        );
        await command.ExecuteNonQueryAsync();
    }

    private List<string> Files() =>
        [
            .. new[] { "documents", "papers" }
                .SelectMany(part => Directory.EnumerateFiles(Path.Combine(office.Options.DataFolder, part), "*", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal),
        ];
}

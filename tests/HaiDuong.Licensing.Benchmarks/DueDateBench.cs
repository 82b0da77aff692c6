using System.Diagnostics;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Features.Calendars;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>Due dates: how many a core counts, and what a change of the calendar costs with very many open dossiers.</summary>
internal static class DueDateBench
{
    private const int Open = 100_000;
    private const int Models = 20;
    private static readonly Actor Administrator = new(null, "Quản trị viên", [new RoleHolding(StaffRole.Administrator, "hp-culture-office")]);
    private static readonly Actor Head = new(null, "Giám đốc Trung tâm", [new RoleHolding(StaffRole.CentreLeader, "hp-service-centre")]);

    public static async Task RunAsync(IServiceProvider services, FakeClock clock, Report report)
    {
        Count(services.GetRequiredService<Rulebooks>(), report);
        await FillAsync(services, clock);
        await DoAsync<AnnounceCalendar, object>(services, act =>
            Boxed(
                act.DoAsync(
                    new CalendarChange(CalendarChangeKind.Closure, "Nghỉ do bão", "Công điện", new LocalDate(2026, 4, 20), null, null, [], null),
                    Administrator,
                    default
                )
            )
        );
        var seen = await TimedAsync(report, "review of 100,000 open dossiers, every date moves: s", () =>
            DoAsync<ReviewDueDates, int>(services, act => act.DoAsync(default))
        );
        if (seen < Open)
            throw new InvalidOperationException($"Only {seen} dossiers were reviewed.");
        var knownAt = await DoAsync<DueDateRowsQuery, LocalDateTime>(services, async query => (await query.ReadAsync(Guid.Empty, default)).KnownAt!.Value);
        clock.AdvanceDays(1);
        await TimedAsync(report, "the same review on the next day, nothing new: s", () => DoAsync<ReviewDueDates, int>(services, act => act.DoAsync(default)));
        await TimedAsync(report, "one decision for all of them: s", () =>
            DoAsync<DecideDueDates, int>(services, async act =>
                await act.DoAsync(new(knownAt, null, DueDateDecision.Adopt, null), Head, default) is { Decided: > 0 and var decided }
                    ? decided
                    : throw new InvalidOperationException("Nothing was decided.")
            )
        );
        await TimedAsync(report, "the decision done in every dossier, with ledger, history and notice: s", () =>
            DoAsync<ApplyDueDates, int>(services, act => act.DoAsync(int.MaxValue, default))
        );
    }

    private static void Count(Rulebooks rulebooks, Report report)
    {
        var rules = rulebooks.InForce("publishing-permit", BareOffice.Start.Date)!;
        ClockEvent[] ledger =
        [
            new(BareOffice.Start, ClockEventKind.Accept),
            new(BareOffice.Start.PlusDays(3), ClockEventKind.SupplementAsked),
            new(BareOffice.Start.PlusDays(9), ClockEventKind.SupplementReceived),
        ];
        var clock = Stopwatch.StartNew();
        var counted = 0;
        for (; clock.Elapsed < TimeSpan.FromSeconds(3); counted++)
            rules.ReadClock(Domain.Procedures.SubmissionChannel.Counter, ledger, BareOffice.Start.PlusDays(12));
        report.Add("due dates counted a second on one core (ten working days, one supplement, both results)", $"{counted / clock.Elapsed.TotalSeconds:0}");
    }

    /// <summary>Some dossiers accepted by the real acts at different hours, then copied in the database.</summary>
    private static async Task FillAsync(IServiceProvider services, FakeClock clock)
    {
        var journey = new DossierDriver(services, OfficeStaff.All, "publishing-permit");
        for (var i = 0; i < Models; i++)
        {
            await journey.TakeInAsync(Guid.CreateVersion7());
            clock.AdvanceMinutes(7);
        }

        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var copy = source.CreateCommand(
            $"""
            CREATE TEMP TABLE copied AS SELECT d.*, row_number() OVER () AS number FROM dossiers d CROSS JOIN generate_series(1, {Open / Models});
            UPDATE copied SET id = gen_random_uuid(), reference = 'BENCH-' || number, code = 'BENCH-' || number;
            ALTER TABLE copied DROP COLUMN number, DROP COLUMN name_fold, DROP COLUMN applicant_identity;
            """
        );
        copy.CommandText +=
            "DO $do$ DECLARE columns text := (SELECT string_agg(quote_ident(attname), ',') FROM pg_attribute WHERE attrelid = 'copied'::regclass AND attnum > 0 AND NOT attisdropped); BEGIN EXECUTE format('INSERT INTO dossiers (%s) SELECT %s FROM copied', columns, columns); END $do$; DROP TABLE copied; ANALYZE dossiers;";
        copy.CommandTimeout = 600;
        await copy.ExecuteNonQueryAsync();
    }

    private static async Task<T> TimedAsync<T>(Report report, string what, Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var result = await work();
        report.Add(what, $"{clock.Elapsed.TotalSeconds:0.0}");
        return result;
    }

    private static async Task<object> Boxed(Task<IReadOnlyList<Domain.Refusal>> refusals) =>
        await refusals is { Count: > 0 } refused ? throw new InvalidOperationException(string.Join("; ", refused)) : new object();

    private static async Task<T> DoAsync<TAct, T>(IServiceProvider services, Func<TAct, Task<T>> work)
        where TAct : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TAct>());
    }
}

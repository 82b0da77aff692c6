using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Triển vọng: what a forecast comes to.</summary>
public enum Outlook
{
    /// <summary>Dễ quá hạn: less likely in time than late.</summary>
    LikelyLate,

    /// <summary>Chưa chắc.</summary>
    Doubtful,

    /// <summary>Nhiều khả năng đúng hạn.</summary>
    LikelyInTime,

    /// <summary>Chưa đủ hồ sơ cũ để dự báo.</summary>
    Unknown,
}

/// <summary>An open dossier that may still be late, and what is forecast of it; null where too little is known.</summary>
public sealed record DossierForecast(Guid DossierId, string Division, string Procedure, Duration Left, Forecast? Forecast)
{
    /// <summary>In time with this chance is likely; below even odds, late is.</summary>
    private const double Likely = 0.8;
    private const double EvenOdds = 0.5;

    public Outlook Outlook =>
        Forecast?.Chance switch
        {
            null => Outlook.Unknown,
            < EvenOdds => Outlook.LikelyLate,
            < Likely => Outlook.Doubtful,
            _ => Outlook.LikelyInTime,
        };
}

/// <summary>
/// Dự báo trễ hạn: what the office's own past says of each dossier that is open, whose clock runs and whose date has not passed. Nothing of it is stored: the
/// past is counted once an hour, what is open whenever it is looked at.
/// </summary>
public sealed class ForecastsQuery(OfficeDbContext db, ReadableRowsQuery readable, Rulebooks rulebooks, OfficeClock clock, ForecastShelf shelf)
{
    /// <summary>Of each procedure so many finished dossiers are looked at, the newest.</summary>
    public const int PastOfEach = 300;

    /// <summary>What the finished dossiers tell, whoever looks: it is counts alone.</summary>
    public async Task<Forecaster> ForecasterAsync(CancellationToken cancel) =>
        shelf.At(clock.Now) ?? shelf.Keep(clock.Now, new Forecaster(new ForecastBook(await StaysAsync(cancel))));

    /// <summary>Of the newest finished dossiers of each procedure.</summary>
    public async Task<IReadOnlyList<PastStay>> StaysAsync(CancellationToken cancel)
    {
        string[] procedures = [.. rulebooks.Catalogue.Versions.Select(version => version.Slug).Distinct(StringComparer.Ordinal)];
        var (finished, steps) = ((int)ClockState.Finished, rulebooks.Steps.ToHashSet(StringComparer.Ordinal));
        var lines = await db
            .Database.SqlQuery<PastHistoryLine>(
                $"""
                SELECT past.dossier_id, past.procedure_slug, past.route_id, past.accepted_at, past.finished_at, past.finish_class,
                    line.at, line.step_id, line.step_since, line.late_from
                FROM unnest({procedures}) AS slug
                CROSS JOIN LATERAL
                    (SELECT dossier_id, procedure_slug, route_id, accepted_at, finished_at, finish_class FROM dossier_rows
                    WHERE procedure_slug = slug AND clock = {finished} AND finish_class IS NOT NULL
                    ORDER BY finished_at DESC LIMIT {PastOfEach}) AS past
                JOIN history AS line ON line.dossier_id = past.dossier_id
                WHERE past.accepted_at IS NOT NULL AND past.finished_at IS NOT NULL
                ORDER BY past.dossier_id, line.id
                """
            )
            .ToListAsync(cancel);
        var calendar = rulebooks.Calendar;
        return
        [
            .. lines
                .GroupBy(line => line.DossierId)
                .Select(history => (First: history.First(), Lines: history))
                .SelectMany(past =>
                    new FinishedDossier(
                        past.First.ProcedureSlug,
                        past.First.RouteId,
                        past.First.AcceptedAt,
                        past.First.FinishedAt,
                        past.First.FinishClass != FinishClass.Late,
                        [
                            .. past.Lines.Select(line => new PastLine(
                                OfficeClock.ToLocal(line.At),
                                line.StepId is { } id && steps.Contains(id) ? id : null,
                                line.StepSince,
                                line.LateFrom
                            )),
                        ]
                    ).Stays(calendar)
                ),
        ];
    }

    /// <summary>Of everything open that somebody finds, by the unit and the procedure of the filter.</summary>
    public async Task<IReadOnlyList<DossierForecast>> ReadAsync(DossierFilter filter, Actor actor, CancellationToken cancel)
    {
        var (past, now, calendar) = (await ForecasterAsync(cancel), clock.Local, rulebooks.Calendar);
        var (organisation, today) = (rulebooks.Catalogue.Organisation, clock.Today);
        var open = await RowConditions
            .InUnit(readable.Of(actor), filter.Unit, organisation)
            .Where(DossierRow.InTheOffice)
            .Where(row =>
                row.Status != DossierStatus.ResultReady
                && row.AcceptedAt != null
                && row.Clock == ClockState.Running
                && row.LateFrom > now
                && row.StepId != null
                && (filter.Procedure == null || row.ProcedureSlug == filter.Procedure)
            )
            .Select(row => new
            {
                row.DossierId,
                row.DivisionKey,
                row.ProcedureSlug,
                row.RouteId,
                Step = row.StepId!,
                Since = row.StepSince!.Value,
                LateFrom = row.LateFrom!.Value,
            })
            .ToListAsync(cancel);
        return
        [
            .. from row in open
            let left = calendar.WorkingTimeBetween(now, row.LateFrom)
            select new DossierForecast(
                row.DossierId,
                organisation.KeyOn(row.DivisionKey, today),
                row.ProcedureSlug,
                left,
                past.Of(new ForecastCase(row.ProcedureSlug, row.RouteId, row.Step, calendar.WorkingTimeBetween(row.Since, now), left))
            ),
        ];
    }

    /// <summary>One line of the history of one of them.</summary>
    private sealed class PastHistoryLine
    {
        public Guid DossierId { get; init; }

        public string ProcedureSlug { get; init; } = "";

        public string RouteId { get; init; } = "";

        public LocalDateTime AcceptedAt { get; init; }

        public LocalDateTime FinishedAt { get; init; }

        public FinishClass FinishClass { get; init; }

        public Instant At { get; init; }

        public string? StepId { get; init; }

        public LocalDateTime? StepSince { get; init; }

        public LocalDateTime? LateFrom { get; init; }
    }
}

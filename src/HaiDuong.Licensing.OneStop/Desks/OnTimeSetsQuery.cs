using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Chỉ tiêu đúng hạn: a number of the statistics; what each counts is said by its member of <c>OnTimeRow</c>.</summary>
public enum OnTimeFigure
{
    Ended,
    Early,
    OnTime,
    Late,
    RePromised,
    Without,
    Open,
    Waiting,
    Overdue,
}

/// <summary>A dossier that was open at the end of a day, by the division it began in, and how it stood then.</summary>
public sealed class OpenDossier
{
    public Guid Id { get; init; }

    public string Division { get; init; } = "";

    /// <summary>Chờ người nộp.</summary>
    public bool IsWaiting { get; init; }

    public bool IsOverdue { get; init; }
}

/// <summary>The dossiers behind a number of the statistics of a division in a period: the list that the number opens.</summary>
/// <param name="db">The office's database.</param>
/// <param name="catalogue">Knows which division had the work of which, on which day.</param>
/// <param name="clock">Now.</param>
public sealed class OnTimeSetsQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private const long TicksPerMicrosecond = 10;

    /// <summary>Periods between the days on which units change, each with its last day.</summary>
    public IEnumerable<(LocalDate First, LocalDate Last)> Periods(LocalDate first, LocalDate last)
    {
        LocalDate[] begins = [first, .. catalogue.Organisation.ChangeDays.Where(day => day > first && day <= last)];
        return begins.Select((begin, index) => (begin, index + 1 < begins.Length ? begins[index + 1].PlusDays(-1) : last));
    }

    /// <summary>True when the statistics of a day take what is open as it is now, for the day is not over.</summary>
    private bool IsNow(LocalDate day) => day.PlusDays(1).AtMidnight() > clock.Local;

    /// <summary>The rows of one number; of all divisions when none is named.</summary>
    public IQueryable<DossierRow> Of(OnTimeFigure figure, string? division, LocalDate first, LocalDate last, bool inSuccessors) =>
        figure switch
        {
            OnTimeFigure.Open or OnTimeFigure.Waiting or OnTimeFigure.Overdue => Of(division, last, Open(figure, last)),
            _ => Periods(first, last)
                .Select(period => Of(division, inSuccessors ? last : period.Last, Narrowed(figure, Ended(period.First, period.Last))))
                .Aggregate((all, next) => all.Concat(next)),
        };

    /// <summary>What ended from the first to the last day.</summary>
    public IQueryable<DossierRow> Ended(LocalDate first, LocalDate last)
    {
        var (from, to) = (first.AtMidnight(), last.PlusDays(1).AtMidnight());
        return db.DossierRows.Where(row => row.FinishClass != null && row.FinishedAt >= from && row.FinishedAt < to);
    }

    /// <summary>The rows of the division that has the work of the one they began in, on a day.</summary>
    private IQueryable<DossierRow> Of(string? division, LocalDate day, IQueryable<DossierRow> rows)
    {
        if (division is null)
            return rows;
        string[] first = [.. catalogue.Organisation.PredecessorsOf(division).Append(division).Where(key => catalogue.Organisation.KeyOn(key, day) == division)];
        return rows.Where(row => first.Contains(row.FirstDivision));
    }

    private static IQueryable<DossierRow> Narrowed(OnTimeFigure figure, IQueryable<DossierRow> rows) =>
        figure switch
        {
            OnTimeFigure.Early => rows.Where(row => row.FinishClass == FinishClass.Early),
            OnTimeFigure.OnTime => rows.Where(row => row.FinishClass == FinishClass.OnTime),
            OnTimeFigure.Late => rows.Where(row => row.FinishClass == FinishClass.Late),
            OnTimeFigure.RePromised => rows.Where(row => row.RePromises > 0),
            OnTimeFigure.Without => rows.Where(row => row.Clock == ClockState.Withdrawn || row.Clock == ClockState.Stopped),
            _ => rows,
        };

    /// <summary>The dossiers of <see cref="OpenAt"/> that a figure counts.</summary>
    private IQueryable<DossierRow> Open(OnTimeFigure figure, LocalDate day)
    {
        var open = OpenAt(day);
        open = figure switch
        {
            OnTimeFigure.Waiting => open.Where(one => one.IsWaiting),
            OnTimeFigure.Overdue => open.Where(one => one.IsOverdue),
            _ => open,
        };
        return db.DossierRows.Where(row => open.Any(one => one.Id == row.DossierId));
    }

    /// <summary>Open at the end of the day, by status and lateness as the history told them then; of a day not over, as they are now.</summary>
    public IQueryable<OpenDossier> OpenAt(LocalDate day)
    {
        if (IsNow(day))
        {
            var now = clock.Local;
            return db
                .DossierRows.Where(row => row.AcceptedAt != null && row.Status >= DossierStatus.Accepted && row.Status <= DossierStatus.WithdrawalAsked)
                .Select(row => new OpenDossier
                {
                    Id = row.DossierId,
                    Division = row.FirstDivision,
                    IsWaiting = (row.Status == DossierStatus.AwaitingSupplement || row.Status == DossierStatus.AwaitingPayment) && row.LateFrom == null,
                    IsOverdue = row.LateFrom <= now,
                });
        }

        var end = day.PlusDays(1).AtMidnight();
        var (until, moment) = (OfficeClock.ToInstant(end), end.PlusTicks(-TicksPerMicrosecond));
        var (supplement, payment) = ((int)DossierStatus.AwaitingSupplement, (int)DossierStatus.AwaitingPayment);
        return db.Database.SqlQuery<OpenDossier>(
            $"""
            SELECT open.id, open.first_division AS division,
                line.to_status IN ({supplement}, {payment}) AND line.late_from IS NULL AS is_waiting,
                COALESCE(line.late_from <= {moment}, false) AS is_overdue
            FROM
                (SELECT id, first_division FROM dossiers WHERE status BETWEEN 2 AND 7 AND accepted_at IS NOT NULL AND accepted_at < {end}
                UNION ALL
                SELECT id, first_division FROM dossiers WHERE finished_at >= {end} AND accepted_at < {end}) AS open
            CROSS JOIN LATERAL
                (SELECT to_status, late_from FROM history WHERE dossier_id = open.id AND at < {until} ORDER BY id DESC LIMIT 1) AS line
            """
        );
    }
}

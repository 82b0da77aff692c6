using System.Diagnostics.CodeAnalysis;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>A dossier that was open at the end of a day, by the division it began in, and how it stood then; how often it was asked for more, by now.</summary>
public sealed class OpenDossier
{
    public Guid Id { get; init; }

    public string Division { get; init; } = "";

    public string Procedure { get; init; } = "";

    public int SupplementRounds { get; init; }

    /// <summary>Chờ người nộp.</summary>
    public bool IsWaiting { get; init; }

    public bool IsOverdue { get; init; }
}

/// <summary>The dossiers behind a number of the statistics of a division in a period: the list that the number opens.</summary>
/// <param name="db">The office's database.</param>
/// <param name="catalogue">Knows which division had the work of which, on which day.</param>
/// <param name="clock">Now.</param>
[SuppressMessage("Globalization", "CA1309", Justification = "The database compares, by the order of the column.")]
public sealed class FigureSetsQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private const long TicksPerMicrosecond = 10;

    /// <summary>How a fee is called that came in through the gateway.</summary>
    private const string OnlinePayment = "portal";

    /// <summary>Periods between the days on which units change, each with its last day.</summary>
    public IEnumerable<(LocalDate First, LocalDate Last)> Periods(LocalDate first, LocalDate last)
    {
        LocalDate[] begins = [first, .. catalogue.Organisation.ChangeDays.Where(day => day > first && day <= last)];
        return begins.Select((begin, index) => (begin, index + 1 < begins.Length ? begins[index + 1].PlusDays(-1) : last));
    }

    /// <summary>True when the statistics of a day take what is open as it is now, for the day is not over.</summary>
    private bool IsNow(LocalDate day) => day.PlusDays(1).AtMidnight() > clock.Local;

    /// <summary>
    /// The rows of one number; of all divisions when none is named. What is open, received or counted of both is counted to whoever has the work on the last
    /// day.
    /// </summary>
    public IQueryable<DossierRow> Of(DossierFigure figure, string? division, LocalDate first, LocalDate last, bool inSuccessors) =>
        figure switch
        {
            DossierFigure.Open or DossierFigure.Waiting or DossierFigure.Overdue or DossierFigure.InTerm => Of(division, last, Open(figure, last)),
            DossierFigure.Carried => Of(division, last, Carried(first)),
            DossierFigure.Received => Of(division, last, Accepted(first, last).Concat(Carried(first))),
            DossierFigure.PastDue => Of(division, last, Ended(DossierFigure.Late, first, last).Concat(Open(DossierFigure.Overdue, last))),
            DossierFigure.Kept => Of(division, last, Ended(figure, first, last).Concat(Open(figure, last))),
            DossierFigure.Accepted or DossierFigure.Online or DossierFigure.Direct or DossierFigure.Supplemented or DossierFigure.Scanned => Of(
                division,
                last,
                Accepted(first, last).Where(FigureConditions.OfAccepted(figure))
            ),
            DossierFigure.FeePaid or DossierFigure.FeePaidOnline => Of(division, last, FeePaid(first, last, figure == DossierFigure.FeePaidOnline)),
            _ => Periods(first, last)
                .Select(period => Of(division, inSuccessors ? last : period.Last, Ended(figure, period.First, period.Last)))
                .Aggregate((all, next) => all.Concat(next)),
        };

    /// <summary>What was accepted from the first to the last day, and not by mistake; read by the days of the register.</summary>
    public IQueryable<DossierRow> Accepted(LocalDate first, LocalDate last)
    {
        var (from, to) = ($"{first:yyyyMMdd}", $"{last.PlusDays(1):yyyyMMdd}");
        return db.DossierRows.Where(row =>
            row.BookKey != null
            && string.Compare(row.BookKey, from) >= 0
            && string.Compare(row.BookKey, to) < 0
            && row.AcceptedAt != null
            && row.Clock != ClockState.Voided
        );
    }

    /// <summary>What was accepted before a day and open when it began.</summary>
    public IQueryable<DossierRow> Carried(LocalDate first) => Open(DossierFigure.Open, first.PlusDays(-1));

    private IQueryable<DossierRow> FeePaid(LocalDate first, LocalDate last, bool isOnline) =>
        Accepted(first, last)
            .Where(row =>
                db.FeeEntries.Any(entry =>
                    entry.DossierId == row.DossierId
                    && entry.Kind == FeeEntryKind.Payment
                    && entry.CancelledAt == null
                    && (!isOnline || entry.Method == OnlinePayment)
                )
            );

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

    private IQueryable<DossierRow> Ended(DossierFigure figure, LocalDate first, LocalDate last) => Ended(first, last).Where(FigureConditions.OfEnded(figure));

    /// <summary>The dossiers of <see cref="OpenAt"/> that a figure counts.</summary>
    private IQueryable<DossierRow> Open(DossierFigure figure, LocalDate day)
    {
        var open = OpenAt(day).Where(FigureConditions.OfOpen(figure));
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
                    Procedure = row.ProcedureSlug,
                    SupplementRounds = row.SupplementRounds,
                    IsWaiting = (row.Status == DossierStatus.AwaitingSupplement || row.Status == DossierStatus.AwaitingPayment) && row.LateFrom == null,
                    IsOverdue = row.LateFrom <= now,
                });
        }

        var end = day.PlusDays(1).AtMidnight();
        var (until, moment) = (OfficeClock.ToInstant(end), end.PlusTicks(-TicksPerMicrosecond));
        var (supplement, payment) = ((int)DossierStatus.AwaitingSupplement, (int)DossierStatus.AwaitingPayment);
        return db.Database.SqlQuery<OpenDossier>(
            $"""
            SELECT open.dossier_id AS id, open.first_division AS division, open.procedure_slug AS procedure, open.supplement_rounds,
                line.to_status IN ({supplement}, {payment}) AND line.late_from IS NULL AS is_waiting,
                COALESCE(line.late_from <= {moment}, false) AS is_overdue
            FROM
                (SELECT dossier_id, first_division, procedure_slug, supplement_rounds
                FROM dossier_rows WHERE status BETWEEN 2 AND 7 AND accepted_at IS NOT NULL AND accepted_at < {end}
                UNION ALL
                SELECT dossier_id, first_division, procedure_slug, supplement_rounds
                FROM dossier_rows WHERE finish_class IS NOT NULL AND finished_at >= {end} AND accepted_at < {end}) AS open
            CROSS JOIN LATERAL
                (SELECT to_status, late_from FROM history WHERE dossier_id = open.dossier_id AND at < {until} ORDER BY id DESC LIMIT 1) AS line
            """
        );
    }
}

using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>Money that is to be taken, or given back, of one dossier.</summary>
/// <param name="Row">The dossier.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Since">Since when it waits; null where a receipt was cancelled.</param>
/// <param name="Due">The term of the step.</param>
public sealed record FeeTask(DossierRow Row, decimal Amount, LocalDateTime? Since, DueState? Due)
{
    public string Code => Row.Code ?? Row.Reference;

    public string Applicant => Row.Applicant ?? HiddenApplicant.Shown;
}

/// <summary>Bàn kế toán: what waits for its fee, what is owed again because a receipt was cancelled, and what is to be given back.</summary>
public sealed class FeeDeskQuery(OfficeDbContext db, ReadableRowsQuery readable, Rulebooks rulebooks)
{
    private const int Size = 50;

    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.ExtendedIso;

    /// <summary>What a refund list shows at most.</summary>
    public const int MostRefunds = 200;

    /// <summary>How many dossiers wait at their fee.</summary>
    public Task<int> CountAsync(Actor actor, CancellationToken cancel) => Waiting(actor).CountAsync(cancel);

    /// <summary>What waits at its fee, what presses first at the top; with where the next page begins.</summary>
    public async Task<(IReadOnlyList<FeeTask> Tasks, string? Next)> DueAsync(Actor actor, string? after, CancellationToken cancel)
    {
        var waiting = Waiting(actor);
        if (Cursor(after) is var (moment, id))
            waiting = waiting.Where(one => one.Item.PressesFrom > moment || (one.Item.PressesFrom == moment && one.Item.Id > id));
        var found = await waiting.OrderBy(one => one.Item.PressesFrom).ThenBy(one => one.Item.Id).Take(Size + 1).AsNoTracking().ToListAsync(cancel);
        var shown = found.Take(Size).ToList();
        var owed = await LeftAsync([.. shown.Select(one => one.Row.DossierId)], cancel);
        return (
            [
                .. shown.Select(one => new FeeTask(
                    one.Row,
                    Math.Max(0, owed.GetValueOrDefault(one.Row.DossierId)),
                    one.Item.Since,
                    WorkItem.DueOf(one.Item.DueAt, one.Item.WarnFrom, one.Item.LateFrom)
                )),
            ],
            found.Count > Size ? string.Create(CultureInfo.InvariantCulture, $"{Pattern.Format(shown[^1].Item.PressesFrom)}_{shown[^1].Item.Id:N}") : null
        );
    }

    /// <summary>What is owed again: a receipt was cancelled after the fee's step was done.</summary>
    public async Task<IReadOnlyList<FeeTask>> OwedAgainAsync(Actor actor, CancellationToken cancel)
    {
        var owed = db.Database.SqlQuery<Money>(
            $"""
            SELECT id, fees_left(fees, payments, refunds) AS amount FROM dossiers
            WHERE jsonb_path_exists(payments, '$[*].cancelled') AND status NOT IN (3, 8, 10) AND fees_left(fees, payments, refunds) > 0
            """
        );
        string[] steps = [.. rulebooks.StepsOf(StepKind.CollectFee)];
        var rows = readable.Of(actor).Where(row => !db.WorkItems.Any(item => item.DossierId == row.DossierId && steps.Contains(item.StepId)));
        return await FirstAsync(owed, rows, MostRefunds, cancel);
    }

    /// <summary>What is to be given back: what was paid too much; what was paid for a dossier that ended without a result comes behind it.</summary>
    public async Task<IReadOnlyList<FeeTask>> RefundsAsync(Actor actor, CancellationToken cancel, int most = MostRefunds)
    {
        var back = db.Database.SqlQuery<Money>(
            $"""
            SELECT id, CASE WHEN status IN (3, 8) THEN fees_paid(payments, refunds) ELSE -fees_left(fees, payments, refunds) END AS amount FROM dossiers
            WHERE payments <> '[]'::jsonb AND (fees_left(fees, payments, refunds) < 0 OR (status IN (3, 8) AND fees_paid(payments, refunds) > 0))
            """
        );
        var found = await FirstAsync(back, readable.Of(actor), most, cancel);
        return [.. found.OrderBy(one => one.Row.Status is DossierStatus.Stopped or DossierStatus.RefusedAtDoor)];
    }

    /// <summary>
    /// The newest of those that somebody reads: what they do not read takes no place among them (ix_dossiers_overpaid, ix_dossiers_owed_again).
    /// </summary>
    private static async Task<IReadOnlyList<FeeTask>> FirstAsync(IQueryable<Money> money, IQueryable<DossierRow> rows, int most, CancellationToken cancel)
    {
        var found = await money
            .Join(rows, one => one.Id, row => row.DossierId, (one, row) => new { one.Amount, Row = row })
            .OrderByDescending(one => one.Row.DossierId)
            .Take(most)
            .AsNoTracking()
            .ToListAsync(cancel);
        return [.. found.Select(one => new FeeTask(one.Row, one.Amount, null, null))];
    }

    private IQueryable<Waits> Waiting(Actor actor)
    {
        string[] steps = [.. rulebooks.StepsOf(StepKind.CollectFee)];
        return db
            .WorkItems.Where(item => item.Role == StaffRole.Accountant && steps.Contains(item.StepId))
            .Join(
                readable.Of(actor).Where(row => row.Status != DossierStatus.WithdrawalAsked),
                item => item.DossierId,
                row => row.DossierId,
                (item, row) => new Waits { Item = item, Row = row }
            );
    }

    private async Task<IReadOnlyDictionary<Guid, decimal>> LeftAsync(Guid[] ids, CancellationToken cancel) =>
        await db
            .Database.SqlQuery<Money>($"SELECT id, fees_left(fees, payments, refunds) AS amount FROM dossiers WHERE id = ANY({ids})")
            .ToDictionaryAsync(one => one.Id, one => one.Amount, cancel);

    private static (LocalDateTime Moment, Guid Id)? Cursor(string? after)
    {
        var parts = after?.Split('_') ?? [];
        return parts.Length == 2 && Pattern.Parse(parts[0]) is { Success: true, Value: var moment } && Guid.TryParse(parts[1], out var id)
            ? (moment, id)
            : null;
    }

    private sealed record Money(Guid Id, decimal Amount);

    private sealed class Waits
    {
        public required WorkItem Item { get; init; }

        public required DossierRow Row { get; init; }
    }
}

using System.Globalization;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>A line of the book of receipts; the code is empty where its dossier is not there for the reader.</summary>
public sealed record FeeLine(FeeEntry Entry, string Code, string Applicant, bool IsReadable);

/// <summary>A page of the book; <see cref="Next"/> is where the next one begins.</summary>
public sealed record FeePage(IReadOnlyList<FeeLine> Lines, string? Next);

/// <summary>
/// Sổ thu phí, lệ phí: the money of the dossiers of an accountant's department, and what somebody took themselves; its lines, and its sums by procedure, way,
/// series and person.
/// </summary>
public sealed class FeeBookQuery(OfficeDbContext db, ReadableRowsQuery readable, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.ExtendedIso;

    public IQueryable<FeeEntry> Of(Actor actor)
    {
        string[] divisions = [.. SearchScope.DivisionsOf(actor, catalogue.Organisation, clock.Today, StaffRole.Accountant)];
        var person = actor.AccountId;
        return divisions.Length == 0
            ? db.FeeEntries.AsNoTracking().Where(entry => entry.CashierId == person)
            : db.FeeEntries.AsNoTracking().Where(entry => divisions.Contains(entry.DivisionKey) || entry.CashierId == person);
    }

    public async Task<IReadOnlyList<FeeSum>> SumsAsync(LocalDate from, LocalDate to, Actor actor, CancellationToken cancel)
    {
        var sums = new List<FeeSum>();
        foreach (var group in Enum.GetValues<FeeGroup>())
        {
            var found = await new FeeFilter(from, to, group)
                .Of(Of(actor))
                .GroupBy(entry => new
                {
                    entry.ProcedureSlug,
                    entry.Method,
                    entry.SeriesId,
                    entry.CashierId,
                    entry.Cashier,
                })
                .Select(entries => new
                {
                    entries.Key,
                    Count = entries.Count(),
                    Amount = entries.Sum(entry => entry.Amount),
                })
                .ToListAsync(cancel);
            sums.AddRange(
                found.Select(one => new FeeSum(
                    group,
                    one.Key.ProcedureSlug,
                    one.Key.Method,
                    one.Key.SeriesId,
                    one.Key.CashierId,
                    one.Key.Cashier,
                    one.Count,
                    one.Amount
                ))
            );
        }

        return sums;
    }

    /// <summary>A page of the book, by time; every line is where it was, whatever comes later.</summary>
    public async Task<FeePage> ReadAsync(FeeFilter filter, Actor actor, string? after, int size, CancellationToken cancel)
    {
        var entries = filter.Of(Of(actor));
        if (Cursor(after) is var (at, dossier, position))
            entries = entries.Where(entry =>
                entry.At > at || (entry.At == at && (entry.DossierId > dossier || (entry.DossierId == dossier && entry.Position > position)))
            );
        var found = await entries
            .OrderBy(entry => entry.At)
            .ThenBy(entry => entry.DossierId)
            .ThenBy(entry => entry.Position)
            .Take(size + 1)
            .ToListAsync(cancel);
        var shown = found.Take(size).ToList();
        Guid[] ids = [.. shown.Select(entry => entry.DossierId).Distinct()];
        var rows = await db.DossierRows.AsNoTracking().Where(row => ids.Contains(row.DossierId)).ToDictionaryAsync(row => row.DossierId, cancel);
        var opening = (await readable.Of(actor).Where(row => ids.Contains(row.DossierId)).Select(row => row.DossierId).ToListAsync(cancel)).ToHashSet();
        return new FeePage(
            [.. shown.Select(entry => LineOf(entry, rows.GetValueOrDefault(entry.DossierId), opening.Contains(entry.DossierId)))],
            found.Count > size ? Write(shown[^1]) : null
        );
    }

    /// <summary>The symbols of the series that gave numbers.</summary>
    public Task<Dictionary<Guid, string>> SymbolsAsync(IEnumerable<Guid> series, CancellationToken cancel)
    {
        Guid[] ids = [.. series];
        return db.ReceiptSeries.Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Symbol, cancel);
    }

    private static FeeLine LineOf(FeeEntry entry, DossierRow? row, bool isReadable) =>
        row is null ? new FeeLine(entry, "", "", false) : new FeeLine(entry, row.Code ?? "", row.Applicant ?? HiddenApplicant.Shown, isReadable);

    private static string Write(FeeEntry last) => string.Create(CultureInfo.InvariantCulture, $"{Pattern.Format(last.At)}_{last.DossierId:N}_{last.Position}");

    private static (LocalDateTime At, Guid Dossier, int Position)? Cursor(string? after)
    {
        var parts = after?.Split('_') ?? [];
        return
            parts.Length == 3
            && Pattern.Parse(parts[0]) is { Success: true, Value: var at }
            && Guid.TryParse(parts[1], out var dossier)
            && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var position)
            ? (at, dossier, position)
            : null;
    }
}

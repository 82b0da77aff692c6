using System.Diagnostics.CodeAnalysis;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Books;

/// <summary>Which part of the register: from a day to a day, of one unit or of all that somebody reads.</summary>
public sealed record BookPart(LocalDate From, LocalDate To, string? Unit);

/// <summary>
/// A line of the register: whether its dossier opens to the reader, and whether it was taken in by mistake, so that its number is struck through.
/// </summary>
public sealed record BookLine(RegisterRow Row, Guid DossierId, bool IsReadable, bool IsVoid);

/// <summary>Lines of the register; <see cref="Next"/> is where the next ones begin.</summary>
public sealed record BookPage(IReadOnlyList<BookLine> Lines, string? Next);

/// <summary>
/// Sổ theo dõi hồ sơ: every dossier that was accepted, or ended without being accepted, by the day and the number. What hides its sender has its line too,
/// without the sender.
/// </summary>
[SuppressMessage("Globalization", "CA1309", Justification = "The database compares, by the order of the column.")]
public sealed class DossierBookQuery(
    OfficeDbContext db,
    ReadableRowsQuery readable,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<DossierBookModel> words
)
{
    private static readonly DossierAct[] Ends = [DossierAct.RefuseAtDoor, DossierAct.Stop, DossierAct.ConfirmWithdrawal, DossierAct.VoidTakeIn];

    public Task<int> CountAsync(BookPart part, Actor actor, CancellationToken cancel) => Of(part, actor).CountAsync(cancel);

    public async Task<BookPage> ReadAsync(BookPart part, Actor actor, string? after, int size, CancellationToken cancel)
    {
        var rows = Of(part, actor);
        var before = after is null ? 0 : await rows.CountAsync(row => string.Compare(row.BookKey, after) <= 0, cancel);
        if (after is not null)
            rows = rows.Where(row => string.Compare(row.BookKey, after) > 0);
        var found = await (
            from row in rows.AsNoTracking()
            join dossier in db.Dossiers on row.DossierId equals dossier.Id
            orderby row.BookKey
            select new
            {
                Row = row,
                dossier.Applicant,
                dossier.HandOver,
            }
        )
            .Take(size + 1)
            .ToListAsync(cancel);
        var shown = found.Take(size).ToList();
        var ids = shown.Select(line => line.Row.DossierId).ToList();
        var ends = await EndsAsync([.. shown.Select(line => line.Row).Where(row => LifeCycle.IsClosed(row.Status))], cancel);
        var opening = (await readable.Of(actor).Where(row => ids.Contains(row.DossierId)).Select(row => row.DossierId).ToListAsync(cancel)).ToHashSet();
        var lines = shown.Select(
            (line, index) =>
                new BookLine(
                    RowOf(before + index + 1, line.Row, line.Applicant, line.HandOver, ends.GetValueOrDefault(line.Row.DossierId)),
                    line.Row.DossierId,
                    opening.Contains(line.Row.DossierId),
                    line.Row.Due.IsVoid
                )
        );
        return new BookPage([.. lines], found.Count > size ? shown[^1].Row.BookKey : null);
    }

    private IQueryable<DossierRow> Of(BookPart part, Actor actor)
    {
        var (everything, divisions) = SearchScope.Of(actor, catalogue.Organisation, clock.Today);
        var (from, to) = ($"{part.From:yyyyMMdd}", $"{part.To.PlusDays(1):yyyyMMdd}");
        var rows = db.DossierRows.Where(row =>
            row.BookKey != null
            && string.Compare(row.BookKey, from) >= 0
            && string.Compare(row.BookKey, to) < 0
            && (everything || divisions.Contains(row.DivisionKey))
        );
        if (part.Unit is not { } unit)
            return rows;
        string[] units = [unit, .. catalogue.Organisation.PredecessorsOf(unit)];
        return rows.Where(row => units.Contains(row.DivisionKey));
    }

    /// <summary>How those of the dossiers ended that have no result, and why.</summary>
    private async Task<IReadOnlyDictionary<Guid, HistoryLine>> EndsAsync(IReadOnlyList<DossierRow> closed, CancellationToken cancel)
    {
        var ids = closed.Select(row => row.DossierId).ToList();
        var lines = await db.History.AsNoTracking().Where(line => ids.Contains(line.DossierId) && Ends.Contains(line.Act)).ToListAsync(cancel);
        return lines.GroupBy(line => line.DossierId).ToDictionary(all => all.Key, all => all.MaxBy(line => line.Id)!);
    }

    private RegisterRow RowOf(int number, DossierRow row, Applicant applicant, HandOver? handOver, HistoryLine? end)
    {
        var day = (row.AcceptedAt ?? row.SubmittedAt)?.Date;
        var procedure = catalogue.Shown(catalogue.Version(row.ProcedureSlug, row.ProcedureVersion));
        return new RegisterRow
        {
            Number = number,
            Code = row.Code ?? "",
            Procedure = procedure.Name,
            Sets = procedure.Sets,
            Applicant = row.Applicant ?? HiddenApplicant.Shown,
            Contact = row.HidesApplicant ? "" : string.Join(", ", new[] { applicant.Address, applicant.Phone }.Where(text => !string.IsNullOrEmpty(text))),
            Agency = catalogue.Organisation.NameOf(day is { } on ? catalogue.Organisation.KeyOn(row.FirstDivision, on) : row.DivisionKey),
            ReceivedOn = day,
            DueOn = row.AcceptedAt is not null && row.Due.Stands ? row.DueAt?.Date : null,
            ReturnedOn = handOver?.At.Date,
            ReturnMethod = end is null ? words[$"ReturnBy.{handOver?.By ?? row.ReturnBy}"] : "",
            SignedBy = row.HidesApplicant ? "" : handOver?.ReceiverName ?? "",
            Note = string.Join("; ", NotesOf(row, end)),
        };
    }

    /// <summary>What is unusual about a dossier; of one that hides its sender without the words of anybody, which may tell who it is.</summary>
    private IEnumerable<string> NotesOf(DossierRow row, HistoryLine? end)
    {
        if (end is not null)
            yield return end.Note is { Length: > 0 } reason && !row.HidesApplicant ? words["EndWhy", words[$"End.{end.Act}"], reason] : words[$"End.{end.Act}"];
        if (row.Decision == DecisionKind.Refuse && row.FinishedAt is not null && end is null)
            yield return words["Refused"];
        if (row.RePromises > 0)
            yield return words["RePromised", row.RePromises];
    }
}

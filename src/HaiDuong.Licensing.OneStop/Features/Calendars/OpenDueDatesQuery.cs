using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>Open dossiers that were read together, and those of them whose dates the calendar would move.</summary>
public sealed record OpenDueDates(IReadOnlyList<Guid> Read, IReadOnlyList<DueDateChange> Moved);

/// <summary>Counts the dates of open dossiers anew with a calendar, batch by batch in the order of their keys. Reads only what the clock needs.</summary>
public sealed class OpenDueDatesQuery(OfficeDbContext db, Rulebooks rulebooks)
{
    private const int Batch = 2000;

    /// <summary>The next batch after a key; empty when there is none.</summary>
    public async Task<OpenDueDates> NextAsync(OfficeCalendar calendar, LocalDateTime knownAt, Guid after, CancellationToken cancel)
    {
        var open = await db
            .Dossiers.AsNoTracking()
            .Where(dossier =>
                dossier.Status >= DossierStatus.Accepted && dossier.Status <= DossierStatus.WithdrawalAsked && dossier.AcceptedAt != null && dossier.Id > after
            )
            .OrderBy(dossier => dossier.Id)
            .Take(Batch)
            .Select(dossier => new OpenDossier(
                dossier.Id,
                dossier.ProcedureSlug,
                dossier.ProcedureVersion,
                dossier.RegimeName,
                dossier.Channel,
                dossier.FirstDivision,
                dossier.DivisionKey,
                dossier.Ledger,
                dossier.StatutoryDue!.Value,
                dossier.PromisedDue!.Value
            ))
            .ToListAsync(cancel);
        var entry = new ClockEvent(LocalDateTime.MaxIsoValue, ClockEventKind.AdoptCalendar) { KnownAt = knownAt };
        return new OpenDueDates(
            [.. open.Select(dossier => dossier.Id)],
            [.. open.AsParallel().AsOrdered().Select(dossier => Move(dossier, entry, calendar)).OfType<DueDateChange>()]
        );
    }

    private DueDateChange? Move(OpenDossier dossier, ClockEvent adopted, OfficeCalendar calendar)
    {
        var rules = rulebooks.For(dossier.ProcedureSlug, dossier.ProcedureVersion, dossier.RegimeName) with
        {
            Calendar = calendar.Of(rulebooks.Catalogue.Organisation.Line(dossier.FirstDivision, dossier.DivisionKey)),
        };
        var reading = rules.ReadClock(dossier.Channel, [.. dossier.Ledger, adopted], null);
        var (statutory, promised) = (reading.StatutoryDue!.Value, reading.PromisedDue!.Value);
        return (statutory, promised) == (dossier.StatutoryDue, dossier.PromisedDue)
            ? null
            : new DueDateChange
            {
                DossierId = dossier.Id,
                KnownAt = adopted.KnownAt!.Value,
                DivisionKey = dossier.DivisionKey,
                OldStatutory = dossier.StatutoryDue,
                NewStatutory = statutory,
                OldPromised = dossier.PromisedDue,
                NewPromised = promised,
            };
    }

    private sealed record OpenDossier(
        Guid Id,
        string ProcedureSlug,
        LocalDate ProcedureVersion,
        string RegimeName,
        SubmissionChannel Channel,
        string FirstDivision,
        string DivisionKey,
        IReadOnlyList<ClockEvent> Ledger,
        LocalDateTime StatutoryDue,
        LocalDateTime PromisedDue
    );
}

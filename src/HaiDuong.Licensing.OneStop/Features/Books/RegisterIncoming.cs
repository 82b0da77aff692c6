using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Books;

/// <param name="Entry">What is written down.</param>
/// <param name="Code">The code of the dossier that it belongs to, as it was typed.</param>
public sealed record RegisterIncomingRequest(IncomingEntry Entry, string Code);

/// <summary>
/// Vào sổ văn bản đến, by the registry clerk in the book of the own department; gives the number. Refused: IncomingNotYours, IncomingDossierUnknown, what
/// <see cref="IncomingDocument.Check"/> refuses, and once IncomingDuplicate.
/// </summary>
public sealed class RegisterIncoming(
    OfficeDbContext db,
    OncePerForm frame,
    SentForm sent,
    NumberSeries numbers,
    ReadableRowsQuery readable,
    ProcedureCatalogue catalogue,
    OfficeClock clock
)
{
    public Task<(long Made, IReadOnlyList<Refusal> Refusals)> DoAsync(RegisterIncomingRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => RegisterAsync(request, actor, cancel), cancel);

    private async Task<(long Made, IReadOnlyList<Refusal> Refusals)> RegisterAsync(RegisterIncomingRequest request, Actor actor, CancellationToken cancel)
    {
        if (OfficeOf(actor, catalogue.Organisation, clock.Today) is not { } office)
            return (0, [new Refusal(nameof(RefusalCode.IncomingNotYours))]);
        List<Refusal> refusals = [.. IncomingDocument.Check(request.Entry, UnitsOf(office), clock.Today)];
        var dossier = request.Code.Length > 0 ? await FindAsync(request.Code, actor, cancel) : null;
        if (request.Code.Length > 0 && dossier is null)
            refusals.Add(new Refusal(nameof(RefusalCode.IncomingDossierUnknown), "code", request.Code));
        if (refusals.Count > 0)
            return (0, refusals);
        if (await AskAsync(request.Entry, office, cancel) is { } question)
            return (0, [question]);
        var serial = await numbers.NextIncomingNumberAsync(office.Key, clock.Today.Year, cancel);
        db.IncomingDocuments.Add(IncomingDocument.Of(request.Entry with { DossierId = dossier }, office.Key, serial, actor, clock.Now));
        await db.SaveChangesAsync(cancel);
        return (serial, []);
    }

    /// <summary>The line that the entry may be a second of, right after it was asked.</summary>
    public IncomingDocument? Asked { get; private set; }

    /// <summary>Asks once before the same document is entered again; whoever sends no form cannot be asked.</summary>
    private async Task<Refusal?> AskAsync(IncomingEntry entry, Office office, CancellationToken cancel)
    {
        if (sent.Key is null || entry.Number.Length == 0)
            return null;
        // The year and the one before it: a few thousand lines of the book's primary key.
        var (first, from, number) = (clock.Today.Year - 1, LikePattern.Same(entry.Sender), LikePattern.Same(entry.Number));
        Asked = await db
            .IncomingDocuments.AsNoTracking()
            .Where(line => line.Office == office.Key && line.Year >= first && line.CancelledAt == null && line.DatedOn == entry.DatedOn)
            .Where(line => EF.Functions.ILike(line.Sender, from) && EF.Functions.ILike(line.Number, number))
            .OrderByDescending(line => line.Year)
            .ThenByDescending(line => line.Serial)
            .FirstOrDefaultAsync(cancel);
        return Asked is { } line
            ? new Refusal(nameof(RefusalCode.IncomingDuplicate), null, line.Serial, line.ReceivedOn).Ask(sent.Seen, line.Year, line.Serial)
            : null;
    }

    /// <summary>The department whose documents somebody enters on a day; null for whoever enters none.</summary>
    public static Office? OfficeOf(Actor actor, Organisation organisation, LocalDate today) =>
        actor
            .Wide.Where(held => held.Role == StaffRole.RegistryClerk)
            .Select(held => organisation.OfficeWith(organisation.KeyOn(held.Unit, today)))
            .FirstOrDefault(office => office is not null);

    /// <summary>The units of a department to which a document may go.</summary>
    public static IReadOnlySet<string> UnitsOf(Office office) => office.Units.Select(unit => unit.Key).ToHashSet(StringComparer.Ordinal);

    private async Task<Guid?> FindAsync(string code, Actor actor, CancellationToken cancel)
    {
        var meant = db.DossiersOf(TypedCode.Read(code)).Select(dossier => dossier.Id);
        return await readable.Of(actor).Where(row => meant.Contains(row.DossierId)).Select(row => (Guid?)row.DossierId).SingleOrDefaultAsync(cancel);
    }
}

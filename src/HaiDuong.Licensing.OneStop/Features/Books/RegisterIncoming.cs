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
/// Vào sổ văn bản đến, by the registry clerk in the book of the own department; gives the number. Refused: IncomingNotYours, IncomingDossierUnknown, and what
/// <see cref="IncomingDocument.Check"/> refuses.
/// </summary>
public sealed class RegisterIncoming(
    OfficeDbContext db,
    OncePerForm frame,
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
        var serial = await numbers.NextIncomingNumberAsync(office.Key, clock.Today.Year, cancel);
        db.IncomingDocuments.Add(IncomingDocument.Of(request.Entry with { DossierId = dossier }, office.Key, serial, actor, clock.Now));
        await db.SaveChangesAsync(cancel);
        return (serial, []);
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

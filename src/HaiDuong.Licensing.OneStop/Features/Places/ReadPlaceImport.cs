using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>A register read on trial: the import, or why there is none.</summary>
public sealed record PlaceImportResult(PlaceImport? Import, IReadOnlyList<Refusal> Refusals)
{
    public static PlaceImportResult Refused(params IReadOnlyList<Refusal> refusals) => new(null, refusals);
}

/// <summary>Chạy thử danh sách địa điểm: reads a file and keeps what it found; nothing comes onto the map.</summary>
public sealed class ReadPlaceImport(OfficeDbContext db, OncePerForm once, PlaceStore places, ProvinceMap map, OfficeClock clock)
{
    public async Task<PlaceImportResult> DoAsync(PlaceKind kind, string fileName, Stream file, Actor actor, CancellationToken cancel)
    {
        if (!MayImport(actor))
            return PlaceImportResult.Refused(new Refusal(nameof(RefusalCode.PlaceImportNotYours)));
        var reading = await ImportReader.ReadAsync(file, PlaceColumns.Of(kind), cancel);
        if (reading.Table is not { } table)
            return PlaceImportResult.Refused(reading.Refusals);
        var (accepted, rejected) = new PlaceRegisterReader(kind, await places.StandingKeysAsync(kind, cancel), map).Read(table);
        var import = PlaceImport.Read(kind, fileName, table.Origin, accepted, rejected, table.Totals, actor, clock.Now);
        var (kept, refused) = await once.DoAsync(actor, () => KeepAsync(import, cancel), cancel);
        return new PlaceImportResult(kept == import.Id ? import : await db.PlaceImports.FindAsync([kept], cancel), refused);
    }

    private async Task<(Guid, IReadOnlyList<Refusal>)> KeepAsync(PlaceImport import, CancellationToken cancel)
    {
        db.PlaceImports.Add(import);
        await db.SaveChangesAsync(cancel);
        return (import.Id, []);
    }

    /// <summary>Who may bring a register: those who appraise places, and the administrator.</summary>
    internal static bool MayImport(Actor actor) => actor.Is(StaffRole.Administrator) || actor.Is(StaffRole.Specialist) || actor.Is(StaffRole.DivisionHead);
}

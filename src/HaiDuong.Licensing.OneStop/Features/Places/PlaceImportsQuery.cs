using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>An import as the list shows it, without its lines.</summary>
public sealed record PlaceImportRow(
    Guid Id,
    PlaceKind Kind,
    string FileName,
    string ByName,
    Instant ReadAt,
    int AcceptedCount,
    int RejectedCount,
    Instant? ConfirmedAt,
    string? ConfirmedBy,
    Instant? UndoneAt,
    string? UndoneBy
);

/// <summary>Các lần nhập danh sách, the newest first.</summary>
public sealed class PlaceImportsQuery(OfficeDbContext db)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<PlaceImportRow>> ReadAsync(CancellationToken cancel) =>
        await db
            .PlaceImports.OrderByDescending(one => one.ReadAt)
            .Take(Most)
            .Select(one => new PlaceImportRow(
                one.Id,
                one.Kind,
                one.FileName,
                one.ByName,
                one.ReadAt,
                one.AcceptedCount,
                one.RejectedCount,
                one.ConfirmedAt,
                one.ConfirmedBy,
                one.UndoneAt,
                one.UndoneBy
            ))
            .ToListAsync(cancel);

    public Task<PlaceImport?> FindAsync(Guid id, CancellationToken cancel) => db.PlaceImports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
}

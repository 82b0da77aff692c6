using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>Khoản thu chuyển khoản of a period in the book: what did not come in cash and stands.</summary>
public sealed class TransfersQuery(OfficeDbContext db, FeeBookQuery book)
{
    public async Task<IReadOnlyList<BookedTransfer>> ReadAsync(LocalDate from, LocalDate to, Actor actor, CancellationToken cancel)
    {
        var entries = await new FeeFilter(from, to)
            .Of(book.Of(actor))
            .Where(entry => entry.Method != "cash" && entry.CancelledAt == null)
            .OrderBy(entry => entry.At)
            .ToListAsync(cancel);
        Guid[] ids = [.. entries.Select(entry => entry.DossierId).Distinct()];
        var rows = await db
            .DossierRows.Where(row => ids.Contains(row.DossierId))
            .Select(row => new
            {
                row.DossierId,
                row.Code,
                row.Reference,
            })
            .ToDictionaryAsync(row => row.DossierId, cancel);
        return
        [
            .. entries.Select(entry => new BookedTransfer(
                entry.DossierId,
                rows.GetValueOrDefault(entry.DossierId)?.Code ?? "",
                rows.GetValueOrDefault(entry.DossierId)?.Reference ?? "",
                entry.Number,
                entry.Amount,
                entry.At.Date
            )),
        ];
    }
}

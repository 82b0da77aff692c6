using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Nội dung đang nhập of each person: kept while they type, given back to them alone. What did its act is forgotten with it (<see cref="DoneActs"/>).
/// </summary>
public sealed class KeptForms(OfficeDbContext db)
{
    /// <summary>Nobody comes back to a form after so long.</summary>
    private static readonly Duration Life = Duration.FromDays(30);

    /// <summary>The forms of a page that somebody left.</summary>
    public async Task<IReadOnlyList<KeptForm>> OfAsync(Guid? account, string path, CancellationToken cancel) =>
        account is null
            ? []
            : await db
                .KeptForms.FromSql($"SELECT * FROM kept_forms WHERE account_id = {account} AND split_part(address, '?', 1) = {path}")
                .AsNoTracking()
                .OrderBy(form => form.Address)
                .ToListAsync(cancel);

    /// <summary>Keeps it in place of what was kept of the same form before.</summary>
    public Task KeepAsync(KeptForm form, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO kept_forms (account_id, address, dossier_id, fields, saved_at)
            VALUES ({form.AccountId}, {form.Address}, {form.DossierId}, {StoredJson.Write(form.Fields)}::jsonb, {form.SavedAt})
            ON CONFLICT (account_id, address) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at
            """,
            cancel
        );

    public Task DropAsync(Guid account, string address, CancellationToken cancel) =>
        db.KeptForms.Where(form => form.AccountId == account && form.Address == address).ExecuteDeleteAsync(cancel);

    public Task ForgetOldAsync(Instant now, CancellationToken cancel) => db.KeptForms.Where(form => form.SavedAt < now - Life).ExecuteDeleteAsync(cancel);
}

using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Ngôn ngữ đã chọn: mails go to somebody in the language that they chose last for the pages.</summary>
public sealed class ChosenLanguages(OfficeDbContext db)
{
    /// <summary>Keeps what somebody chose for themselves; null is Vietnamese.</summary>
    public Task KeepAsync(Guid accountId, string? language, CancellationToken cancel) =>
        db.Users.Where(account => account.Id == accountId).ExecuteUpdateAsync(change => change.SetProperty(account => account.Language, language), cancel);
}

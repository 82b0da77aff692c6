using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>The published versions of one procedure as an act changes them: one act after the other, each with all that the others did.</summary>
public sealed class ProcedureVersions(OfficeDbContext db, PublishedProcedures published, ProcedureCatalogue catalogue)
{
    /// <summary>Lets acts on one procedure's versions pass one after the other, and takes in what other processes published and withdrew.</summary>
    public async Task HoldAsync(string slug, CancellationToken cancel)
    {
        var name = $"procedure-versions/{slug}";
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
        await published.TakeAsync(catalogue, cancel);
    }

    /// <summary>The number of the last version that was published from a day, 0 where none was; and whether it was withdrawn.</summary>
    public async Task<(int Edition, bool IsWithdrawn)> LastOfAsync(string slug, LocalDate day, CancellationToken cancel)
    {
        var version = LocalDatePattern.Iso.Format(day);
        var edition = await db
            .PublishedVersions.Where(one => one.Kind == PublishedKind.Procedure && one.Key == slug && one.Version == version)
            .MaxAsync(one => (int?)one.Edition, cancel)
            ?? 0;
        var withdrawn = await db.WithdrawnVersions.AnyAsync(
            one => one.Kind == PublishedKind.Procedure && one.Key == slug && one.Version == version && one.Edition == edition,
            cancel
        );
        return (edition, withdrawn);
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>A dossier that was or is late, why, and when its letter of apology was given out, with the file of the letter.</summary>
public sealed record OverdueLine(
    Guid DossierId,
    string Code,
    string Applicant,
    string Procedure,
    string Unit,
    LocalDate? FirstDue,
    LocalDate? FinishedOn,
    string? Reason,
    LocalDateTime? ApologisedAt,
    string? Letter
);

/// <summary>
/// A page of them; <see cref="Next"/> is where the next one begins, <see cref="Count"/> how many there are, <see cref="Found"/> how many are listed.
/// </summary>
public sealed record OverduePage(IReadOnlyList<OverdueLine> Lines, Guid? Next, int Count, int Found);

/// <summary>Hồ sơ quá hạn of a period, as somebody finds them, the newest first.</summary>
public sealed class OverdueQuery(OfficeDbContext db, FigureSetsQuery sets, ReadableRowsQuery readable, ProcedureCatalogue catalogue)
{
    public async Task<OverduePage> ReadAsync(ReportPeriod period, string? unit, Actor actor, Guid? after, int size, CancellationToken cancel)
    {
        var late = sets.Of(DossierFigure.PastDue, unit, period.First, period.Last, inSuccessors: true);
        var rows = readable.Of(actor).Where(row => late.Any(one => one.DossierId == row.DossierId));
        var (count, listed) = (await late.CountAsync(cancel), await rows.CountAsync(cancel));
        if (after is { } last)
            rows = rows.Where(row => row.DossierId < last);
        var found = await rows.AsNoTracking().OrderByDescending(row => row.DossierId).Take(size + 1).ToListAsync(cancel);
        var shown = found.Take(size).ToList();
        Guid[] apologised = [.. shown.Where(row => row.RePromises > 0).Select(row => row.DossierId)];
        var slips = await db
            .Dossiers.AsNoTracking()
            .Where(dossier => apologised.Contains(dossier.Id))
            .Select(dossier => new { dossier.Id, dossier.Slips })
            .ToDictionaryAsync(dossier => dossier.Id, dossier => dossier.Slips.LastOrDefault(slip => slip.Kind == SlipKind.Apology), cancel);
        return new OverduePage(
            [.. shown.Select(row => LineOf(row, slips.GetValueOrDefault(row.DossierId), period.Last))],
            found.Count > size ? shown[^1].DossierId : null,
            count,
            listed
        );
    }

    private OverdueLine LineOf(DossierRow row, Slip? letter, LocalDate day) =>
        new(
            row.DossierId,
            row.Code ?? row.Reference,
            row.Applicant ?? HiddenApplicant.Shown,
            catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion),
            catalogue.Organisation.NameOf(catalogue.Organisation.KeyOn(row.FirstDivision, day)),
            row.FirstDue?.Date,
            row.FinishedAt?.Date,
            row.LateReason,
            letter?.At,
            letter?.FileHash
        );
}

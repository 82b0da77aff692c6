using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>What may be chosen as a reason: the templates of the administrator, then how the division worded it last.</summary>
public sealed record OfferedReasons(IReadOnlyList<string> Templates, IReadOnlyList<string> Earlier)
{
    public int Count => Templates.Count + Earlier.Count;
}

/// <summary>Mẫu lý do for an act on a dossier.</summary>
public sealed class ReasonsQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private const int MostTemplates = 30;
    private const int MostEarlier = 5;

    /// <summary>So many of the office's last acts of the kind are looked at, of whatever procedure.</summary>
    private const int LookedAt = 200;

    /// <summary>Longer ones tell of one case rather than of a kind.</summary>
    private const int LongestEarlier = 400;

    /// <summary>Those for its procedure before those for all.</summary>
    public async Task<OfferedReasons> ReadAsync(ReasonPurpose purpose, Dossier dossier, CancellationToken cancel)
    {
        var templates = await TemplatesAsync(purpose, dossier.ProcedureSlug, dossier.DivisionKey, cancel);
        return new OfferedReasons(templates, purpose == ReasonPurpose.SupplementItem ? [] : await EarlierAsync(ActOf(purpose), dossier, templates, cancel));
    }

    /// <summary>One reason for several: the templates of their procedure and office where these are the same, and those for all.</summary>
    public async Task<OfferedReasons> ReadAsync(ReasonPurpose purpose, IReadOnlyCollection<DossierRow> rows, CancellationToken cancel)
    {
        string[] procedures = [.. rows.Select(row => row.ProcedureSlug).Distinct(StringComparer.Ordinal)];
        string[] divisions = [.. rows.Select(row => row.DivisionKey).Distinct(StringComparer.Ordinal)];
        var templates = await TemplatesAsync(purpose, procedures is [var slug] ? slug : null, divisions is [var division] ? division : null, cancel);
        return new OfferedReasons(templates, []);
    }

    private async Task<List<string>> TemplatesAsync(ReasonPurpose purpose, string? slug, string? division, CancellationToken cancel)
    {
        var office = division is null ? null : catalogue.Organisation.For(division, clock.Today).Key;
        return await db
            .ReasonTemplates.AsNoTracking()
            .Where(template =>
                template.Purpose == purpose
                && (template.ProcedureSlug == null || template.ProcedureSlug == slug)
                && (template.Office == null || template.Office == office)
            )
            .OrderBy(template => template.ProcedureSlug == null)
            .ThenBy(template => template.Text)
            .Select(template => template.Text)
            .Take(MostTemplates)
            .ToListAsync(cancel);
    }

    /// <summary>Of the same procedure in the same division; what hides its sender is worded for nobody else.</summary>
    private async Task<IReadOnlyList<string>> EarlierAsync(DossierAct act, Dossier dossier, List<string> templates, CancellationToken cancel)
    {
        var last = db.History.AsNoTracking().Where(line => line.Act == act && line.Note != null).OrderByDescending(line => line.Id).Take(LookedAt);
        var notes = await last.Join(
                db.DossierRows.Where(row =>
                    row.ProcedureSlug == dossier.ProcedureSlug && row.DivisionKey == dossier.DivisionKey && !row.HidesApplicant && row.DossierId != dossier.Id
                ),
                line => line.DossierId,
                row => row.DossierId,
                (line, row) => line
            )
            .OrderByDescending(line => line.Id)
            .Select(line => line.Note!)
            .ToListAsync(cancel);
        return
        [
            .. notes
                .Select(note => note.Trim())
                .Where(note => note.Length is > 0 and <= LongestEarlier)
                .Except(templates, StringComparer.OrdinalIgnoreCase)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostEarlier),
        ];
    }

    private static DossierAct ActOf(ReasonPurpose purpose) =>
        purpose switch
        {
            ReasonPurpose.SendBack => DossierAct.SendBack,
            ReasonPurpose.Supplement => DossierAct.AskSupplement,
            ReasonPurpose.RefuseAtDoor => DossierAct.RefuseAtDoor,
            ReasonPurpose.RefuseResult => DossierAct.DraftResult,
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No act tells how this was worded."),
        };
}

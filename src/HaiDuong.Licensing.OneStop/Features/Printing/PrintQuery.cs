using HaiDuong.Licensing.Documents.Pdf;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Printing;

/// <summary>One paper of a dossier as it is kept: the newest of its kind. <see cref="Slip"/> is null for the result.</summary>
public sealed record PrintPaper(PrintKind Kind, string Hash, Slip? Slip, bool IsWhole);

/// <summary>A chosen dossier with its papers; <see cref="Dossier"/> is null when its reader may not read it any more.</summary>
public sealed record PrintLine(Guid DossierId, Dossier? Dossier, string Code, string? Procedure, IReadOnlyList<PrintPaper> Papers)
{
    /// <summary>The paper of a kind, if it can be printed.</summary>
    public PrintPaper? Whole(PrintKind kind) => Papers.FirstOrDefault(paper => paper.Kind == kind && paper.IsWhole);

    /// <summary>Signed, but without its number and seal: no result yet.</summary>
    public bool IsSignedAlone => Dossier?.Decision is { IssuedFile: null };
}

/// <summary>What was chosen to be printed, in its order.</summary>
public sealed record PrintSheet(PrintChoice Choice, IReadOnlyList<PrintLine> Lines)
{
    /// <summary>The kinds of which at least one dossier has a paper.</summary>
    public IReadOnlyList<PrintKind> Kinds => [.. Lines.SelectMany(line => line.Papers).Select(paper => paper.Kind).Distinct().Order()];

    public int Count(PrintKind kind) => Lines.Count(line => line.Whole(kind) is not null);
}

/// <summary>Reads the papers of chosen dossiers as their pages would show them to the same person, and binds them into one file.</summary>
public sealed class PrintQuery(OfficeDbContext db, ActDesk desk, ReadersCopy copy, HiddenDossierLog log, KeptFiles files, ProcedureCatalogue catalogue)
{
    /// <summary>Somebody's own choice; null when it is not theirs.</summary>
    public async Task<PrintSheet?> ReadAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var choice = await db.PrintChoices.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.AccountId == actor.AccountId, cancel);
        if (choice is null)
            return null;
        var found = await db
            .Dossiers.AsNoTracking()
            .Include(dossier => dossier.Work)
            .Where(dossier => choice.Dossiers.Contains(dossier.Id))
            .ToDictionaryAsync(dossier => dossier.Id, cancel);
        var lines = new List<PrintLine>();
        foreach (var dossierId in choice.Dossiers)
            lines.Add(found.TryGetValue(dossierId, out var dossier) ? await LineAsync(dossier, actor, cancel) : new PrintLine(dossierId, null, "", null, []));
        return new PrintSheet(choice, lines);
    }

    /// <summary>The papers of the kinds, dossier by dossier; null when there is none.</summary>
    /// <param name="sheet">What was chosen.</param>
    /// <param name="kinds">Which papers.</param>
    /// <param name="onOwnSheets">Each begins on a sheet of its own, when both sides are printed.</param>
    /// <param name="actor">Who prints.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="DamagedFileException">A file is not as it was kept.</exception>
    public async Task<byte[]?> BindAsync(PrintSheet sheet, IReadOnlyCollection<PrintKind> kinds, bool onOwnSheets, Actor actor, CancellationToken cancel)
    {
        var binder = new PdfBinder();
        foreach (var line in sheet.Lines)
        foreach (var paper in kinds.Distinct().Order().Select(line.Whole).OfType<PrintPaper>())
        {
            if (paper.Slip is { } slip)
                await log.ReadAsync(line.Dossier!, actor, slip, cancel);
            binder.Add(await files.ReadAsync(paper.Hash, cancel), onOwnSheets);
        }

        return binder.Pages > 0 ? binder.ToBytes() : null;
    }

    private async Task<PrintLine> LineAsync(Dossier dossier, Actor actor, CancellationToken cancel)
    {
        var act = desk.ContextFor(dossier, actor);
        var (organisation, today) = (act.Rules.Organisation, act.Local.Date);
        if (!AccessTable.MayRead(actor, dossier, organisation, today) || AccessTable.AgencyOf(actor, dossier, organisation, today) is not null)
            return new PrintLine(dossier.Id, null, "", null, []);
        await copy.LimitAsync(dossier, act, cancel);
        var papers = new List<PrintPaper>();
        var given = dossier.Slips.Where(slip => slip.Kind != SlipKind.Receipt || !dossier.Due.IsVoid);
        foreach (var slip in given.GroupBy(slip => slip.Kind).Select(same => same.Last()))
            papers.Add(await PaperAsync(Enum.Parse<PrintKind>(slip.Kind.ToString()), slip.FileHash, slip, cancel));
        if (dossier.Decision?.IssuedFile is { } issued)
            papers.Add(await PaperAsync(PrintKind.Result, issued, null, cancel));
        return new PrintLine(
            dossier.Id,
            dossier,
            HiddenApplicant.CodeFor(actor, dossier.Code, dossier.Reference),
            catalogue.NameOf(dossier.ProcedureSlug, dossier.ProcedureVersion),
            [.. papers.OrderBy(paper => paper.Kind)]
        );
    }

    private async Task<PrintPaper> PaperAsync(PrintKind kind, string hash, Slip? slip, CancellationToken cancel) =>
        new(kind, hash, slip, await files.Documents.LookAsync(hash, cancel) == FileCondition.Intact);
}

using HaiDuong.Licensing.Documents;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>Prints the slips of the regime a dossier was received under (Mẫu 01–06) and keeps each as it was given out.</summary>
public sealed class SlipPress(
    ProcedureCatalogue catalogue,
    LetterModel model,
    OfficialDocumentRenderer renderer,
    OfficeDbContext db,
    NumberSeries numbers,
    KeptFiles files
)
{
    /// <summary>Prints a slip from the dossier as it is after the act, inside the act's transaction.</summary>
    public async Task PrintAsync(SlipKind kind, Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var pdf = Render(kind, dossier, act, kind == SlipKind.Control ? await HandedAsync(dossier, cancel) : []);
        await numbers.TakeExpectedAsync(cancel);
        var hash = await files.KeepAsync(pdf, cancel);
        dossier.Keep(new Slip(kind, hash, act.Local));
    }

    /// <summary>The slip as it would be printed now, without keeping it.</summary>
    public byte[] Render(SlipKind kind, Dossier dossier, ActContext act, IReadOnlyList<TransferList>? handed = null)
    {
        // A slip carries the reference by which the counter takes in a supplement; only what is sent to the sender names them.
        var hidesSender = dossier.HidesApplicant && kind is not (SlipKind.Apology or SlipKind.Stop);
        var content = catalogue.Slip(dossier.RegimeName, NameOf(kind)).Fill(model.Of(dossier, act, hidesSender, handed));
        return renderer.Render(model.Slip(content, dossier, act, hidesSender));
    }

    /// <summary>The lists by which the paper of a dossier was received, which the control slip tells.</summary>
    private Task<List<TransferList>> HandedAsync(Dossier dossier, CancellationToken cancel) =>
        db
            .TransferLists.AsNoTracking()
            .Where(list => list.Lines.Any(line => line.DossierId == dossier.Id && line.State == TransferState.Taken))
            .ToListAsync(cancel);

    private static string NameOf(SlipKind kind) => kind.ToString().ToLowerInvariant();
}

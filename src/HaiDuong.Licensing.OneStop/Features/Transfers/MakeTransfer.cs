using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Transfers;

public sealed record MakeTransferRequest(TransferWay Way, string Division, IReadOnlyCollection<Guid> Dossiers);

/// <summary>
/// Lập danh sách bàn giao: of what waits between a counter and a division, up to two hundred at once. Refused: TransferNotYours to whoever does not give there,
/// TransferNothingChosen, TransferTooMany, and TransferNotWaiting when some of it waits no more.
/// </summary>
public sealed class MakeTransfer(
    OfficeDbContext db,
    OncePerForm frame,
    NumberSeries numbers,
    WaitingPapersQuery waiting,
    ProcedureCatalogue catalogue,
    OfficeClock clock
)
{
    /// <summary>The list that was made.</summary>
    public Task<(Guid? Made, IReadOnlyList<Refusal> Refusals)> DoAsync(MakeTransferRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => MakeAsync(request, actor, cancel), cancel);

    private async Task<(Guid?, IReadOnlyList<Refusal>)> MakeAsync(MakeTransferRequest request, Actor actor, CancellationToken cancel)
    {
        if (waiting.DesksOf(actor).FirstOrDefault(own => own.Way == request.Way && own.Division == request.Division) is not { } desk)
            return (null, [new Refusal(nameof(RefusalCode.TransferNotYours))]);
        Guid[] chosen = [.. request.Dossiers.Distinct()];
        if (chosen.Length == 0)
            return (null, [new Refusal(nameof(RefusalCode.TransferNothingChosen), "Chosen")]);
        if (chosen.Length > TransferList.Most)
            return (null, [new Refusal(nameof(RefusalCode.TransferTooMany), "Chosen", TransferList.Most)]);
        var office = catalogue.Organisation.For(desk.Division, clock.Today);
        // Before it is asked what waits: two who choose the same come here one after the other.
        var number = await numbers.NextTransferNumberAsync(office.Key, clock.Today.Year, office.Symbol, cancel);
        var rows = await waiting.Of(desk).Where(row => chosen.Contains(row.DossierId)).OrderBy(row => row.Code).ToListAsync(cancel);
        if (rows.Count < chosen.Length)
            return (null, [new Refusal(nameof(RefusalCode.TransferNotWaiting), "Chosen", chosen.Length - rows.Count)]);
        var list = TransferList.Make(desk.Way, desk.Division, desk.Counter, number, await GivenAsync(rows, desk.Way, cancel), actor, clock.Now);
        db.TransferLists.Add(list);
        await db.SaveChangesAsync(cancel);
        return (list.Id, []);
    }

    /// <summary>The dossiers with the papers that go along: of one that was handed over before, what came since.</summary>
    private async Task<IEnumerable<TransferredDossier>> GivenAsync(IReadOnlyList<DossierRow> rows, TransferWay way, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.DossierId).ToList();
        var dossiers = await db.Dossiers.AsNoTracking().Where(dossier => ids.Contains(dossier.Id)).ToDictionaryAsync(dossier => dossier.Id, cancel);
        var handed = await db
            .TransferLists.Where(list => list.Way == TransferWay.ToDivision)
            .SelectMany(list => list.Lines)
            .Where(line => ids.Contains(line.DossierId) && line.State == TransferState.Taken)
            .GroupBy(line => line.DossierId)
            .Select(lines => new { lines.Key, Round = lines.Max(line => line.Round) })
            .ToDictionaryAsync(last => last.Key, last => last.Round, cancel);
        return rows.Select(row =>
        {
            var (dossier, procedure) = (dossiers[row.DossierId], catalogue.Version(row.ProcedureSlug, row.ProcedureVersion));
            var papers =
                way == TransferWay.ToCounter
                    ? PapersOnHand.ToGiveOut(dossier, procedure)
                    : PapersOnHand.Of(dossier, procedure, handed.GetValueOrDefault(row.DossierId, PapersOnHand.None));
            return new TransferredDossier(row.DossierId, row.PaperRound ?? 0, papers);
        });
    }
}

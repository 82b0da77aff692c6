using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Batches;

/// <summary>What is to be done, to which dossiers in which order, and the list that they were chosen in.</summary>
public sealed record ChooseBatchRequest(BatchKind Kind, IReadOnlyList<Guid> Dossiers, string? Place);

/// <summary>
/// Chọn hồ sơ để làm hàng loạt: keeps what was chosen, as it was seen, for the page that says what will happen. Nothing is done to any dossier yet. Refused:
/// BatchNotYours, BatchNothingChosen, BatchTooMany.
/// </summary>
public sealed class ChooseBatch(OfficeDbContext db, OncePerForm frame, BatchActs acts, ReadableRowsQuery readable, Rulebooks rulebooks, OfficeClock clock)
{
    /// <summary>Gives the id of the batch.</summary>
    public Task<(Guid Made, IReadOnlyList<Refusal> Refusals)> DoAsync(ChooseBatchRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => ChooseAsync(request, actor, cancel), cancel);

    private async Task<(Guid Made, IReadOnlyList<Refusal> Refusals)> ChooseAsync(ChooseBatchRequest request, Actor actor, CancellationToken cancel)
    {
        if (!acts.For(actor).Contains(request.Kind) || actor.AccountId is not { } account)
            return (Guid.Empty, [new Refusal(nameof(RefusalCode.BatchNotYours))]);
        Guid[] chosen = [.. request.Dossiers.Distinct()];
        if (chosen.Length > Batch.Most)
            return (Guid.Empty, [new Refusal(nameof(RefusalCode.BatchTooMany), null, Batch.Most)]);
        var rows = await readable.Of(actor).AsNoTracking().Where(row => chosen.Contains(row.DossierId)).ToDictionaryAsync(row => row.DossierId, cancel);
        if (rows.Count == 0)
            return (Guid.Empty, [new Refusal(nameof(RefusalCode.BatchNothingChosen))]);
        var steps = acts.Of(request.Kind).Step is { } kind ? await StepsAsync(kind, rows, cancel) : [];
        var id = Guid.CreateVersion7();
        db.Batches.Add(
            new Batch
            {
                Id = id,
                Kind = request.Kind,
                AccountId = account,
                Place = request.Place,
                Culture = CultureInfo.CurrentUICulture.Name,
                ChosenAt = clock.Now,
                Items =
                [
                    .. chosen
                        .Where(rows.ContainsKey)
                        .Select(
                            (dossier, index) =>
                                new BatchItem
                                {
                                    Id = Guid.CreateVersion7(),
                                    BatchId = id,
                                    Ordinal = index + 1,
                                    DossierId = dossier,
                                    Code = HiddenApplicant.CodeFor(actor, rows[dossier].Code, rows[dossier].Reference),
                                    Revision = rows[dossier].Revision,
                                    StepId = steps.GetValueOrDefault(dossier),
                                }
                        ),
                ],
            }
        );
        await db.SaveChangesAsync(cancel);
        return (id, []);
    }

    /// <summary>The waiting step of the kind of each dossier that has one.</summary>
    private async Task<Dictionary<Guid, string>> StepsAsync(StepKind kind, Dictionary<Guid, DossierRow> rows, CancellationToken cancel)
    {
        Guid[] dossiers = [.. rows.Keys];
        string[] steps = [.. rulebooks.StepsOf(kind)];
        var waiting = await db
            .WorkItems.AsNoTracking()
            .Where(item => dossiers.Contains(item.DossierId) && steps.Contains(item.StepId))
            .Select(item => new { item.DossierId, item.StepId })
            .ToListAsync(cancel);
        return waiting
            .Where(item => rulebooks.RouteOf(rows[item.DossierId].RouteId).Steps.Any(step => step.Id == item.StepId && step.Kind == kind))
            .DistinctBy(item => item.DossierId)
            .ToDictionary(item => item.DossierId, item => item.StepId);
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Printing;

/// <summary>Of which dossiers, in which order, and the list in which they were chosen.</summary>
public sealed record ChoosePrintRequest(IReadOnlyList<Guid> Dossiers, string? Place);

/// <summary>
/// Chọn hồ sơ để in: keeps what was ticked for a day, under an address that can be opened again. Refused: PrintNotYours, BatchNothingChosen, BatchTooMany.
/// </summary>
public sealed class ChoosePrint(OfficeDbContext db, OncePerForm frame, ReadableRowsQuery readable, OfficeClock clock)
{
    /// <summary>Gives the id of the choice.</summary>
    public Task<(Guid Made, IReadOnlyList<Refusal> Refusals)> DoAsync(ChoosePrintRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => ChooseAsync(request, actor, cancel), cancel);

    private async Task<(Guid Made, IReadOnlyList<Refusal> Refusals)> ChooseAsync(ChoosePrintRequest request, Actor actor, CancellationToken cancel)
    {
        if (!ForListReadersAttribute.Door.Admits(actor) || actor.AccountId is not { } account)
            return (Guid.Empty, [new Refusal(nameof(RefusalCode.PrintNotYours))]);
        Guid[] chosen = [.. request.Dossiers.Distinct()];
        if (chosen.Length > Batch.Most)
            return (Guid.Empty, [new Refusal(nameof(RefusalCode.BatchTooMany), null, Batch.Most)]);
        var found = await readable.Of(actor).Where(row => chosen.Contains(row.DossierId)).Select(row => row.DossierId).ToListAsync(cancel);
        if (found.Count == 0)
            return (Guid.Empty, [new Refusal(nameof(RefusalCode.BatchNothingChosen))]);
        var choice = new PrintChoice
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            Dossiers = [.. chosen.Where(found.Contains)],
            Place = request.Place,
            ChosenAt = clock.Now,
        };
        db.PrintChoices.Add(choice);
        await db.SaveChangesAsync(cancel);
        return (choice.Id, []);
    }
}

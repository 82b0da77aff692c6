using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Batches;

/// <summary>One that was left ticked: done, or sent back with a reason.</summary>
public sealed record BatchChoice(Guid ItemId, bool SendsBack, string? Reason);

/// <summary>What was confirmed: the ticked ones, and what is said of all; the person once more where signatures ask the password.</summary>
public sealed record StartBatchRequest(Guid BatchId, IReadOnlyList<BatchChoice> Choices, Guid? SpecialistId, string? Note, ProvedActor? Signer);

/// <summary>
/// Bắt đầu làm hàng loạt: from here on the dossiers are done one by one in the background. Refused: BatchNotYours, BatchStarted, BatchNothingChosen,
/// SpecialistRequired, ReasonRequired, BatchReasonMissing, ProofRequired.
/// </summary>
public sealed class StartBatch(OfficeDbContext db, OncePerForm frame, OfficeClock clock, BatchBell bell)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(StartBatchRequest request, Actor actor, CancellationToken cancel)
    {
        var refusals = await frame.DoAsync(actor, () => StartAsync(request, actor, cancel), cancel);
        if (refusals.Count == 0)
            bell.Ring();
        return refusals;
    }

    private async Task<IReadOnlyList<Refusal>> StartAsync(StartBatchRequest request, Actor actor, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM batches WHERE id = {request.BatchId} FOR UPDATE", cancel);
        var batch = await db
            .Batches.Include(one => one.Items)
            .SingleOrDefaultAsync(one => one.Id == request.BatchId && one.AccountId == actor.AccountId, cancel);
        if (batch is null)
            return [new Refusal(nameof(RefusalCode.BatchNotYours))];
        if (batch.StartedAt is not null)
            return [new Refusal(nameof(RefusalCode.BatchStarted))];
        if (WhyNot(batch, request) is { Count: > 0 } refusals)
            return refusals;
        batch.Start(
            request.SpecialistId,
            VietnameseText.Clean(request.Note ?? "") is { Length: > 0 } note ? note : null,
            request.Signer is not null,
            clock.Now
        );
        foreach (var item in batch.Items)
        {
            if (request.Choices.FirstOrDefault(choice => choice.ItemId == item.Id) is { } choice)
                item.Queue(choice.SendsBack, string.IsNullOrWhiteSpace(choice.Reason) ? null : choice.Reason.Trim());
            else
                db.BatchItems.Remove(item);
        }

        await db.SaveChangesAsync(cancel);
        return [];
    }

    /// <summary>What would be refused of every one is said before any is tried.</summary>
    private static IReadOnlyList<Refusal> WhyNot(Batch batch, StartBatchRequest request)
    {
        var chosen = batch.Items.Where(item => request.Choices.Any(choice => choice.ItemId == item.Id)).ToList();
        if (chosen.Count == 0)
            return [new Refusal(nameof(RefusalCode.BatchNothingChosen))];
        return
        [
            .. batch.Kind == BatchKind.Assign && request.SpecialistId is null
                ? [new Refusal(nameof(RefusalCode.SpecialistRequired), "Specialist")]
                : (Refusal[])[],
            .. batch.Kind == BatchKind.Release && string.IsNullOrWhiteSpace(request.Note)
                ? [new Refusal(nameof(RefusalCode.ReasonRequired), "Note")]
                : (Refusal[])[],
            .. batch.Kind == BatchKind.Sign && request.Signer is null && request.Choices.Any(choice => !choice.SendsBack)
                ? [new Refusal(nameof(RefusalCode.ProofRequired), StepUp.Field)]
                : (Refusal[])[],
            .. request
                .Choices.Where(choice => choice.SendsBack && string.IsNullOrWhiteSpace(choice.Reason))
                .Join(
                    chosen,
                    choice => choice.ItemId,
                    item => item.Id,
                    (_, item) => new Refusal(nameof(RefusalCode.BatchReasonMissing), ReasonField(item.Id), item.Code)
                ),
        ];
    }

    /// <summary>The field with the reason of those of a procedure, where there are several.</summary>
    public static string ReasonField(string procedure) => $"ly-do-thu-tuc-{procedure}";

    /// <summary>The field with the reason of one.</summary>
    public static string ReasonField(Guid item) => $"ly-do-{item:N}";
}

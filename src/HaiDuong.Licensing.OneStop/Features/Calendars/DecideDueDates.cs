using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <param name="KnownAt">The state of the calendar that the list showed.</param>
/// <param name="Chosen">The dossiers decided on; null is the whole list.</param>
/// <param name="Decision">Adopt the new dates or keep the old ones.</param>
/// <param name="Reason">Why the old ones are kept.</param>
public sealed record DecideDueDatesRequest(LocalDateTime KnownAt, IReadOnlyList<Guid>? Chosen, DueDateDecision Decision, string? Reason);

/// <summary>Why nothing was decided, or for how many dossiers it was.</summary>
public sealed record DecideDueDatesResult(IReadOnlyList<Refusal> Refusals, int Decided);

/// <summary>
/// Quyết định về hạn: writes down what the head decided, for any number of dossiers at once; <see cref="ApplyDueDates"/> then does it dossier by dossier.
/// </summary>
public sealed class DecideDueDates(OfficeDbContext db, OncePerForm once, OfficeClock clock)
{
    public async Task<DecideDueDatesResult> DoAsync(DecideDueDatesRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.CentreLeader))
            return Refused(nameof(RefusalCode.CalendarDeciderOnly));
        if (request.Decision == DueDateDecision.Keep && string.IsNullOrWhiteSpace(request.Reason))
            return Refused(nameof(RefusalCode.ReasonRequired), "reason");
        if (request.Chosen is { Count: 0 })
            return Refused(nameof(RefusalCode.NothingChosen));
        var (decided, refusals) = await once.DoAsync(actor, () => WriteAsync(request, actor, cancel), cancel);
        return new DecideDueDatesResult(refusals, decided);
    }

    private async Task<(int, IReadOnlyList<Refusal>)> WriteAsync(DecideDueDatesRequest request, Actor actor, CancellationToken cancel)
    {
        var listed = db.DueDateChanges.Where(change => change.Decision == null && change.KnownAt == request.KnownAt);
        if (request.Chosen is { } chosen)
            listed = listed.Where(change => chosen.Contains(change.DossierId));
        var decided = await listed.ExecuteUpdateAsync(
            row =>
                row.SetProperty(change => change.Decision, request.Decision)
                    .SetProperty(change => change.Reason, request.Reason)
                    .SetProperty(change => change.DecidedById, actor.AccountId)
                    .SetProperty(change => change.DecidedBy, actor.Name)
                    .SetProperty(change => change.DecidedAt, clock.Now),
            cancel
        );
        return (decided, decided > 0 ? [] : [new Refusal(nameof(RefusalCode.DueDateListChanged))]);
    }

    private static DecideDueDatesResult Refused(string code, string? field = null) => new([new Refusal(code, field)], 0);
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Features.Administration;

/// <summary>Which fact, why, and how many lines about it the person saw.</summary>
public sealed record WithdrawFactRequest(string File, string Path, string Reason, int Seen);

/// <summary>Rút xác nhận: an earlier confirmation holds no longer; it stays in the history and the mark is shown again.</summary>
public sealed class WithdrawFact(FactsQuery facts, FactConfirmationStore store, OfficeClock clock)
{
    /// <summary>Every reason why it is not withdrawn; empty when it is.</summary>
    public async Task<IReadOnlyList<Refusal>> DoAsync(WithdrawFactRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal("FactAdministratorOnly")];
        if (await facts.FindAsync(request.File, request.Path, cancel) is not var (file, fact))
            return [new Refusal("FactUnknown")];
        var lines = await store.OfAsync(request.File, request.Path, cancel);
        var line = Line(request, fact, lines.Count + 1, actor);
        if (line.Check() is { Count: > 0 } missing)
            return missing;
        if (lines.Count != request.Seen)
            return [new Refusal("FactConfirmedMeanwhile")];
        if (new ConfirmedFacts(lines).Of(file.Key, fact) is null)
            return [new Refusal("FactNotConfirmed")];
        return await store.AddAsync(line, cancel) ? [] : [new Refusal("FactConfirmedMeanwhile")];
    }

    private FactConfirmation Line(WithdrawFactRequest request, Fact fact, int ordinal, Actor actor) => new()
    {
        FileKey = request.File,
        Path = request.Path,
        Ordinal = ordinal,
        Mark = FactMark.Withdrawn,
        Statement = fact.Statement,
        Note = VietnameseText.Clean(request.Reason),
        At = clock.Local,
        ById = actor.AccountId,
        By = actor.Name,
    };
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>
/// The frame of whatever is done with a legal fact (dữ kiện pháp lý): an administrator adds a line to those that he saw. The same line sent twice is one.
/// </summary>
public sealed class FactDesk(OncePerForm once, FactsQuery facts, FactConfirmationStore store, OfficeClock clock)
{
    /// <param name="said">What the person did and typed; the rest of the line is filled in here.</param>
    /// <param name="seen">How many lines about the fact the person saw.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="against">What speaks against it, with what holds now: whether the fact stands without doubt, and whether by a line of this office.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Every reason why the line is not added; empty when it is.</returns>
    public async Task<IReadOnlyList<Refusal>> AddAsync(
        FactConfirmation said,
        int seen,
        Actor actor,
        Func<bool, bool, Refusal?> against,
        CancellationToken cancel
    )
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal(nameof(RefusalCode.FactAdministratorOnly))];
        return await once.DoAsync(actor, () => WriteAsync(said, seen, actor, against, cancel), cancel);
    }

    private async Task<IReadOnlyList<Refusal>> WriteAsync(
        FactConfirmation said,
        int seen,
        Actor actor,
        Func<bool, bool, Refusal?> against,
        CancellationToken cancel
    )
    {
        if (await facts.FindAsync(said.FileKey, said.Path, cancel) is not var (file, fact))
            return [new Refusal(nameof(RefusalCode.FactUnknown))];
        var lines = await store.OfAsync(said.FileKey, said.Path, cancel);
        var line = said with { Ordinal = lines.Count + 1, Statement = fact.Statement, At = clock.Local, ById = actor.AccountId, By = actor.Name };
        if (line.Check() is { Count: > 0 } missing)
            return missing;
        if (lines.Count > 0 && line with { Ordinal = lines[^1].Ordinal, At = lines[^1].At, Note = lines[^1].Note } == lines[^1])
            return [];
        if (lines.Count != seen)
            return [new Refusal(nameof(RefusalCode.FactConfirmedMeanwhile))];
        if (against(file.Holds(fact), new ConfirmedFacts(lines).Of(file.Key, fact) is not null) is { } refused)
            return [refused];
        return await store.AddAsync(line, cancel) ? [] : [new Refusal(nameof(RefusalCode.FactConfirmedMeanwhile))];
    }

    /// <summary>A line as the person means it, without what the office fills in.</summary>
    internal static FactConfirmation Line(string file, string path, FactMark mark, string note) =>
        new()
        {
            FileKey = file,
            Path = path,
            Mark = mark,
            Note = VietnameseText.Clean(note),
            Ordinal = 0,
            Statement = "",
            At = default,
            ById = null,
            By = "",
        };
}

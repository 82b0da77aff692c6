using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Administration;

/// <summary>Which fact, by which document, and how many lines about it the person saw.</summary>
public sealed record ConfirmFactRequest(string File, string Path, string DocumentKind, string DocumentNumber, LocalDate? DocumentDate, string Note, int Seen);

/// <summary>Xác nhận dữ kiện pháp lý: the fact was compared with the document; the published text stays, its mark on the public pages goes.</summary>
public sealed class ConfirmFact(FactsQuery facts, FactConfirmationStore store, OfficeClock clock)
{
    /// <summary>Every reason why it is not confirmed; empty when it is. The same confirmation sent twice is one.</summary>
    public async Task<IReadOnlyList<Refusal>> DoAsync(ConfirmFactRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal("FactAdministratorOnly")];
        if (await facts.FindAsync(request.File, request.Path, cancel) is not var (file, fact))
            return [new Refusal("FactUnknown")];
        var lines = await store.OfAsync(request.File, request.Path, cancel);
        var line = Line(request, fact, lines.Count + 1, actor);
        if (line.Check() is { Count: > 0 } missing)
            return missing;
        if (new ConfirmedFacts(lines).Of(file.Key, fact) is { } held && IsSame(held, line))
            return [];
        if (lines.Count != request.Seen)
            return [new Refusal("FactConfirmedMeanwhile")];
        if (file.Holds(fact))
            return [new Refusal("FactAlreadyConfirmed")];
        return await store.AddAsync(line, cancel) ? [] : [new Refusal("FactConfirmedMeanwhile")];
    }

    private FactConfirmation Line(ConfirmFactRequest request, Fact fact, int ordinal, Actor actor) => new()
    {
        FileKey = request.File,
        Path = request.Path,
        Ordinal = ordinal,
        Mark = FactMark.Confirmed,
        Statement = fact.Statement,
        DocumentKind = VietnameseText.Clean(request.DocumentKind),
        DocumentNumber = VietnameseText.Clean(request.DocumentNumber),
        DocumentDate = request.DocumentDate,
        Note = VietnameseText.Clean(request.Note),
        At = clock.Local,
        ById = actor.AccountId,
        By = actor.Name,
    };

    private static bool IsSame(FactConfirmation held, FactConfirmation sent) =>
        (held.ById, held.DocumentKind, held.DocumentNumber, held.DocumentDate) == (sent.ById, sent.DocumentKind, sent.DocumentNumber, sent.DocumentDate);
}

using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>A document of the office that the applicant may fetch: a slip given to them, or the issued result.</summary>
public sealed record TrackedFile(string Kind, string Hash, LocalDateTime At)
{
    /// <summary>Newest first. The control slip stays inside the office; a receipt that is void is offered to nobody.</summary>
    public static IReadOnlyList<TrackedFile> Of(Dossier dossier)
    {
        var slips = dossier
            .Slips.Where(slip => slip.Kind != SlipKind.Control && !(slip.Kind == SlipKind.Receipt && dossier.Due.IsVoid))
            .Select(slip => new TrackedFile(slip.Kind.ToString(), slip.FileHash, slip.At));
        IEnumerable<TrackedFile> result = dossier.Decision is { IssuedFile: { } file, SealedAt: { } at } decision
            ? [new TrackedFile(decision.Kind == DecisionKind.Grant ? "Grant" : "Refuse", file, at)]
            : [];
        return [.. result, .. slips.OrderByDescending(slip => slip.At)];
    }
}

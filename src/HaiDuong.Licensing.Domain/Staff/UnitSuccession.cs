using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>
/// Công bố thay đổi tổ chức: a unit ends and another takes over its work, as an administrator announced it on top of the files. Never
/// changed, never deleted; a correction is a later announcement about the same unit before its day.
/// </summary>
public sealed class UnitSuccession
{
    public long Id { get; private set; }

    public required string Unit { get; init; }

    public required string Successor { get; init; }

    /// <summary>The first day of the successor; nothing moves before it.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The document it rests on (số, ngày văn bản).</summary>
    public required string Source { get; init; }

    public required LocalDateTime PublishedAt { get; init; }

    public required Guid? PublishedById { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>
    /// What speaks against announcing it: UnitUnknown, SuccessorUnknown, SuccessorSelf, SuccessorKind, SuccessorNotLiving, SuccessionInPast, UnitEnded,
    /// SourceRequired.
    /// </summary>
    public IReadOnlyList<Refusal> Check(Organisation organisation, LocalDate today)
    {
        var (unit, successor) = (organisation.Find(Unit), organisation.Find(Successor));
        var refusals = new List<Refusal>();
        if (unit is null)
            refusals.Add(new Refusal(nameof(RefusalCode.UnitRequired), "unit"));
        else if (unit.ValidTo < today)
            refusals.Add(new Refusal(nameof(RefusalCode.UnitEnded), "unit", unit.ValidTo));
        if (successor is null)
            refusals.Add(new Refusal(nameof(RefusalCode.SuccessorRequired), "successor"));
        else if (Successor == Unit || organisation.PredecessorsOf(Unit).Contains(Successor))
            refusals.Add(new Refusal(nameof(RefusalCode.SuccessorSelf), "successor"));
        else if (unit is not null && successor.Kind != unit.Kind)
            refusals.Add(new Refusal(nameof(RefusalCode.SuccessorKind), "successor"));
        else if (organisation.Living(Successor, From) is null)
            refusals.Add(new Refusal(nameof(RefusalCode.SuccessorNotLiving), "successor", From));
        if (From <= today)
            refusals.Add(new Refusal(nameof(RefusalCode.SuccessionInPast), "from", today.PlusDays(1)));
        if (string.IsNullOrWhiteSpace(Source))
            refusals.Add(new Refusal(nameof(RefusalCode.SuccessionSource), "source"));
        return refusals;
    }
}

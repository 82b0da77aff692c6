using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Absences;

/// <summary>What is recorded: who is away or gives work, who stands in, when, in which role, how they sign and by which document.</summary>
public sealed record StandInRequest(Guid Person, bool IsAway, Guid? Substitute, StaffRole? Role, LocalDate From, LocalDate? To)
{
    public SigningForm? Form { get; init; }

    public string Position { get; init; } = "";

    public IReadOnlyList<string> Procedures { get; init; } = [];

    public string DocumentNumber { get; init; } = "";

    public LocalDate? DocumentDate { get; init; }

    public string Note { get; init; } = "";

    /// <summary>The fact that this one stands in place of.</summary>
    public long? Replaces { get; init; }

    /// <summary>Ghi nhầm.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>
/// Ghi vắng mặt, giao thay, giao ký; a correction is a new fact that replaces the one before. Refused: StandInNotYours to whoever may not for this person, and
/// what <see cref="StandInRules"/> refuses.
/// </summary>
public sealed class RecordStandIn(OfficeDbContext db, OncePerForm frame, StandInCaseQuery known, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(StandInRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => RecordAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> RecordAsync(StandInRequest request, Actor actor, CancellationToken cancel)
    {
        var all = await known.ReadAsync(cancel);
        var fact = new StandIn
        {
            PersonId = all.Names.ContainsKey(request.Person) ? request.Person : Guid.Empty,
            PersonName = all.Names.GetValueOrDefault(request.Person) ?? "",
            IsAway = request.IsAway,
            SubstituteId = request.Substitute is { } substitute && all.Names.ContainsKey(substitute) ? substitute : null,
            SubstituteName = request.Substitute is { } named ? all.Names.GetValueOrDefault(named) : null,
            Role = request.Role,
            ValidFrom = request.From,
            ValidTo = request.To,
            Form = request.Form,
            Position = request.Form is null or SigningForm.Acting ? "" : request.Position.Trim(),
            Procedures =
            [
                .. request.Procedures.Where(slug => catalogue.Versions.Any(version => version.Slug == slug)).Distinct().Order(StringComparer.Ordinal),
            ],
            DocumentNumber = request.DocumentNumber.Trim(),
            DocumentDate = request.DocumentDate,
            Note = request.Note.Trim(),
            Replaces = request.Replaces,
            IsWithdrawn = request.IsWithdrawn,
            RecordedAt = clock.Local,
            RecordedById = actor.AccountId,
            RecordedBy = actor.Name,
        };
        if (StandInRules.Check(fact, actor, all.Case) is { Count: > 0 } refusals)
            return refusals;
        db.StandIns.Add(fact);
        await db.SaveChangesAsync(cancel);
        return [];
    }
}

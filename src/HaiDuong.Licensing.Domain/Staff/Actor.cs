namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>Vai trò trong một đơn vị: a role held in one unit (a division's key, the counter, an agency).</summary>
/// <param name="Role">The role.</param>
/// <param name="Unit">Key of the unit.</param>
/// <param name="TitleKey">For leaders: the signature block they sign under (thể thức đề ký), by the office's key.</param>
public sealed record RoleHolding(StaffRole Role, string Unit, string? TitleKey = null)
{
    /// <summary>Where it is another person's role: by what it is held.</summary>
    public Mandate? By { get; init; }
}

/// <summary>
/// Người thực hiện: who performs an act, as the history will show it. <see cref="AccountId"/> is null for applicants without an account and for the system.
/// </summary>
public sealed record Actor(Guid? AccountId, string Name, IReadOnlyList<RoleHolding> Roles)
{
    /// <summary>The system acting on a rule, e.g. when the time for a supplement has run out.</summary>
    public static Actor System { get; } = new(null, "Hệ thống", [new RoleHolding(StaffRole.System, "")]);

    /// <summary>Somebody who files, without any dossier yet: a visitor, or an account of an applicant.</summary>
    public static Actor ApplicantNamed(string name, Guid? accountId = null) => new(accountId, name, [new RoleHolding(StaffRole.Applicant, "")]);

    /// <summary>The applicant of one dossier: its account, or a visitor who proved to know it. The proof is good for that dossier alone.</summary>
    public static Actor ApplicantOf(Guid dossierId, string name, Guid? accountId = null) =>
        new(accountId, name, [new RoleHolding(StaffRole.Applicant, ProofOf(dossierId))]);

    /// <summary>What the applicant of a dossier holds in place of a unit.</summary>
    internal static string ProofOf(Guid dossierId) => dossierId.ToString("N");

    /// <summary>True for a role that is held for everything; what was given for some procedures counts towards their dossiers alone.</summary>
    public bool Is(StaffRole role) => Wide.Any(held => held.Role == role);

    /// <summary>True also where the role is held for some procedures: its pages open, and say themselves what is done there.</summary>
    public bool Enters(StaffRole role) => Roles.Any(held => held.Role == role);

    /// <inheritdoc cref="Is"/>
    public bool Holds(StaffRole role, string unit) => Wide.Any(held => held.Role == role && held.Unit == unit);

    /// <summary>True for a role of the person's own, not one that is held for somebody who is away.</summary>
    public bool HoldsAsOwn(StaffRole role, string unit) => Roles.Any(held => held.Role == role && held.Unit == unit && held.By is null);

    /// <summary>What is held for every procedure; a role that was given for some opens nothing else.</summary>
    public Actor ForEverything => Roles.Any(held => held.By is { IsLimited: true }) ? this with { Roles = [.. Wide] } : this;

    /// <inheritdoc cref="ForEverything"/>
    public IEnumerable<RoleHolding> Wide => Roles.Where(held => held.By is not { IsLimited: true });

    /// <summary>Whose place the person takes in any role.</summary>
    public IEnumerable<Guid> StandsInFor => Roles.Select(held => held.By?.PersonId).OfType<Guid>().Distinct();

    public bool TakesPlaceOf(Guid person, StaffRole role) => Roles.Any(held => held.Role == role && held.By?.PersonId == person);

    /// <summary>Thay cho: in whose place something is done in a role; null where it is the person's own.</summary>
    /// <param name="role">The role of the act.</param>
    /// <param name="assignee">Whose work it is, where it is somebody's.</param>
    public string? OnBehalf(StaffRole role, Guid? assignee) =>
        assignee == AccountId && assignee is not null ? null
        : Roles.FirstOrDefault(held => held.Role == role && held.By is { } by && by.PersonId == assignee) is { } taken ? taken.By!.PersonName
        : Roles.Any(held => held.Role == role && held.By is null) ? null
        : Roles.FirstOrDefault(held => held.Role == role)?.By?.PersonName;

    /// <summary>The role shown beside the name in the history: the one asked for if held, else the first.</summary>
    public StaffRole RoleFor(StaffRole? wanted) =>
        wanted is { } role && Is(role) ? role
        : Roles.Count > 0 ? Roles[0].Role
        : StaffRole.Applicant;

    public string? UnitFor(StaffRole role) => role == StaffRole.Applicant ? "" : Roles.FirstOrDefault(held => held.Role == role)?.Unit;
}

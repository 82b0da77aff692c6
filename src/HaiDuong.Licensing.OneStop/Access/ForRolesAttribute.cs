using HaiDuong.Licensing.Domain.Staff;
using Microsoft.AspNetCore.Authorization;
using static HaiDuong.Licensing.Domain.Staff.StaffRole;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Who enters: declared on the page, or on the endpoint, that it guards; the menu and the table of endpoints read the same declaration. What is
/// public says <c>[AllowAnonymous]</c>, what is for whoever is logged in says <c>[Authorize]</c>, and what says nothing opens to nobody
/// (<see cref="EntryServices"/>). Which dossiers somebody reads there says <see cref="AccessTable"/>, which act they may do the dossier itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class ForRolesAttribute(params StaffRole[] roles) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public new IReadOnlyList<StaffRole> Roles => roles;

    public bool Admits(Actor actor) => roles.Any(actor.Enters);

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Everybody who works here or is consulted; what each reads of it follows from the dossier.</summary>
public sealed class ForStaffAttribute()
    : ForRolesAttribute(CounterClerk, Specialist, DivisionHead, Leader, RegistryClerk, Accountant, ConsultedAgency, Inspector, CentreLeader, Administrator);

/// <summary>Whoever reads the register of licences.</summary>
public sealed class ForRegisterReadersAttribute()
    : ForRolesAttribute(RegistryClerk, Leader, DivisionHead, Specialist, CounterClerk, Inspector, CentreLeader, Administrator);

/// <summary>Whoever gives and takes dossiers on paper, at the counter or for a division; which, says what they hold.</summary>
public sealed class ForPaperHandlersAttribute() : ForRolesAttribute(CounterClerk, Specialist, DivisionHead, RegistryClerk);

/// <summary>Whoever has the list of dossiers, and keeps lists of their own; each finds in it what <see cref="AccessTable"/> lets them.</summary>
public sealed class ForListReadersAttribute()
    : ForRolesAttribute(CounterClerk, Specialist, DivisionHead, Leader, RegistryClerk, Accountant, Inspector, CentreLeader, Administrator)
{
    public static ForListReadersAttribute Door { get; } = new();
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;

namespace HaiDuong.Licensing.OneStop.Features.Batches;

/// <summary>Whoever has an act that can be done to many dossiers; of which dossiers is the rule of each act.</summary>
public sealed class ForBatchMakersAttribute() : ForRolesAttribute(StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Leader, StaffRole.RegistryClerk);

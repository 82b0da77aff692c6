using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>What lies with a unit: what a succession would move.</summary>
/// <param name="Dossiers">Open dossiers that it handles.</param>
/// <param name="Steps">Open steps on its desk.</param>
/// <param name="Roles">Roles held in it on the day or later.</param>
/// <param name="Procedures">Procedures in force on the day that it handles; their templates follow.</param>
public sealed record UnitLoad(int Dossiers, int Steps, int Roles, int Procedures)
{
    public static UnitLoad None { get; } = new(0, 0, 0, 0);
}

/// <summary>Counts what lies with each unit.</summary>
public sealed class UnitLoadsQuery(OfficeDbContext db, ProcedureCatalogue catalogue)
{
    public async Task<IReadOnlyDictionary<string, UnitLoad>> ReadAsync(LocalDate day, CancellationToken cancel)
    {
        var dossiers = await db
            .Dossiers.AsNoTracking()
            .Where(dossier => LifeCycle.Open.Contains(dossier.Status))
            .GroupBy(dossier => dossier.DivisionKey)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var steps = await db
            .WorkItems.AsNoTracking()
            .GroupBy(item => item.Unit)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var roles = await db
            .RoleAssignments.AsNoTracking()
            .Where(held => held.ValidTo == null || held.ValidTo >= day)
            .GroupBy(held => held.Unit)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var procedures = catalogue.All(day).CountBy(procedure => catalogue.Organisation.KeyOn(procedure.DivisionKey, day)).ToDictionary(StringComparer.Ordinal);
        return dossiers
            .Keys.Concat(steps.Keys)
            .Concat(roles.Keys)
            .Concat(procedures.Keys)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                unit => unit,
                unit => new UnitLoad(
                    dossiers.GetValueOrDefault(unit),
                    steps.GetValueOrDefault(unit),
                    roles.GetValueOrDefault(unit),
                    procedures.GetValueOrDefault(unit)
                ),
                StringComparer.Ordinal
            );
    }
}

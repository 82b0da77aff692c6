using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>Units that have ended, and the open dossiers that lie with units.</summary>
internal static class EndedUnits
{
    public static IReadOnlyList<string> On(Organisation organisation, LocalDate day) =>
        [.. organisation.Offices.SelectMany(office => office.Units).Where(unit => unit.ValidTo < day).Select(unit => unit.Key)];

    public static IQueryable<Dossier> LyingWith(this IQueryable<Dossier> dossiers, IReadOnlyList<string> units) =>
        dossiers.Where(dossier =>
            (dossier.Status == DossierStatus.Draft || LifeCycle.Open.Contains(dossier.Status))
            && (units.Contains(dossier.DivisionKey) || dossier.Work.Any(item => units.Contains(item.Unit)))
        );
}

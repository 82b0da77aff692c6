using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>What must hold between the files of offices: nobody's work falls between two units, on no day.</summary>
internal sealed class OrganisationCheck(WorkflowsFolder folder, Organisation organisation)
{
    public IEnumerable<WorkflowProblem> Offices() =>
        [
            .. organisation
                .Offices.SelectMany(office => office.Units.Select((unit, index) => (Office: office, Unit: unit, Index: index)))
                .GroupBy(one => one.Unit.Key, StringComparer.Ordinal)
                .SelectMany(same => same.Skip(1))
                .Select(twice => Problem(twice.Office, $"units[{twice.Index}].key", "UnitTwice", twice.Unit.Key)),
            .. organisation.Offices.SelectMany(office => office.Units.SelectMany((unit, index) => Succession(office, unit, $"units[{index}]"))),
            .. organisation.Offices.SelectMany(OfOffice),
        ];

    /// <summary>A procedure's division is alive, or has a living successor, on every day that the version is in force.</summary>
    public IEnumerable<WorkflowProblem> Division(Procedure procedure, string file)
    {
        if (organisation.Find(procedure.DivisionKey) is not { Kind: not OfficeUnitKind.ServiceCentre })
            yield return WorkflowProblem.At(file, 1, "UnitUnknown", procedure.DivisionKey);
        else if (
            Days(procedure.InForceFrom, procedure.InForceTo)
                .Where(day => organisation.Living(procedure.DivisionKey, day) is null)
                .Select(day => (LocalDate?)day)
                .FirstOrDefault() is
            { } day
        )
            yield return WorkflowProblem.At(file, 1, "DivisionGone", procedure.DivisionKey, VietnameseDate.Print(day));
    }

    private IEnumerable<WorkflowProblem> Succession(Office office, OfficeUnit unit, string at)
    {
        if (unit.Successor is not { } key)
        {
            if (unit.ValidTo is { } last)
                yield return Problem(office, at, "SuccessorMissing", unit.Key, VietnameseDate.Print(last));
        }
        else if (organisation.Find(key) is not { } successor)
            yield return Problem(office, $"{at}.successor", "UnitUnknown", key);
        else if (Circles(unit))
            yield return Problem(office, $"{at}.successor", "SuccessionCircle", unit.Key);
        else if (unit.ValidTo is not { } last)
            yield return Problem(office, $"{at}.successor", "SuccessorTooEarly", unit.Key);
        else if (successor.ValidFrom > last.PlusDays(1) || successor.ValidTo <= last)
            yield return Problem(office, $"{at}.successor", "SuccessionGap", unit.Key, key, VietnameseDate.Print(last.PlusDays(1)));
        else if (successor.Kind != unit.Kind)
            yield return Problem(office, $"{at}.successor", "SuccessorKind", unit.Key, key);
    }

    /// <summary>True when a unit comes after itself.</summary>
    private bool Circles(OfficeUnit unit) => organisation.PredecessorsOf(unit.Key).Contains(unit.Key);

    private IEnumerable<WorkflowProblem> OfOffice(Office office)
    {
        if (office.Successor is { } key && organisation.Offices.All(other => other.Key != key || other.ValidFrom != office.ValidTo?.PlusDays(1)))
            yield return Problem(office, "successor", "OfficeSuccessorWrong", key);
        foreach (var (role, desk) in office.Desks)
        {
            if (organisation.Find(desk) is null)
                yield return Problem(office, $"desks.{role}", "UnitUnknown", desk);
            else if (Days(office.ValidFrom, office.ValidTo).Any(day => organisation.Living(desk, day) is null))
                yield return Problem(office, $"desks.{role}", "DeskGone", role, desk);
        }

        foreach (
            var other in organisation.Offices.Where(other =>
                string.CompareOrdinal(other.Key, office.Key) < 0
                && other.UnitCode == office.UnitCode
                && other.ValidFrom <= (office.ValidTo ?? LocalDate.MaxIsoValue)
                && office.ValidFrom <= (other.ValidTo ?? LocalDate.MaxIsoValue)
            )
        )
            yield return Problem(office, "unitCode", "OfficeCodeTwice", office.UnitCode, other.Name);
    }

    /// <summary>The days of a stretch of time on which something may differ from the day before: its first, the changes in it, its last.</summary>
    private IEnumerable<LocalDate> Days(LocalDate from, LocalDate? to) =>
        organisation.ChangeDays.Where(day => day > from && (to is null || day <= to)).Prepend(from).Concat(to is { } last ? [last] : []);

    private WorkflowProblem Problem(Office office, string at, string code, params object[] args)
    {
        var path = Path.Combine(folder.Offices, $"{office.Key}.json");
        return WorkflowProblem.At(folder.Shown(path), new JsonLines(File.ReadAllBytes(path)).Of(at), code, args);
    }
}

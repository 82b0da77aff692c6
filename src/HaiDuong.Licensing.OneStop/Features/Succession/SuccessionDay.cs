using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>Ngày thay đổi tổ chức: the units that give way on a day, and those that begin without a predecessor.</summary>
public sealed record SuccessionDay(LocalDate Day, IReadOnlyList<OfficeUnit> Ending, IReadOnlyList<OfficeUnit> New)
{
    /// <summary>Every such day, the latest first.</summary>
    public static IReadOnlyList<SuccessionDay> All(Organisation organisation)
    {
        var units = organisation.Offices.SelectMany(office => office.Units).ToList();
        return
        [
            .. organisation
                .ChangeDays.Reverse()
                .Select(day => new SuccessionDay(
                    day,
                    [.. units.Where(unit => unit.ValidTo == day.PlusDays(-1))],
                    [.. units.Where(unit => unit.ValidFrom == day && units.TrueForAll(other => other.Successor != unit.Key))]
                )),
        ];
    }
}

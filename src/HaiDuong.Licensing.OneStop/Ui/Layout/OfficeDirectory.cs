using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>
/// Cơ quan và quầy của một trang: who answers for what a page is about, and where people go with it, by the dated data of workflows/offices and
/// the calendar of today.
/// </summary>
public sealed class OfficeDirectory(ProcedureCatalogue catalogue, OfficeCalendar calendars, OfficeClock clock)
{
    /// <summary>The department that issues what a division handles; the one that heads the office where a page is about no division.</summary>
    public OfficeIdentity Of(string? division) => OfficeIdentity.Of(Department(division));

    /// <summary>Every department of today: pages about none of them name them all.</summary>
    public IReadOnlyList<OfficeIdentity> All =>
        [.. catalogue.Organisation.Offices.Where(office => office.IsDepartment && office.Exists(clock.Today)).Select(OfficeIdentity.Of)];

    /// <summary>The counter that takes in and hands over for a division; null where the data name none.</summary>
    public CounterIdentity? Counter(string? division)
    {
        var (organisation, today) = (catalogue.Organisation, clock.Today);
        if (
            !Department(division).Desks.TryGetValue(StaffRole.CounterClerk, out var desk)
            || organisation.Living(desk, today) is not { } unit
            || organisation.OfficeWith(unit.Key) is not { } keeper
        )
            return null;
        var calendar = calendars.Of(unit.Key);
        var day = calendar.OnOrAfter(today);
        var hours = string.Join(
            ", ",
            calendar.WorkingIntervals(day).Select(session => $"{VietnameseTime.Print(session.Start)}–{VietnameseTime.Print(session.End)}")
        );
        return new CounterIdentity(unit.Name, keeper.Address, VietnameseDate.Print(day), hours, keeper.Phone, keeper.Website);
    }

    private Office Department(string? division) => division is null ? catalogue.Office(clock.Today) : catalogue.Organisation.For(division, clock.Today);
}

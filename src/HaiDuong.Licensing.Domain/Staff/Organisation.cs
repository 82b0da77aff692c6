using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>
/// Tổ chức bộ máy theo thời gian: every department and unit that this installation has ever worked for, and who succeeded whom. A unit that
/// has ended is never gone: its work and its roles are its successor's, its name stays in what was done.
/// </summary>
public sealed class Organisation
{
    private readonly Dictionary<string, (Office Office, OfficeUnit Unit)> units;
    private readonly HashSet<string> successors;

    public Organisation(IReadOnlyList<Office> offices)
    {
        Offices = offices;
        units = offices
            .SelectMany(office => office.Units.Select(unit => (office, unit)))
            .GroupBy(pair => pair.unit.Key, StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.First(), StringComparer.Ordinal);
        successors = [.. units.Values.Select(pair => pair.Unit.Successor).OfType<string>()];
    }

    public IReadOnlyList<Office> Offices { get; }

    /// <summary>The days on which a unit begins or one has newly ended, in order.</summary>
    public IReadOnlyList<LocalDate> ChangeDays =>
        [.. units.Values.SelectMany(pair => new[] { pair.Unit.ValidFrom, pair.Unit.ValidTo?.PlusDays(1) }).OfType<LocalDate>().Distinct().Order()];

    /// <summary>Cơ quan chính: the department that the line leads to on a day, from the oldest one by its successors; it heads the pages.</summary>
    /// <exception cref="InvalidOperationException">No department exists on the day.</exception>
    public Office Seat(LocalDate day)
    {
        var office = Offices.Where(candidate => candidate.IsDepartment).MinBy(candidate => candidate.ValidFrom);
        for (var hops = 0; office?.ValidTo < day && hops < Offices.Count; hops++)
            office = Offices.FirstOrDefault(candidate => candidate.Key == office.Successor);
        return office is not null && office.Exists(day) ? office : throw new InvalidOperationException($"No office exists on {day:uuuu-MM-dd}.");
    }

    /// <summary>The unit with a key, living or ended; null for what is no unit (an agency).</summary>
    public OfficeUnit? Find(string key) => units.TryGetValue(key, out var pair) ? pair.Unit : null;

    /// <summary>The office whose unit it is or was; null for what is no unit.</summary>
    public Office? OfficeWith(string key) => units.TryGetValue(key, out var pair) ? pair.Office : null;

    /// <summary>The name of a unit as it was called; the key itself for what is no unit.</summary>
    public string NameOf(string key) => Find(key)?.Name ?? key;

    /// <summary>
    /// Đơn vị kế thừa: the unit that has a unit's work on a day: itself, or whoever followed. Null when nobody did, or before it began.
    /// What was before the first record of a line is not known, and the first record answers for it.
    /// </summary>
    public OfficeUnit? Living(string key, LocalDate day)
    {
        var unit = Find(key);
        if (unit is null || (day < unit.ValidFrom && successors.Contains(key)))
            return null;
        for (var hops = 0; unit is { ValidTo: { } last } && last < day; hops++)
            unit = unit.Successor is { } next && hops < units.Count ? Find(next) : null;
        return unit is not null && (unit.Key == key || day >= unit.ValidFrom) ? unit : null;
    }

    /// <summary>From one unit to a later one, all that had the work on the way; the first alone when the later one did not follow it.</summary>
    public IReadOnlyList<string> Line(string first, string last)
    {
        var line = new List<string> { first };
        for (var unit = Find(first); line[^1] != last && unit?.Successor is { } next && line.Count <= units.Count; unit = Find(next))
            line.Add(next);
        return line[^1] == last ? line : [first];
    }

    /// <summary>The key of the unit that has the work on a day; what is no unit, or has no successor, keeps its own.</summary>
    public string KeyOn(string key, LocalDate day) => Living(key, day)?.Key ?? key;

    /// <summary>The department that answers for a division's work on a day: its letterhead, symbol, seal and books.</summary>
    public Office For(string division, LocalDate day) =>
        Living(division, day) is { } unit ? OfficeWith(unit.Key)!
        : OfficeWith(division) is { IsDepartment: true } last ? last
        : Seat(day);

    /// <summary>The department that heads a book or report of a unit; of all units, that of whoever makes it.</summary>
    public Office Heading(string? unit, Actor maker, LocalDate day) =>
        unit is not null
            ? For(unit, day)
            : maker.Roles.Select(held => OfficeWith(held.Unit)).FirstOrDefault(office => office is { IsDepartment: true } && office.Exists(day)) ?? Seat(day);

    /// <summary>The units, living or ended, whose work an office answers for on a day.</summary>
    public IReadOnlyList<string> UnitsOf(Office office, LocalDate day) => [.. units.Keys.Where(key => For(key, day) == office)];

    /// <summary>
    /// Where a role sits for a division's work on a day (one counter, one bureau, one accountant a department); null when its office names no such desk.
    /// </summary>
    public string? DeskOf(StaffRole role, string division, LocalDate day) => For(division, day).Desks.TryGetValue(role, out var unit) ? KeyOn(unit, day) : null;

    /// <summary>The living divisions, desks and counters of a day, by department.</summary>
    public IEnumerable<(Office Office, OfficeUnit Unit)> UnitsOn(LocalDate day) => units.Values.Where(pair => pair.Office.Exists(day) && pair.Unit.Exists(day));

    /// <summary>The units whose work has come to a unit, near and far.</summary>
    public IReadOnlyList<string> PredecessorsOf(string key)
    {
        var found = new List<string>();
        for (var next = new Queue<string>([key]); next.TryDequeue(out var current); )
        {
            foreach (var (_, unit) in units.Values.Where(pair => pair.Unit.Successor == current && !found.Contains(pair.Unit.Key)))
            {
                found.Add(unit.Key);
                next.Enqueue(unit.Key);
            }
        }

        return found;
    }

    /// <summary>
    /// What somebody may do: their own holdings, then the same roles in the units whose work theirs has taken over, so that nothing of these is out of reach.
    /// </summary>
    public IReadOnlyList<RoleHolding> WithInherited(IReadOnlyList<RoleHolding> held) =>
        [.. held, .. held.SelectMany(one => PredecessorsOf(one.Unit).Select(unit => one with { Unit = unit })).Except(held)];

    /// <summary>Chưa sáp nhập: the offices that came after no other, whose units go on as if nobody had followed them.</summary>
    public Organisation AsFounded()
    {
        var founded = Offices
            .Where(office => !office.Units.Any(unit => units.Values.Any(pair => pair.Unit.Successor == unit.Key && pair.Office != office)))
            .ToList();
        bool IsKept(string? key) => founded.Any(office => office.Units.Any(unit => unit.Key == key));
        return new Organisation([
            .. founded.Select(office =>
                office with
                {
                    ValidTo = founded.Any(other => other.Key == office.Successor) ? office.ValidTo : null,
                    Successor = founded.Any(other => other.Key == office.Successor) ? office.Successor : null,
                    Units = [.. office.Units.Select(unit => IsKept(unit.Successor) ? unit : unit with { ValidTo = null, Successor = null })],
                }
            ),
        ]);
    }

    /// <summary>The same organisation with announced successions in place of what the files say.</summary>
    public Organisation With(IEnumerable<UnitSuccession> announced)
    {
        var latest = announced.GroupBy(one => one.Unit, StringComparer.Ordinal).ToDictionary(all => all.Key, all => all.Last(), StringComparer.Ordinal);
        return latest.Count == 0
            ? this
            : new Organisation([
                .. Offices.Select(office =>
                    office with
                    {
                        Units =
                        [
                            .. office.Units.Select(unit =>
                                latest.TryGetValue(unit.Key, out var one) ? unit with { ValidTo = one.From.PlusDays(-1), Successor = one.Successor } : unit
                            ),
                        ],
                    }
                ),
            ]);
    }
}

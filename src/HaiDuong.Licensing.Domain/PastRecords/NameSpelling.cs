using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Tên đã biết của một mã số: as the register, the dossiers and earlier imports spell it.</summary>
public sealed record KnownName(string IdentityNumber, string Name);

/// <summary>
/// Cặp cần người xem: one tax code or identity number with two names that are not the same even without marks. A person says whether that is one holder who
/// was renamed, or a number that was copied wrongly.
/// </summary>
/// <param name="IdentityNumber">Mã số.</param>
/// <param name="Name">As the file spells it.</param>
/// <param name="Line">The first line with this name.</param>
/// <param name="Lines">On how many lines.</param>
/// <param name="OtherName">The other name.</param>
/// <param name="OtherLine">The first line with the other name; null when the office knew it before.</param>
public sealed record NamePair(string IdentityNumber, string Name, int Line, int Lines, string OtherName, int? OtherLine);

/// <summary>Một mã số, một cách viết tên: joins spellings that differ in marks, capitals, spaces and stops only, and lists what differs in more.</summary>
public static class NameSpelling
{
    /// <summary>The readings with joined names, and the pairs that a person must look at.</summary>
    public static (IReadOnlyList<PastReading> Readings, IReadOnlyList<NamePair> Pairs) Join(IReadOnlyList<PastReading> readings, IEnumerable<KnownName> known)
    {
        var earlier = known.ToLookup(name => name.IdentityNumber, name => name.Name, StringComparer.Ordinal);
        var spelling = new Dictionary<(string Number, string Folded), string>();
        var pairs = new List<NamePair>();
        foreach (var holder in readings.Where(reading => NumberOf(reading).Length > 0).GroupBy(NumberOf, StringComparer.Ordinal))
        {
            var names = holder.GroupBy(reading => Fold(reading.Record!.Party.Name), StringComparer.Ordinal).ToList();
            var before = earlier[holder.Key].ToLookup(Fold, StringComparer.Ordinal);
            foreach (var same in names)
                spelling[(holder.Key, same.Key)] = before[same.Key].FirstOrDefault() ?? Best([.. same.Select(reading => reading.Record!.Party.Name)]);
            pairs.AddRange(Pairs(holder.Key, names, before));
        }

        return (
            [
                .. readings.Select(reading =>
                    NumberOf(reading).Length == 0 ? reading : Spelt(reading, spelling[(NumberOf(reading), Fold(reading.Record!.Party.Name))])
                ),
            ],
            pairs
        );
    }

    private static string NumberOf(PastReading reading) => reading.Record?.Party.IdentityNumber ?? "";

    private static IEnumerable<NamePair> Pairs(string number, List<IGrouping<string, PastReading>> names, ILookup<string, string> before)
    {
        var first = names[0].First();
        var other = before.FirstOrDefault()?.First();
        foreach (var same in names.Where(same => !before.Contains(same.Key)))
        {
            var reading = same.First();
            if (other is not null)
                yield return new NamePair(number, reading.Record!.Party.Name, reading.Line, same.Count(), other, null);
            else if (reading != first)
                yield return new NamePair(number, reading.Record!.Party.Name, reading.Line, same.Count(), first.Record!.Party.Name, first.Line);
        }
    }

    private static PastReading Spelt(PastReading reading, string name)
    {
        var was = reading.Record!.Party.Name;
        return was == name
            ? reading
            : reading with
            {
                Record = reading.Record.With(name),
                Repairs = [.. reading.Repairs, new CellRepair(PastColumns.Holder.Name, RepairKind.Name, was, name)],
            };
    }

    /// <summary>The spelling with most marks, not all in capitals, that is most frequent.</summary>
    private static string Best(IReadOnlyList<string> spellings) =>
        spellings
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(same => same.Key.Count(letter => letter > '\u007F'))
            .ThenByDescending(same => same.Key.Any(char.IsLower))
            .ThenByDescending(same => same.Count())
            .First()
            .Key;

    private static string Fold(string name) => string.Concat(VietnameseText.Fold(name).Where(char.IsLetterOrDigit));
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Imports;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Sorts the lines of a register into places and what cannot be one, with every reason (chạy thử danh sách địa điểm).</summary>
internal sealed class PlaceRegisterReader(PlaceKind kind, IReadOnlySet<string> standing, ProvinceMap map)
{
    /// <summary>What fits a cell; longer ones are lines that an open quotation mark has joined.</summary>
    private const int LongestCell = 500;

    private static readonly string[] Organisations = ["doanh nghiep", "cong ty", "to chuc", "co quan", "truong", "hop tac xa", "don vi"];

    private readonly List<AcceptedRow> accepted = [];
    private readonly List<RejectedRow> rejected = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public (IReadOnlyList<AcceptedRow> Accepted, IReadOnlyList<RejectedRow> Rejected) Read(ImportTable table)
    {
        foreach (var row in table.Rows)
        {
            List<Refusal> refusals = [];
            var place = Read(OneLine(row), refusals, table.Since1904);
            if (place is not null && refusals.Count == 0)
                CheckOnce(place, refusals);
            if (place is null || refusals.Count > 0)
                rejected.Add(new RejectedRow(row.Line, row.Cells, [.. refusals.Select(refusal => refusal.Code)], [.. refusals.Select(ToldReason.Of)]));
            else
                accepted.Add(place);
        }

        return (accepted, rejected);
    }

    private AcceptedRow? Read(ImportRow row, List<Refusal> refusals, bool since1904)
    {
        Require(row, PlaceColumns.Code, nameof(RefusalCode.PlaceCodeMissing), refusals, kind == PlaceKind.Mast);
        Require(row, PlaceColumns.Name, nameof(RefusalCode.PlaceNameMissing), refusals, kind != PlaceKind.Mast);
        Require(row, PlaceColumns.Owner, nameof(RefusalCode.PlaceOwnerMissing), refusals, true);
        Require(row, PlaceColumns.Address, nameof(RefusalCode.PlaceAddressMissing), refusals, true);
        foreach (var column in PlaceColumns.Of(kind).Where(column => row[column.Key].Length > LongestCell))
            refusals.Add(new Refusal(nameof(RefusalCode.PlaceCellTooLong), column.Key, column.Name, LongestCell));
        foreach (var column in PlaceColumns.Of(kind).Where(column => row[column.Key].Contains('\uFFFD')))
            refusals.Add(new Refusal(nameof(RefusalCode.PlaceCellBroken), column.Key, column.Name, row[column.Key]));
        var reading =
            row[PlaceColumns.Latitude].Length > 0 || row[PlaceColumns.Longitude].Length > 0
                ? TypedPosition.Read(row[PlaceColumns.Latitude], row[PlaceColumns.Longitude], map.Bounds.Box)
                : TypedPosition.Read(row[PlaceColumns.Position], map.Bounds.Box);
        if (reading.Refusal is { } wrong)
            refusals.Add(wrong);
        var validTo = DayOf(row[PlaceColumns.ValidTo], refusals, since1904);
        if (reading.Position is not { } position)
            return null;
        var (code, address) = (Filled(row[PlaceColumns.Code]), row[PlaceColumns.Address]);
        return new AcceptedRow(
            row.Line,
            code,
            Filled(row[PlaceColumns.Name]) ?? code ?? "",
            row[PlaceColumns.Owner],
            IsPerson(row[PlaceColumns.OwnerKind]),
            address,
            map.UnitIn([row[PlaceColumns.District], .. address.Split(',').Reverse()]) ?? Filled(row[PlaceColumns.District]),
            decimal.Round(position.Latitude, GeoPosition.Decimals),
            decimal.Round(position.Longitude, GeoPosition.Decimals),
            Filled(row[PlaceColumns.Details]),
            validTo,
            Filled(row[PlaceColumns.DecisionNumber])
        )
        {
            Repairs =
            [
                .. PlaceColumns
                    .Of(kind)
                    .Where(column => row.Mended.ContainsKey(column.Key))
                    .Select(column => new CellRepair(column.Name, row.Mended[column.Key], row.Typed.GetValueOrDefault(column.Key, ""), row[column.Key])),
            ],
        };
    }

    /// <summary>A line that ended inside a cell is a blank.</summary>
    private static ImportRow OneLine(ImportRow row) =>
        row.Cells.Values.Any(cell => cell.Contains('\n'))
            ? row with
            {
                Cells = row.Cells.ToDictionary(cell => cell.Key, cell => CellRepair.Clean(cell.Value)),
            }
            : row;

    private void CheckOnce(AcceptedRow row, List<Refusal> refusals)
    {
        var key = row.Place(kind, Guid.Empty, default).Key;
        if (standing.Contains(key))
            refusals.Add(new Refusal(nameof(RefusalCode.PlaceKnown)));
        else if (!lines.TryAdd(key, row.Line))
            refusals.Add(new Refusal(nameof(RefusalCode.PlaceTwice), null, lines[key]));
    }

    /// <summary>Whoever keeps a game point is a person until the list says otherwise, so that no name becomes public by an empty cell.</summary>
    private bool IsPerson(string cell)
    {
        var folded = VietnameseText.Fold(cell);
        return kind == PlaceKind.GamePoint
            ? !Organisations.Any(word => folded.Contains(word, StringComparison.Ordinal))
            : folded.Contains("ca nhan", StringComparison.Ordinal) || folded.StartsWith("ho ", StringComparison.Ordinal);
    }

    private static void Require(ImportRow row, string column, string code, List<Refusal> refusals, bool required)
    {
        if (required && row[column].Length == 0)
            refusals.Add(new Refusal(code, column));
    }

    private static LocalDate? DayOf(string cell, List<Refusal> refusals, bool since1904)
    {
        if (cell.Length == 0)
            return null;
        if (TypedDate.TryRead(cell, out var day, out _))
            return day;
        if (TypedDate.OfSerial(cell, since1904) is { } counted)
            return counted;
        refusals.Add(
            TypedDate.OfShortYear(cell) is { Count: > 0 } meant
                ? new Refusal(nameof(RefusalCode.FieldShortYear), PlaceColumns.ValidTo, cell, TypedDate.Written(meant))
                : new Refusal(nameof(RefusalCode.PlaceDateUnreadable), PlaceColumns.ValidTo, cell)
        );
        return null;
    }

    private static string? Filled(string cell) => cell.Length == 0 ? null : cell;
}

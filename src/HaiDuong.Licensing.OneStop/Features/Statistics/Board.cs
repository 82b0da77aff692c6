using HaiDuong.Licensing.OneStop.Desks;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>What the board is read by.</summary>
public enum BoardSide
{
    Division,
    Person,
    Procedure,
    Step,
}

/// <summary>The smallest part of the board: what is of one division, at one desk, of one procedure and at one step.</summary>
/// <param name="Division">The division that has it today.</param>
/// <param name="Desk">A person, the role where nobody is named, or <see cref="DossierFilter.None"/>.</param>
/// <param name="DeskName">Name of the person; null for a role.</param>
/// <param name="Procedure">Slug of the procedure.</param>
/// <param name="Step">Id of the step that presses most, or <see cref="DossierFilter.None"/>.</param>
/// <param name="Counts">How they stand.</param>
public sealed record BoardCell(string Division, string Desk, string? DeskName, string Procedure, string Step, BoardCounts Counts)
{
    public string KeyOf(BoardSide side) =>
        side switch
        {
            BoardSide.Division => Division,
            BoardSide.Person => Desk,
            BoardSide.Procedure => Procedure,
            _ => Step,
        };
}

/// <summary>Bảng theo dõi: the cells that somebody sees, added up by any side.</summary>
/// <param name="Cells">No two have the same keys.</param>
public sealed record Board(IReadOnlyList<BoardCell> Cells)
{
    public BoardCounts Sum => SumOf(Cells);

    /// <summary>A row for each key of the side.</summary>
    public IReadOnlyDictionary<string, BoardCounts> By(BoardSide side) =>
        Cells.GroupBy(cell => cell.KeyOf(side), StringComparer.Ordinal).ToDictionary(cells => cells.Key, SumOf, StringComparer.Ordinal);

    /// <summary>What lies behind a number of a row; of all rows where no key is given.</summary>
    public static DossierFilter FilterOf(DossierFilter narrowed, BoardSide side, string? key, ListGroup group) =>
        (
            key is null
                ? narrowed
                : side switch
                {
                    BoardSide.Division => narrowed with { Unit = key },
                    BoardSide.Person => narrowed with { AtDesk = key },
                    BoardSide.Procedure => narrowed with { Procedure = key },
                    _ => narrowed with { AtStep = key },
                }
        ) with
        {
            Group = group,
        };

    private static BoardCounts SumOf(IEnumerable<BoardCell> cells) => cells.Aggregate(BoardCounts.None, (sum, cell) => sum + cell.Counts);
}

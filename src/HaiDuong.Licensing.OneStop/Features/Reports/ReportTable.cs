using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Desks;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>A row of a report: what it is about, what it counts, and the list of its dossiers but for the figure.</summary>
/// <param name="Key">By which the row is found in another state of the same report.</param>
/// <param name="Position">Số thứ tự.</param>
/// <param name="Name">What it is about; empty under a row that says it.</param>
/// <param name="List">The list behind it, but for the figure.</param>
/// <param name="Divisions">Whose dossiers it counts.</param>
/// <param name="Of">How many a figure counts.</param>
public sealed record ReportLine(string Key, string Position, string Name, DossierFilter List, IReadOnlyList<string> Divisions, Func<DossierFigure, int> Of)
{
    /// <summary>A row that sums others.</summary>
    public bool IsStrong { get; init; }

    public string Term { get; init; } = "";

    public string Reason { get; init; } = "";

    public int? NumberOf(ReportColumn column) => column.Figure is { } figure ? Of(figure) : null;

    /// <summary>What stands in a column that is no figure.</summary>
    public string TextOf(ReportColumn column) =>
        column.Cell switch
        {
            ReportCellKind.Position => Position,
            ReportCellKind.Name => Name,
            ReportCellKind.Reason => Reason,
            ReportCellKind.Term => Term,
            _ => "",
        };
}

/// <summary>Một biểu với số liệu; no rows where there is nothing to report.</summary>
public sealed record ReportTable(ReportForm Form, IReadOnlyList<ReportLine> Lines);

/// <summary>A figure that is another now than when its period was closed.</summary>
public sealed record MovedFigure(string Name, ReportColumn Column, int Kept, int Now, ReportLine? Line);

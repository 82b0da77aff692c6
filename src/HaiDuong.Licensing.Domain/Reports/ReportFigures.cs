namespace HaiDuong.Licensing.Domain.Reports;

/// <summary>Số liệu của một thủ tục ở một đơn vị in a period: what was counted; sums of it are never stored.</summary>
/// <param name="Procedure">The procedure's slug.</param>
/// <param name="Division">Who had the work at the end of the period.</param>
/// <param name="Counts">What was counted and is not nought.</param>
/// <param name="Hours">Giờ of those with a result from acceptance to result, all together.</param>
public sealed record ReportCell(string Procedure, string Division, IReadOnlyDictionary<DossierFigure, int> Counts, long Hours)
{
    public int Of(DossierFigure figure) =>
        figure switch
        {
            DossierFigure.Accepted => Of(DossierFigure.Online) + Of(DossierFigure.Direct),
            DossierFigure.Received => Of(DossierFigure.Accepted) + Of(DossierFigure.Carried),
            DossierFigure.Ended => Of(DossierFigure.Early) + Of(DossierFigure.OnTime) + Of(DossierFigure.Late),
            DossierFigure.Open => Of(DossierFigure.InTerm) + Of(DossierFigure.Overdue),
            DossierFigure.PastDue => Of(DossierFigure.Late) + Of(DossierFigure.Overdue),
            _ => Counts.GetValueOrDefault(figure),
        };
}

/// <summary>
/// Nguyên nhân quá hạn of so many dossiers; null where none was recorded, empty where it is not told because the sender is kept secret.
/// </summary>
/// <param name="Procedure">The procedure's slug.</param>
/// <param name="Division">Who had the work at the end of the period.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Example">The code of one of them.</param>
/// <param name="Count">How many.</param>
public sealed record LateReason(string Procedure, string Division, string? Reason, string? Example, int Count);

/// <summary>Số liệu báo cáo: everything that the reports of a period are made of.</summary>
public sealed record ReportFigures(IReadOnlyList<ReportCell> Cells, IReadOnlyList<LateReason> Reasons)
{
    /// <summary>Of one unit; of all when none is named.</summary>
    public ReportFigures In(string? division) =>
        division is null ? this : new([.. Cells.Where(cell => cell.Division == division)], [.. Reasons.Where(reason => reason.Division == division)]);

    public int Of(DossierFigure figure) => Cells.Sum(cell => cell.Of(figure));
}

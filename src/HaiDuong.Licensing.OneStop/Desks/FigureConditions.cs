using System.Linq.Expressions;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>
/// Điều kiện của chỉ tiêu: what a figure asks of a dossier that was accepted in a period, that ended in it, or that was open at its end. A list narrows by it
/// and a report counts by it, so that a number opens as many as it says.
/// </summary>
public static class FigureConditions
{
    /// <summary>More requests for a supplement than one are a fault of the office (S-3).</summary>
    private const int MostRounds = 1;

    public static Expression<Func<DossierRow, bool>> OfAccepted(DossierFigure figure) =>
        figure switch
        {
            DossierFigure.Online => row => row.Channel == SubmissionChannel.Online,
            DossierFigure.Direct => row => row.Channel != SubmissionChannel.Online,
            DossierFigure.Supplemented => row => row.SupplementRounds > 0,
            DossierFigure.Scanned => row => row.Channel != SubmissionChannel.Online && row.IsScanned == true,
            _ => row => true,
        };

    public static Expression<Func<DossierRow, bool>> OfEnded(DossierFigure figure) =>
        figure switch
        {
            DossierFigure.Early => row => row.FinishClass == FinishClass.Early,
            DossierFigure.OnTime => row => row.FinishClass == FinishClass.OnTime,
            DossierFigure.Late => row => row.FinishClass == FinishClass.Late,
            DossierFigure.Kept => row => row.FinishClass != FinishClass.Late && row.SupplementRounds <= MostRounds,
            DossierFigure.RePromised => row => row.RePromises > 0,
            DossierFigure.Without => row => row.Clock == ClockState.Withdrawn || row.Clock == ClockState.Stopped,
            DossierFigure.WithResult => row => row.Clock == ClockState.Finished,
            DossierFigure.ElectronicResult => row => row.Clock == ClockState.Finished && row.HasElectronicResult,
            DossierFigure.WhollyOnline => row => row.Clock == ClockState.Finished && row.HasElectronicResult && row.Channel == SubmissionChannel.Online,
            DossierFigure.Digitised => row => row.Clock == ClockState.Finished && row.HasElectronicResult && row.IsScanned == true,
            _ => row => true,
        };

    /// <summary>Of those that were open at the end of a period.</summary>
    public static Expression<Func<OpenDossier, bool>> OfOpen(DossierFigure figure) =>
        figure switch
        {
            DossierFigure.Waiting => one => one.IsWaiting,
            DossierFigure.Overdue => one => one.IsOverdue,
            DossierFigure.InTerm => one => !one.IsOverdue,
            DossierFigure.Kept => one => !one.IsOverdue && one.SupplementRounds <= MostRounds,
            _ => one => true,
        };
}

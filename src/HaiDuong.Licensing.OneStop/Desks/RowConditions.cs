using System.Linq.Expressions;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>
/// Điều kiện của danh sách: what a part of a filter says of a row, as a condition of a statement. The list narrows by it and the board counts by it, so that a
/// number opens as many as it says.
/// </summary>
public static class RowConditions
{
    /// <summary>What of the office is in a group, by what <see cref="DueState.ClassAt"/> says of each.</summary>
    public static Expression<Func<DossierRow, bool>> Of(ListGroup group, LocalDateTime now) =>
        group switch
        {
            ListGroup.Ready => row => row.Status == DossierStatus.ResultReady,
            ListGroup.Ended => row => row.Status == DossierStatus.RefusedAtDoor || row.Status == DossierStatus.Stopped || row.Status == DossierStatus.Returned,
            ListGroup.Overdue => row => row.Status != DossierStatus.ResultReady && row.DueAt != null && row.LateFrom <= now,
            ListGroup.StepLate => row => row.Status != DossierStatus.ResultReady && row.Status != DossierStatus.WithdrawalAsked && row.StepLateFrom <= now,
            ListGroup.Soon => row =>
                row.Status != DossierStatus.ResultReady
                && row.DueAt != null
                && row.Clock != ClockState.Paused
                && row.WarnFrom <= now
                && (row.LateFrom == null || row.LateFrom > now),
            ListGroup.Waiting => row =>
                row.Status != DossierStatus.ResultReady && row.DueAt != null && row.Clock == ClockState.Paused && (row.LateFrom == null || row.LateFrom > now),
            ListGroup.InTime => row =>
                row.Status != DossierStatus.ResultReady
                && (
                    row.DueAt == null
                    || (row.Clock != ClockState.Paused && (row.WarnFrom == null || row.WarnFrom > now) && (row.LateFrom == null || row.LateFrom > now))
                ),
            _ => row => row.Status != DossierStatus.ResultReady,
        };

    /// <summary>What a unit has today, that of the units it took over among it.</summary>
    public static IQueryable<DossierRow> InUnit(IQueryable<DossierRow> rows, string? unit, Organisation organisation)
    {
        if (unit is null)
            return rows;
        string[] units = [unit, .. organisation.PredecessorsOf(unit)];
        return rows.Where(row => units.Contains(row.DivisionKey));
    }

    /// <summary>Those of a procedure, and of a field.</summary>
    public static IQueryable<DossierRow> About(IQueryable<DossierRow> rows, string? procedure, string? field, ProcedureCatalogue catalogue)
    {
        if (procedure is not null)
            rows = rows.Where(row => row.ProcedureSlug == procedure);
        if (field is null)
            return rows;
        string[] procedures = [.. catalogue.SlugsOf(field)];
        return rows.Where(row => procedures.Contains(row.ProcedureSlug));
    }

    /// <summary>Those whose recorded reason of being late is that of a dossier with this code, or who have none.</summary>
    public static IQueryable<DossierRow> LateBecause(IQueryable<DossierRow> rows, string? reason, IQueryable<DossierRow> all) =>
        reason switch
        {
            null => rows,
            DossierFilter.None => rows.Where(row => row.LateReason == null),
            _ => rows.Where(row =>
                row.LateReason != null && row.LateReason == all.Where(one => one.Code == reason).Select(one => one.LateReason).FirstOrDefault()
            ),
        };

    /// <summary>Those whose step that presses most lies at a desk: a person's, that of a role when nobody is named, or at none.</summary>
    public static IQueryable<DossierRow> AtDesk(IQueryable<DossierRow> rows, string? desk) =>
        desk switch
        {
            null => rows,
            DossierFilter.None => rows.Where(row => row.HolderId == null && row.StepRole == null),
            _ when Guid.TryParse(desk, out var person) => rows.Where(row => row.HolderId == person),
            _ when Enum.TryParse<StaffRole>(desk, out var role) => rows.Where(row => row.HolderId == null && row.StepRole == role),
            _ => rows.Where(row => false),
        };

    /// <summary>Those whose step that presses most is this one of their route, or who wait for none.</summary>
    public static IQueryable<DossierRow> AtStep(IQueryable<DossierRow> rows, string? step) =>
        step switch
        {
            null => rows,
            DossierFilter.None => rows.Where(row => row.StepId == null),
            _ => rows.Where(row => row.StepId == step),
        };
}

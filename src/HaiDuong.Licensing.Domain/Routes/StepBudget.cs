namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Time a step may take (thời hạn của bước): working hours, or a share of the whole term; exactly one of the two is set.</summary>
/// <param name="WorkingHours">Working hours, more than 0.</param>
/// <param name="ShareOfTerm">Share of the procedure's term, more than 0 and at most 1.</param>
public sealed record StepBudget(decimal? WorkingHours, decimal? ShareOfTerm);

using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Hạn của bước: a step's budget laid on the calendar from the moment it starts to wait. It only orders the desk; the dossier's due date never moves with it.</summary>
public static class StepTerm
{
    private const int WorkingDaysAMonth = 22;

    public static LocalDateTime? DueAt(RouteStep step, ActContext act, SubmissionChannel channel)
    {
        if (step.Budget is not { } budget)
            return null;
        if (budget.WorkingHours is { } hours)
            return AfterWorkingHours(act, (double)hours);
        var share = (double)(budget.ShareOfTerm ?? 0);
        var term = act.Rules.TermFor(channel);
        var hoursADay = act.Rules.Regime.WorkingHoursPerDay;
        return term.Unit switch
        {
            TermUnit.ClockHour => act.Local.PlusMinutes((long)(term.Value * share * 60)),
            TermUnit.WorkingHour => AfterWorkingHours(act, term.Value * share),
            TermUnit.WorkingDay => AfterWorkingHours(act, term.Value * share * hoursADay),
            TermUnit.CalendarDay => AfterWorkingHours(act, term.Value * share * hoursADay * 5 / 7),
            _ => AfterWorkingHours(act, term.Value * share * hoursADay * WorkingDaysAMonth),
        };
    }

    private static LocalDateTime AfterWorkingHours(ActContext act, double hours) =>
        act.Rules.Calendar.AddWorkingTime(act.Local, Duration.FromMinutes(Math.Round(hours * 60)));
}

using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>What is done next to a dossier and when: from the work that waits on the desks, and from the path.</summary>
internal sealed class JourneyPlan(JourneyPath path, DossierRules rules)
{
    private const int UnhurriedHours = 4;
    private static readonly Duration Least = Duration.FromMinutes(10);

    private WorkingCalendar Calendar => rules.Calendar;

    /// <summary>The next act in the demo office's words, not before <paramref name="now"/>; null when nobody has anything left to do.</summary>
    public (string Verb, LocalDateTime At)? Next(Dossier dossier, LocalDateTime now)
    {
        if (dossier.Status == DossierStatus.WithdrawalAsked)
            return ("agree", After(now, UnhurriedHours));
        if (LifeCycle.IsClosed(dossier.Status) || dossier.Work.Count == 0)
            return null;
        var work = First(dossier);
        var kind = KindOf(work, rules);
        return OnThePath(dossier, kind, now) ?? (VerbOf(kind), InGoodTime(work, now));
    }

    /// <summary>Where the path leaves the straight way.</summary>
    private (string Verb, LocalDateTime At)? OnThePath(Dossier dossier, StepKind kind, LocalDateTime now) =>
        (path, kind) switch
        {
            (JourneyPath.TurnAway, StepKind.ReceiveDossier) => ("refuse", After(now, 1)),
            (JourneyPath.Supplement or JourneyPath.Expire, StepKind.AppraiseDossier) when dossier.Supplements.Count == 0 => ("ask", After(now, 1)),
            (JourneyPath.Expire, StepKind.RequestSupplement) => (
                "expire",
                Calendar.Opening(Calendar.OnOrAfter(dossier.UnansweredSupplement!.AnswerBy.PlusDays(1)))
            ),
            (JourneyPath.Withdraw, StepKind.AppraiseDossier) => ("withdraw", After(now, 1)),
            (JourneyPath.Refuse, StepKind.DraftResult) => ("draft-refusal", After(now, 1)),
            (JourneyPath.Overdue, StepKind.AppraiseDossier) when !HasApologised(dossier) => ("apologise", LastDayToApologise(dossier, now)),
            (JourneyPath.Overdue, StepKind.AppraiseDossier) => (
                "appraise",
                Calendar.Opening(Calendar.PlusWorkingDays(dossier.PromisedDue!.Value.Date, 1)).PlusHours(1)
            ),
            _ => null,
        };

    /// <summary>What a dossier waits for now, the way that leads to a result: a withdrawal is declined.</summary>
    public static string VerbOf(Dossier dossier, DossierRules rules) =>
        dossier.Status switch
        {
            DossierStatus.Draft => "send",
            DossierStatus.WithdrawalAsked => "decline",
            _ when dossier.Opinions.Any(opinion => opinion.Answer is null) => "opine",
            _ => VerbOf(KindOf(First(dossier), rules)),
        };

    private static WorkItem First(Dossier dossier) =>
        dossier.Work.OrderBy(item => item.DueAt ?? item.Since).ThenBy(item => item.StepId, StringComparer.Ordinal).First();

    /// <summary>A step that the route does not name waits for an agency.</summary>
    private static StepKind KindOf(WorkItem work, DossierRules rules) => rules.StepOrNull(work.StepId)?.Kind ?? StepKind.ConsultAgency;

    private static string VerbOf(StepKind kind) =>
        kind switch
        {
            StepKind.ReceiveDossier => "accept",
            StepKind.AssignDossier => "assign",
            StepKind.AppraiseDossier => "appraise",
            StepKind.RequestSupplement => "supply",
            StepKind.ConsultAgency => "opine",
            StepKind.InspectSite => "inspect",
            StepKind.CollectFee => "pay",
            StepKind.DraftResult => "draft",
            StepKind.ReviewDraft => "approve",
            StepKind.SignResult => "sign",
            StepKind.IssueResult => "issue",
            StepKind.ReturnResult => "hand",
            StepKind.StopProcessing => "stop",
            StepKind.HumanTask or StepKind.ForwardToAuthority => "complete",
            _ => throw new InvalidOperationException($"The demo does not know how to do a step of the kind {kind}."),
        };

    /// <summary>A third into the step's own time, in working hours.</summary>
    private LocalDateTime InGoodTime(WorkItem work, LocalDateTime now)
    {
        if (work.DueAt is not { } due)
            return After(now, UnhurriedHours);
        var third = Calendar.WorkingTimeBetween(work.Since, due) / 3;
        var planned = Calendar.AddWorkingTime(work.Since, third);
        var soonest = Calendar.AddWorkingTime(now, Least);
        return planned > soonest ? planned : soonest;
    }

    private LocalDateTime LastDayToApologise(Dossier dossier, LocalDateTime now)
    {
        var day = Calendar.OnOrBefore(dossier.PromisedDue!.Value.Date.PlusDays(-rules.Regime.ApologyLeadDays));
        var morning = Calendar.Opening(day).PlusHours(1);
        return morning > now ? morning : Calendar.AddWorkingTime(now, Least);
    }

    private static bool HasApologised(Dossier dossier) => dossier.Ledger.Any(entry => entry.Kind == ClockEventKind.Apologise);

    private LocalDateTime After(LocalDateTime now, int hours) => Calendar.AddWorkingTime(now, Duration.FromHours(hours));
}

using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Lấy ý kiến: other agencies are asked, at their desk or by a link, answer, and are asked again.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Lấy ý kiến: asks another agency beside the route; the appraisal is not finished before it answers or its time is up. Until then the
    /// checks answered so far are kept. The agency sees what is chosen of papers and answers; null is what the procedure says.
    /// </summary>
    /// <param name="agencyKey">Key of the agency; not looked at where the body has a name of its own, or is asked again.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="answerBy">Until when.</param>
    /// <param name="checksSoFar">Findings that are kept.</param>
    /// <param name="shown">What it sees.</param>
    /// <param name="act">Who, when, under which rules.</param>
    /// <param name="body">Where a link is sent; null when it is asked at its desk. Never of what hides its sender.</param>
    /// <param name="again">The earlier question in whose place this one comes; one that is open still is taken back.</param>
    public IReadOnlyList<Refusal> AskOpinion(
        string agencyKey,
        string question,
        LocalDateTime answerBy,
        IReadOnlyList<CheckResult> checksSoFar,
        OpinionShown? shown,
        ActContext act,
        LinkedBody? body = null,
        OpinionAgain? again = null
    )
    {
        var work = FindWork(StepKind.AppraiseDossier, null, act, out var refusals);
        if (work is null)
            return refusals;
        var id = Guid.CreateVersion7();
        var earlier = again is null ? null : Opinions.FirstOrDefault(opinion => opinion.Id == again.Of);
        var (key, name) = BodyAsked(id, agencyKey, body, earlier, act.Rules.Procedure);
        Refusal?[] wrong =
        [
            string.IsNullOrWhiteSpace(question) ? new Refusal(nameof(RefusalCode.QuestionRequired), "question") : null,
            Opinions.Any(opinion => opinion.AgencyKey == key && opinion.Answer is null && !(opinion.Id == earlier?.Id && MayBeTakenBack(opinion)))
                ? new Refusal(nameof(RefusalCode.OpinionAlreadyAsked), "agency")
                : null,
            AppointedDay.WhyNot(answerBy.Date, "answerBy", WholeTermAfter(act.Local, act), act),
            .. WhyNotAgain(again, earlier),
            .. WhyNotLink(body, name),
        ];
        if (wrong.OfType<Refusal>().ToList() is { Count: > 0 } refused)
            return refused;
        if (earlier is not null && MayBeTakenBack(earlier))
            TakeBack(earlier, again!.Reason, act);
        var due = act.Rules.StepDue(act.Local, answerBy);
        var item = new WorkItem
        {
            Id = id,
            DossierId = Id,
            StepId = StepOf(id),
            Title = question,
            Role = StaffRole.ConsultedAgency,
            Unit = key,
            AssigneeName = name ?? AgencyNameOf(key, act.Rules.Procedure),
            Since = act.Local,
            DueAt = due.At,
            WarnFrom = due.WarnFrom,
            LateFrom = due.LateFrom,
        };
        _work.Add(item);
        Checks = [.. Checks.Where(before => checksSoFar.All(check => check.Key != before.Key)), .. checksSoFar];
        var sent = body is null ? "" : $"{item.AssigneeName ?? key} ({body.Email}): ";
        Record(DossierAct.AskOpinion, act, note: $"{(again is null ? "" : $"{again.Reason.Trim()}. ")}{sent}{question}", asRole: work.Role);
        OpenOpinion(
            new Opinion(id, key, question, act.Actor.Name, act.Local, item.DueAt ?? act.Local, null, Shown: shown)
            {
                Body = name,
                Link = body is null ? null : new OpinionLink(body.Email),
                Again = again,
            },
            item,
            act,
            body?.SealedSecret
        );
        return [];
    }

    /// <summary>Trả lời ý kiến: by the agency itself, or recorded from its letter by the division, or by the counter that has a scan of it.</summary>
    public IReadOnlyList<Refusal> GiveOpinion(Guid opinionId, OpinionAnswer answer, string? text, ActContext act)
    {
        var opinion = Opinions.FirstOrDefault(candidate => candidate.Id == opinionId && candidate.Answer is null);
        if (opinion is null)
            return [new Refusal(nameof(RefusalCode.OpinionNotOpen))];
        if (WhyNotAnswer(opinion, act) is { } refused)
            return [refused];
        var way =
            ComesByLink(act.Actor) ? OpinionWay.Link
            : act.Actor.Holds(StaffRole.ConsultedAgency, opinion.AgencyKey) ? OpinionWay.Desk
            : OpinionWay.Letter;
        Refusal?[] wrong =
        [
            answer == OpinionAnswer.Withdrawn ? new Refusal(nameof(RefusalCode.OpinionAnswerChoose), "answer") : null,
            answer is OpinionAnswer.Disagree or OpinionAnswer.AgreeOnConditions && string.IsNullOrWhiteSpace(text)
                ? new Refusal(nameof(RefusalCode.ReasonRequired), "text")
                : null,
            way == OpinionWay.Link && act.Actor.Name.Length == 0 ? new Refusal(nameof(RefusalCode.OpinionSignerMissing), "signerName") : null,
            way == OpinionWay.Letter && !IsHead(act) && !IsInDivision(act) && !Attachments.Any(file => file.At == act.Local && file.ById == act.Actor.AccountId)
                ? new Refusal(nameof(RefusalCode.OpinionScanMissing), "attach.files")
                : null,
        ];
        if (wrong.OfType<Refusal>().ToList() is { Count: > 0 } faults)
            return faults;
        var work = WorkOf(opinion)!;
        Replace(opinion with { Answer = answer, Text = text, AnsweredBy = act.Actor.Name, AnsweredAt = act.Local, Way = way });
        if (opinion.StepId is null)
            _work.Remove(work);
        else
            Complete(work, "Done", act);
        Record(DossierAct.GiveOpinion, act, note: text, work: work);
        TellWhoAsked(opinion, text, act);
        return [];
    }

    /// <summary>
    /// Thu hồi việc lấy ý kiến: whoever appraises takes back a question that was asked beside the route; its link opens nothing any more, and the body is told.
    /// </summary>
    public IReadOnlyList<Refusal> WithdrawOpinion(Guid opinionId, string? reason, ActContext act)
    {
        if (WhyNot(DossierAct.WithdrawOpinion, act) is { Count: > 0 } refused)
            return refused;
        if (Opinions.FirstOrDefault(candidate => candidate.Id == opinionId && MayBeTakenBack(candidate)) is not { } opinion)
            return [new Refusal(nameof(RefusalCode.OpinionNotOpen))];
        var why = VietnameseText.Clean(reason ?? "");
        if (why.Length == 0)
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        var name = AgencyNameOf(opinion.AgencyKey, act.Rules.Procedure) ?? opinion.AgencyKey;
        TakeBack(opinion, why, act);
        Record(DossierAct.WithdrawOpinion, act, note: $"{name}: {why}");
        Owe(
            NoticeKind.OpinionWithdrawn,
            act,
            opinion.Link is { } link ? new Addressee(Email: link.Email) : new Addressee(Unit: opinion.AgencyKey),
            StepOf(opinion.Id),
            ("body", name),
            ("step", opinion.Question),
            ("reason", why)
        );
        return [];
    }

    /// <summary>Whether this person may answer or write down the answer of an opinion now.</summary>
    public bool MayAnswer(Opinion opinion, ActContext act) => WhyNotAnswer(opinion, act) is null;

    /// <summary>Whether an open question lies on this person's own desk, as it does on that of the agency that is asked.</summary>
    public bool IsOnDesk(Opinion opinion, Actor actor) => WorkOf(opinion) is { } work && MayDo(work, actor);

    /// <summary>True while an asked opinion is awaited: unanswered, and the dossier has not ended without it.</summary>
    public bool IsOpen(Opinion opinion) => WorkOf(opinion) is not null;

    /// <summary>Đã hỏi lại: the same body was asked again, and what it says then counts.</summary>
    public bool IsReplaced(Opinion opinion) => Opinions.Any(later => later.Again?.Of == opinion.Id && later.Answer != OpinionAnswer.Withdrawn);

    /// <summary>What the link of a question opens now.</summary>
    public OpinionLinkState LinkStateOf(Opinion opinion, LocalDateTime now) =>
        opinion.Answer == OpinionAnswer.Withdrawn ? OpinionLinkState.Withdrawn
        : opinion.Answer is not null
            ? opinion.Way == OpinionWay.Link ? OpinionLinkState.Answered
                : OpinionLinkState.AnsweredOtherwise
        : !IsOpen(opinion) ? OpinionLinkState.Ended
        : now >= opinion.LinkOverFrom ? OpinionLinkState.Expired
        : OpinionLinkState.Open;

    /// <summary>Tên cơ quan được hỏi: as the procedure calls it, else as whoever asked did; null for what is no agency.</summary>
    public string? AgencyNameOf(string key, Procedure procedure) =>
        procedure.ConsultedAgencies.FirstOrDefault(agency => agency.Key == key)?.Name ?? Opinions.FirstOrDefault(opinion => opinion.AgencyKey == key)?.Body;

    /// <summary>The link by which the question that a piece of work is was sent; null for every other work.</summary>
    public OpinionLink? LinkOf(WorkItem item) => Opinions.FirstOrDefault(opinion => opinion.Answer is null && StepOf(opinion.Id) == item.StepId)?.Link;

    /// <summary>Whether a question may still be taken back: what the route waits for goes on with the route alone.</summary>
    public bool MayBeTakenBack(Opinion opinion) => opinion.StepId is null && IsOpen(opinion);

    private static string StepOf(Guid opinionId) => $"opinion:{opinionId:N}";

    /// <summary>Whoever appraises is told of an answer that somebody else brought: the body by its link or at its desk, the counter with the letter.</summary>
    private void TellWhoAsked(Opinion opinion, string? text, ActContext act)
    {
        if (Specialist is not { } holder || holder.AccountId == act.Actor.AccountId)
            return;
        Owe(
            NoticeKind.OpinionReceived,
            act,
            new Addressee(AccountId: holder.AccountId),
            StepOf(opinion.Id),
            ("body", AgencyNameOf(opinion.AgencyKey, act.Rules.Procedure) ?? opinion.AgencyKey),
            ("step", opinion.Question),
            ("text", text?.Trim() ?? "")
        );
    }

    /// <summary>Somebody who holds a link has no account.</summary>
    private static bool ComesByLink(Actor actor) => actor.AccountId is null && actor.Is(StaffRole.ConsultedAgency);

    /// <summary>The work that an open question is; null once it is answered, or when the dossier ended without the answer.</summary>
    private WorkItem? WorkOf(Opinion opinion) => opinion.Answer is null ? _work.Find(item => item.StepId == (opinion.StepId ?? StepOf(opinion.Id))) : null;

    private void Replace(Opinion now) => Opinions = [.. Opinions.Select(candidate => candidate.Id == now.Id ? now : candidate)];

    private void TakeBack(Opinion opinion, string reason, ActContext act)
    {
        _work.Remove(WorkOf(opinion)!);
        Replace(opinion with { Answer = OpinionAnswer.Withdrawn, Text = reason.Trim(), AnsweredBy = act.Actor.Name, AnsweredAt = act.Local });
    }

    /// <summary>The key and, where the procedure does not name it, the name: whoever was asked of this dossier before keeps its key.</summary>
    private (string Key, string? Name) BodyAsked(Guid id, string agencyKey, LinkedBody? body, Opinion? earlier, Procedure procedure)
    {
        if (earlier is not null)
            return (earlier.AgencyKey, earlier.Body);
        if (body?.Name is not { } typed)
            return (agencyKey, null);
        var name = VietnameseText.Clean(typed);
        bool Is(string? known) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);
        return procedure.ConsultedAgencies.FirstOrDefault(agency => Is(agency.Name)) is { } named ? (named.Key, null)
            : Opinions.FirstOrDefault(opinion => Is(opinion.Body)) is { } before ? (before.AgencyKey, before.Body)
            : ($"link:{id:N}", name);
    }

    private IEnumerable<Refusal> WhyNotAgain(OpinionAgain? again, Opinion? earlier)
    {
        if (again is null)
            yield break;
        if (earlier is null || IsReplaced(earlier))
            yield return new Refusal(nameof(RefusalCode.OpinionAskedAgain));
        if (string.IsNullOrWhiteSpace(again.Reason))
            yield return new Refusal(nameof(RefusalCode.ReasonRequired), "againReason");
    }

    private IEnumerable<Refusal> WhyNotLink(LinkedBody? body, string? name)
    {
        if (body is null)
            yield break;
        if (HidesApplicant)
            yield return new Refusal(nameof(RefusalCode.OpinionLinkHidden), "agency");
        if (name is { Length: 0 or > Opinion.MostLettersOfBody })
            yield return new Refusal(nameof(RefusalCode.OpinionBodyRequired), "bodyName", Opinion.MostLettersOfBody);
        if (!IdentityRules.IsEmail(body.Email))
            yield return new Refusal(nameof(RefusalCode.OpinionEmail), "bodyEmail");
    }

    private IReadOnlyList<Refusal> WhyNotWithdrawOpinion(ActContext act) =>
        WhyNotStep(null, act, StepKind.AppraiseDossier) is { Count: > 0 } refused ? refused
        : Opinions.Any(MayBeTakenBack) ? []
        : [new Refusal(nameof(RefusalCode.OpinionNotOpen))];

    /// <summary>
    /// The agency itself, at its desk or by its link while that opens; or the division, or the counter, that writes down what the agency sent.
    /// </summary>
    private Refusal? WhyNotAnswer(Opinion opinion, ActContext act) =>
        WorkOf(opinion) is not { } work ? new Refusal(nameof(RefusalCode.OpinionNotOpen))
        : IsShutOut(act.Actor) ? new Refusal(nameof(RefusalCode.ShutOut))
        : ComesByLink(act.Actor) && (opinion.Link is null || LinkStateOf(opinion, act.Local) != OpinionLinkState.Open)
            ? new Refusal(nameof(RefusalCode.OpinionLinkOver))
        : work.MayBeDoneBy(Towards(act.Actor)) || IsHead(act) || IsInDivision(act) || (IsAtDesk(StaffRole.CounterClerk, act) && !HidesApplicant) ? null
        : NotYours(HolderOf(work, act))[0];

    private void OpenOpinion(Opinion asked, WorkItem item, ActContext act, string? sealedSecret = null)
    {
        Opinions = [.. Opinions, asked with { Shown = asked.Shown ?? OpinionShown.ByProcedure(act.Rules.Procedure, item.Unit) }];
        var (kind, to) = asked.Link is { } link
            ? (NoticeKind.OpinionLinkSent, new Addressee(Email: link.Email))
            : (NoticeKind.OpinionAsked, new Addressee(Unit: item.Unit));
        List<(string Name, string Value)> facts = [("step", asked.Question), ("due", Say(item.DueAt)), ("askedBy", act.Actor.Name)];
        if (asked.Link is not null)
            facts.AddRange([
                ("body", item.AssigneeName ?? item.Unit),
                ("until", VietnameseDate.Print(asked.AnswerBy.Date)),
                (Notice.SealedFact, sealedSecret ?? ""),
            ]);
        Owe(kind, act, to, item.StepId, [.. facts]);
    }
}

using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Hồ sơ thủ tục hành chính. Three parts of state over one history: the life cycle (<see cref="Status"/>), the work (<see cref="Work"/>, from
/// the route) and the clock (<see cref="Ledger"/>). Every change is a verb of this type, which writes the history itself and refuses with
/// values; what it changes commits in one transaction.
/// </summary>
public sealed partial class Dossier
{
    private readonly List<WorkItem> _work = [];
    private readonly List<HistoryLine> _history = [];
    private readonly List<Notice> _notices = [];
    private LocalDate procedureVersion;
    private string reference = "";
    private string routeId = "";
    private string divisionKey = "";
    private string firstDivision = "";
    private int routeVersion;

    public required Guid Id { get; init; }

    /// <summary>Mã tra cứu: unguessable, given with the first draft; resumes the draft and, with the identity number, tracks the dossier.</summary>
    public required string Reference
    {
        get => reference;
        init => reference = value;
    }

    /// <summary>Mã hồ sơ (Thông tư 01/2018/TT-VPCP, Điều 19); given at acceptance, never reused.</summary>
    public string? Code { get; private set; }

    public required string ProcedureSlug { get; init; }

    public required LocalDate ProcedureVersion
    {
        get => procedureVersion;
        init => procedureVersion = value;
    }

    public required string RegimeName { get; init; }

    public required string RouteId
    {
        get => routeId;
        init => routeId = value;
    }

    /// <summary>Kept from the beginning to the end, unless <see cref="MoveTo"/> moves the dossier.</summary>
    public required int RouteVersion
    {
        get => routeVersion;
        init => routeVersion = value;
    }

    /// <summary>Phòng giải quyết: the division that handles it now; moves only to a successor (<see cref="MoveToSuccessor"/>).</summary>
    public required string DivisionKey
    {
        get => divisionKey;
        init => divisionKey = firstDivision = value;
    }

    /// <summary>The division it was opened for; with the successions it tells whose it was on any day.</summary>
    public string FirstDivision
    {
        get => firstDivision;
        private set => firstDivision = value;
    }

    public required SubmissionChannel Channel { get; init; }

    /// <summary>Giữ bí mật người gửi: only those who handle the dossier may know who sent it.</summary>
    public bool HidesApplicant { get; init; }

    /// <summary>The applicant's account, when the dossier was made by somebody logged in.</summary>
    public Guid? OwnerAccountId { get; init; }

    public Applicant Applicant { get; private set; } = new(ApplicantKind.Individual, "", "", "", null, null);

    public Submitter? Submitter { get; private set; }

    public ReturnBy ReturnBy { get; private set; }

    public FormData Form { get; private set; } = FormData.Empty;

    /// <summary>Nội dung nhận biết: by what another dossier about the same thing is found; none of a draft.</summary>
    public string[] Matters { get; private set; } = [];

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    public IReadOnlyList<SupplementRequest> Supplements { get; private set; } = [];

    public IReadOnlyList<Opinion> Opinions { get; private set; } = [];

    public IReadOnlyList<CheckResult> Checks { get; private set; } = [];

    public FormData? Inspection { get; private set; }

    public DecisionDraft? ResultDraft { get; private set; }

    public Decision? Decision { get; private set; }

    /// <summary>Chữ ký không còn dùng: what was signed and may never be issued; the file stays kept, whatever it is like.</summary>
    public IReadOnlyList<Decision> FallenSignatures { get; private set; } = [];

    public HandOver? HandOver { get; private set; }

    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public DossierStatus Status { get; private set; } = DossierStatus.Draft;

    /// <summary>Where the dossier stands if an asked withdrawal is refused.</summary>
    public DossierStatus? StatusBeforeWithdrawal { get; private set; }

    public RouteState? RouteState { get; private set; }

    public IReadOnlyList<ClockEvent> Ledger { get; private set; } = [];

    public Instant CreatedAt { get; init; }

    /// <summary>Thời điểm nộp.</summary>
    public LocalDateTime? SubmittedAt { get; private set; }

    /// <summary>Hạn trả lời hồ sơ trực tuyến: 8 working hours after submission (NĐ 45/2020 Điều 11; R-3).</summary>
    public LocalDateTime? AnswerDue { get; private set; }

    public LocalDateTime? AcceptedAt { get; private set; }

    /// <summary>Hạn theo quy định, as last computed from the ledger; null while the clock has not started.</summary>
    public LocalDateTime? StatutoryDue { get; private set; }

    /// <summary>Ngày hẹn trả: what the applicant was last told.</summary>
    public LocalDateTime? PromisedDue { get; private set; }

    public LocalDateTime? FinishedAt { get; private set; }

    /// <summary>
    /// Trước hạn, đúng hạn, quá hạn: the class of a dossier that has ended, against the date that no apology moves; null while it is open, was never
    /// accepted, or by mistake.
    /// </summary>
    public FinishClass? FinishClass { get; private set; }

    /// <summary>Số lần hẹn lại: how often a new date was promised; reports count it apart.</summary>
    public int RePromises { get; private set; }

    /// <summary>Counts the acts; two people who act on the same count cannot both succeed.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<WorkItem> Work => _work;

    public IReadOnlyList<HistoryLine> History => _history;

    public IReadOnlyList<Notice> Notices => _notices;

    public bool IsAccepted => AcceptedAt is not null;

    /// <summary>What the applicant may answer on a day: nothing once the last day is over, also before the waiting is ended.</summary>
    public SupplementRequest? OpenSupplement(LocalDate today) => AwaitedSupplement is { } awaited && !awaited.IsOver(today) ? awaited : null;

    /// <summary>What the dossier waits for until it is sent or the waiting is ended.</summary>
    private SupplementRequest? AwaitedSupplement => Status == DossierStatus.AwaitingSupplement && UnansweredSupplement is { IsOpen: true } open ? open : null;

    /// <summary>What the applicant was asked last and has not sent, also when the time for it has run out.</summary>
    public SupplementRequest? UnansweredSupplement => Supplements is [.., { AnsweredAt: null } last] ? last : null;

    /// <summary>Hết hạn bổ sung: what was asked and can be sent no more, until the dossier is stopped.</summary>
    public SupplementRequest? SupplementInVain(LocalDate today) =>
        UnansweredSupplement is { } asked && asked.IsOver(today) && !LifeCycle.IsClosed(Status) ? asked : null;

    /// <summary>Reads the clock with its proof, as it stands at <paramref name="at"/>.</summary>
    public ClockReading ReadClock(DossierRules rules, LocalDateTime? at) => ReadClock(rules, Ledger, at);

    private ClockReading ReadClock(DossierRules rules, IEnumerable<ClockEvent> ledger, LocalDateTime? at) =>
        rules.ReadClock(Channel, [.. ledger.Select(WithLastDay)], at);

    /// <summary>A request for a supplement with its last day, which the request itself says.</summary>
    private ClockEvent WithLastDay(ClockEvent entry) =>
        entry.Kind == ClockEventKind.SupplementAsked && Supplements.FirstOrDefault(request => request.AskedAt == entry.At) is { } asked
            ? entry with
            {
                To = asked.AnswerBy,
            }
            : entry;

    /// <summary>
    /// Why the clock would not take an event that is about to be written, but for what it may merely leave out of its count; asked before
    /// anything is changed.
    /// </summary>
    private IReadOnlyList<Refusal> RefusedByClock(ClockEvent entry, string? field, ActContext act, ClockRefusalReason? merelyUncounted = null) =>
        [
            .. from refused in act.Rules.ReadClock(Channel, [.. Ledger, entry], act.Local).Refusals
            where refused.At == entry.At && refused.Kind == entry.Kind && refused.Reason != merelyUncounted
            select refused.Reason == ClockRefusalReason.SupplementOnlyOnce
                ? new Refusal(nameof(RefusalCode.SecondSupplementNeedsHead)) { LegalBasis = refused.LegalBasis }
                : new Refusal(nameof(RefusalCode.ClockRefuses), field, refused.Text) { LegalBasis = refused.LegalBasis },
        ];

    /// <summary>The common end of every verb: the status follows from the work, one history line is written.</summary>
    private void Record(DossierAct what, ActContext act, DossierStatus? status = null, string? note = null, WorkItem? work = null, StaffRole? asRole = null)
    {
        var from = Status;
        var to = status ?? StatusOfWork(act.Rules.Route);
        if (!LifeCycle.Allows(from, to))
            throw new InvalidOperationException($"The route {act.Rules.Route.Id} leads dossier {Id} from status {from} to {to}, which the life cycle forbids.");
        Status = to;
        Revision++;
        IsUntouched = what == DossierAct.Accept || (IsUntouched && (act.Actor.Is(StaffRole.System) || what is DossierAct.Attach or DossierAct.Detach));
        _work.ForEach(item => item.PressWith(LateFrom));
        var actor = Towards(act.Actor);
        var role = actor.RoleFor(asRole ?? work?.Role);
        _history.Add(
            new HistoryLine
            {
                DossierId = Id,
                At = act.Now,
                Act = what,
                ActorId = act.Actor.AccountId,
                ActorName = act.Actor.Name,
                ActorRole = role,
                ActorUnit = actor.UnitFor(role),
                OnBehalfOf = actor.OnBehalf(role, work?.AssigneeId),
                StepId = work?.StepId,
                StepTitle = work?.Title,
                StepSince = work?.Since,
                StepDueAt = work?.DueAt,
                StepClass = work?.DueAt is { } due ? StepDue.ClassOf(due, work.LateFrom, act.Local) : null,
                From = from,
                To = to,
                StatutoryDue = StatutoryDue,
                LateFrom = LateFrom,
                Note = note,
            }
        );
    }

    private static string Say(LocalDateTime? moment) => moment is { } said ? VietnameseDate.Print(said) : "";

    /// <summary>How a notice names the applicant: a hidden one by name only to themselves.</summary>
    public string ApplicantFor(Addressee to) =>
        HidesApplicant && to.Email is null ? new Refusal(nameof(RefusalCode.HiddenSender)).SentenceIn(DeadlineTexts.Official) : Applicant.Name;

    private void TellApplicant(NoticeKind kind, ActContext act, params (string Name, string Value)[] facts)
    {
        if (Applicant.Email is not { Length: > 0 } email)
            return;
        Owe(kind, act, new Addressee(Email: email), null, facts);
    }

    /// <summary>The step keeps apart what one act owes one person about several steps.</summary>
    private void Owe(NoticeKind kind, ActContext act, Addressee to, string? step, params (string Name, string Value)[] facts) =>
        _notices.Add(NoticeOf(kind, $"{Id:N}/{Revision}/{kind}/{to.Key}{(step is null ? "" : $"/{step}")}", act, to, facts));

    /// <summary>Thư báo tin trao đổi: carries a message of the thread to the other side; no act owes it.</summary>
    public Notice NoticeOfMessage(NoticeKind kind, Guid message, string text, Addressee to, ActContext act) =>
        NoticeOf(kind, Notice.KeyOf(Id, kind, $"{message:N}", to), act, to, ("text", text), ("by", act.Actor.Name));

    private Notice NoticeOf(NoticeKind kind, string key, ActContext act, Addressee to, params (string Name, string Value)[] facts)
    {
        var all = facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);
        all["code"] = Code ?? Reference;
        all["reference"] = Reference;
        all["procedure"] = act.Rules.Procedure.Name;
        all["applicant"] = ApplicantFor(to);
        all["office"] = act.Rules.Organisation.For(DivisionKey, act.Local.Date).Name;
        return new Notice
        {
            Id = Guid.CreateVersion7(),
            Key = key,
            DossierId = Id,
            Kind = kind,
            Email = to.Email,
            AccountId = to.AccountId,
            Unit = to.Unit,
            Facts = all,
            OwedAt = act.Now,
        };
    }
}

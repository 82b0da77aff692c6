using System.Linq.Expressions;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Dòng hồ sơ: what lists, boards and statistics need of one dossier. The database writes it when the act commits, from the view that says what stands in it;
/// it is only read.
/// </summary>
public sealed class DossierRow
{
    /// <summary>Đang ở cơ quan: sent and not closed, the condition of every index of what is open.</summary>
    public static Expression<Func<DossierRow, bool>> InTheOffice =>
        row =>
            row.Status == DossierStatus.AwaitingAcceptance
            || row.Status == DossierStatus.Accepted
            || row.Status == DossierStatus.InProcess
            || row.Status == DossierStatus.AwaitingSupplement
            || row.Status == DossierStatus.AwaitingPayment
            || row.Status == DossierStatus.WithdrawalAsked
            || row.Status == DossierStatus.ResultReady;

    public Guid DossierId { get; private set; }

    public int Revision { get; private set; }

    public string Reference { get; private set; } = "";

    public string? Code { get; private set; }

    public string ProcedureSlug { get; private set; } = "";

    public LocalDate ProcedureVersion { get; private set; }

    public string RouteId { get; private set; } = "";

    /// <summary>The division that has it.</summary>
    public string DivisionKey { get; private set; } = "";

    /// <summary>The division it was opened for, by which statistics tell whose it was on any day.</summary>
    public string FirstDivision { get; private set; } = "";

    public SubmissionChannel Channel { get; private set; }

    public ReturnBy ReturnBy { get; private set; }

    public Guid? OwnerAccountId { get; private set; }

    public bool HidesApplicant { get; private set; }

    /// <summary>The accounts that do not find it.</summary>
    public Guid[] ShutOut { get; private set; } = [];

    public DossierStatus Status { get; private set; }

    /// <summary>Null for a sender who is kept secret.</summary>
    public string? Applicant { get; private set; }

    public Instant CreatedAt { get; private set; }

    public LocalDateTime? SubmittedAt { get; private set; }

    public LocalDateTime? AcceptedAt { get; private set; }

    public LocalDateTime? FinishedAt { get; private set; }

    public int RePromises { get; private set; }

    public ClockState Clock { get; private set; }

    public FinishClass? FinishClass { get; private set; }

    public LocalDateTime? DueAt { get; private set; }

    public LocalDateTime? FirstDue { get; private set; }

    public IReadOnlyList<LocalDateTime> WarnAt { get; private set; } = [];

    public LocalDateTime? LateFrom { get; private set; }

    public LocalDateTime? WaitOverFrom { get; private set; }

    /// <summary>Tình trạng hạn của hồ sơ.</summary>
    public DueState Due => new(Clock, FinishClass, DueAt, FirstDue, WarnAt, LateFrom, WaitOverFrom);

    /// <summary>Of the open steps the one that presses most; null when none is open.</summary>
    public string? StepId { get; private set; }

    public string? StepTitle { get; private set; }

    public StaffRole? StepRole { get; private set; }

    public string? StepUnit { get; private set; }

    /// <summary>Người đang giữ: whom the step is assigned to.</summary>
    public Guid? HolderId { get; private set; }

    public string? HolderName { get; private set; }

    public LocalDateTime? StepSince { get; private set; }

    public LocalDateTime? StepDue { get; private set; }

    public LocalDateTime? StepWarnFrom { get; private set; }

    public LocalDateTime? StepLateFrom { get; private set; }

    /// <summary>How many steps and questions are open.</summary>
    public int? OpenWork { get; private set; }

    /// <summary>What it is sorted by: what is done by when it was, the rest by the first moment at which it or its step is late.</summary>
    public LocalDateTime Moment { get; private set; }

    public DecisionKind? Decision { get; private set; }

    /// <summary>Bị trả lại: why its step came back; null when it did not.</summary>
    public string? SentBack { get; private set; }

    /// <summary>Có bổ sung: a supplement came, and nothing was done since.</summary>
    public bool IsSupplied { get; private set; }

    /// <summary>Chờ ý kiến: an agency was asked and has not answered.</summary>
    public bool AwaitsOpinion { get; private set; }

    /// <summary>Who processes it; of a dossier that hides its sender, one of the few who find it.</summary>
    public Guid? SpecialistId { get; private set; }

    /// <summary>Sắp đến hạn từ: the first point of early warning.</summary>
    public LocalDateTime? WarnFrom { get; private set; }

    /// <summary>The name without marks, by which names are sorted; null for a sender who is kept secret.</summary>
    public string? ApplicantFold { get; private set; }

    /// <summary>Number of the applicant; null for a sender who is kept secret.</summary>
    public string? ApplicantIdentity { get; private set; }

    /// <summary>By what another dossier about the same thing is found; none where the sender is kept secret.</summary>
    public string[] Matters { get; private set; } = [];

    /// <summary>The last round of papers that was brought to the counter or came by post, 0 for the first; null for a dossier without paper.</summary>
    public int? PaperRound { get; private set; }

    /// <summary>Chờ bàn giao: which way its paper waits to be handed over; null while it does not.</summary>
    public TransferWay? PapersWait { get; private set; }

    /// <summary>Where it stands in the register of dossiers: day and code; null for what is neither accepted nor ended.</summary>
    public string? BookKey { get; private set; }

    /// <summary>Số lần yêu cầu bổ sung.</summary>
    public int SupplementRounds { get; private set; }

    /// <summary>Đã số hóa thành phần: whether every paper has its file; null where there is no paper.</summary>
    public bool? IsScanned { get; private set; }

    /// <summary>Có kết quả điện tử.</summary>
    public bool HasElectronicResult { get; private set; }

    /// <summary>Nguyên nhân chậm of the letter of apology; null where none was recorded, empty of a sender who is kept secret.</summary>
    public string? LateReason { get; private set; }

    /// <summary>Chưa giao ai: its step waits for any specialist of the division, of whom somebody is one; as <see cref="Dossier.WhyNot"/> says of the act.</summary>
    public bool MayBeClaimedBy(Actor actor) =>
        this is { SpecialistId: null, StepRole: StaffRole.Specialist, HolderId: null, HidesApplicant: false, Status: not DossierStatus.WithdrawalAsked }
        && actor.HoldsAsOwn(StaffRole.Specialist, DivisionKey);

    /// <summary>Hạn của bước.</summary>
    public DueState? StepDueState => StepId is null ? null : WorkItem.DueOf(StepDue, StepWarnFrom, StepLateFrom);
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Where the pages about one dossier are: the one list of addresses that pages of different features link to.</summary>
public static class StepPaths
{
    public static string Dossier(Guid id) => $"/ho-so/{id}";

    public static string Proof(Guid id) => $"/ho-so/{id}/thoi-han";

    public static string Paper(Guid id, Guid paperId) => $"/ho-so/{id}?handler=Paper&paperId={paperId}";

    public static string Slip(Guid id, string hash) => $"/ho-so/{id}?handler=Slip&hash={hash}";

    /// <summary>The result as it is now: issued, else signed, else the draft marked DỰ THẢO.</summary>
    public static string Result(Guid id) => $"/ho-so/{id}?handler=Result";

    /// <summary>The desk of the counter.</summary>
    public const string Counter = "/mot-cua";

    /// <summary>Where the counter chooses the procedure of a dossier brought to it.</summary>
    public const string TakeIn = "/mot-cua/tiep-nhan";

    public static string Receive(Guid id) => $"/mot-cua/ho-so/{id}";

    public static string Receipt(Guid id) => $"/mot-cua/bien-nhan/{id}";

    /// <summary>The receipt of a take-in on paper of any size.</summary>
    public static string ReceiptSlip(Guid id) => $"{Receipt(id)}/in";

    /// <summary>Where what was typed wrong is put right.</summary>
    public static string Correction(Guid id) => $"/dinh-chinh/{id}";

    /// <summary>Where scans and photos are put beside the papers.</summary>
    public static string Attach(Guid id) => $"/dinh-kem/{id}";

    public static string Attachment(Guid id, Guid attachment) => $"/ho-so/{id}?handler=Attachment&attachmentId={attachment}";

    /// <summary>Where the form of a dossier that was taken in quickly is typed to its end.</summary>
    public static string CompleteForm(Guid id) => $"/nhap-du/{id}";

    public static string VoidTakeIn(Guid id) => $"/mot-cua/huy-tiep-nhan/{id}";

    /// <summary>What was done to dossiers, by whom.</summary>
    public const string ActLog = "/nhat-ky";

    public static string ActLogOf(Guid person) => $"{ActLog}?nguoi={person}";

    /// <summary>Where dossiers on paper are handed over between counter and division.</summary>
    public const string Transfers = "/ban-giao";

    public static string Transfer(Guid list) => $"{Transfers}/{list}";

    /// <summary>Where papers of the dossiers that were ticked in a list are printed.</summary>
    public const string Print = "/in";

    public static string Renumber(Guid id) => $"/phat-hanh/{id}/cap-so-khac";

    public static string HandOver(Guid id) => $"/mot-cua/tra/{id}";

    public static string Stop(Guid id) => $"/dung-giai-quyet/{id}";

    public static string AskSupplement(Guid id) => $"/bo-sung/{id}";

    /// <summary>Where the counter takes in what answers a request.</summary>
    public static string TakeSupplement(Guid id) => $"/mot-cua/bo-sung/{id}";

    /// <summary>The same of a dossier that hides its sender, by the reference on the receipt of whoever brings it.</summary>
    public static string TakeSupplement(Guid id, string reference) => $"{TakeSupplement(id)}?ma={Uri.EscapeDataString(reference)}";

    /// <summary>Where a fee is taken.</summary>
    public static string Payment(Guid id) => $"/thu-phi/{id}";

    /// <summary>Where a receipt, and the money with it, is cancelled.</summary>
    public static string CancelPayment(Guid id) => $"/huy-bien-lai/{id}";

    /// <summary>Where a fee is given back.</summary>
    public static string Refund(Guid id) => $"/hoan-phi/{id}";

    /// <summary>Biên lai của một khoản thu, to be printed.</summary>
    public static string FeeReceipt(Guid id, int payment) => $"/bien-lai/{id}/{payment}";

    public static string Withdrawal(Guid id) => $"/rut-ho-so/{id}";

    /// <summary>Where it is recorded whom a dossier is about.</summary>
    public static string Denounced(Guid id) => $"/nguoi-bi-to-cao/{id}";

    public static string Apology(Guid id) => $"/xin-loi/{id}";

    /// <summary>A licence in the register.</summary>
    public static string Licence(Guid id) => $"/so-giay-phep/{id}";

    public static string Assignment(Guid id) => $"/phan-cong/{id}";

    /// <summary>Where a specialist takes what nobody has.</summary>
    public static string Claim(Guid id) => $"/nhan-viec/{id}";

    public static string Release(Guid id) => $"/tra-viec/{id}";

    public static string Opinion(Guid id, Guid opinionId) => $"/y-kien/{id}?opinionId={opinionId}";

    /// <summary>Where a body is asked again.</summary>
    public static string AskAgain(Guid id, Guid opinionId) => $"/tham-dinh/{id}?hoi-lai={opinionId}";

    /// <summary>The page where a waiting step is done; an opinion asked beside the route has no step of the route.</summary>
    public static string Of(WorkItem item, RouteStep? step) =>
        step?.Kind switch
        {
            StepKind.ReceiveDossier => Receive(item.DossierId),
            StepKind.AssignDossier => Assignment(item.DossierId),
            StepKind.AppraiseDossier => $"/tham-dinh/{item.DossierId}",
            StepKind.InspectSite => $"/kiem-tra-thuc-te/{item.DossierId}",
            StepKind.CollectFee => Payment(item.DossierId),
            StepKind.DraftResult => $"/du-thao/{item.DossierId}",
            StepKind.ReviewDraft => $"/duyet-du-thao/{item.DossierId}",
            StepKind.SignResult => $"/ky/{item.DossierId}",
            StepKind.IssueResult => $"/phat-hanh/{item.DossierId}",
            StepKind.ReturnResult => HandOver(item.DossierId),
            StepKind.StopProcessing => Stop(item.DossierId),
            StepKind.HumanTask or StepKind.ForwardToAuthority => $"/buoc/{item.DossierId}",
            StepKind.ConsultAgency or null => $"/y-kien/{item.DossierId}?stepId={Uri.EscapeDataString(item.StepId)}",
            _ => Dossier(item.DossierId),
        };
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Tests.Files;

namespace HaiDuong.Licensing.IntegrationTests.Attack;

/// <summary>A form of the program that does something to one dossier: where it is sent, which act it is, and what a person would fill in.</summary>
internal sealed record ActPost(string Page, string? Handler, DossierAct Act, Dictionary<string, string> Fields)
{
    public string AddressFor(Dossier dossier) => Addresses.Fill(Page, dossier) + (Handler is null ? "" : $"?handler={Handler}");
}

/// <summary>Every form about a dossier, filled in rightly: only who sends it, and when, is wrong.</summary>
internal static class ActPosts
{
    public static byte[] Letter => SamplePdf.OnePage;

    /// <summary>Posts that are about no dossier that somebody else filed; the walk knows them by their pages.</summary>
    public static readonly IReadOnlyList<string> AboutNoDossier =
    [
        "/",
        "/ban-do/nhap",
        "/ban-do/nhap/{id:guid}",
        "/ban-giao",
        "/ban-giao/{id:guid}",
        "/dang-ky",
        "/dang-nhap",
        "/dang-xuat",
        "/dev/kit",
        "/doi-han",
        "/ke-toan/chot-so",
        "/bao-cao",
        "/ke-toan/doi-soat",
        "/ke-toan/quyen-bien-lai",
        "/kiem-tra/{code?}",
        "/lay-so",
        "/lay-y-kien/{secret}",
        "/loi/{code:int}",
        "/hang-loat",
        "/hang-loat/{id:guid}",
        "/ho-so",
        "/in",
        "/ho-so/{id:guid}",
        "/mot-cua/goi-so",
        "/mot-cua/tiep-nhan/{slug}",
        "/ngon-ngu",
        "/nhap-do/{id:guid?}",
        "/nop-ho-so/{slug}",
        "/quan-tri/du-kien",
        "/quan-tri/kiem-tra-du-lieu",
        "/quan-tri/lich",
        "/quan-tri/mau-ly-do",
        "/quan-tri/nhap-du-lieu",
        "/quan-tri/nhap-du-lieu/{id:guid}",
        "/quan-tri/quy-trinh",
        "/quan-tri/quy-trinh/chuyen-phien-ban",
        "/quan-tri/quy-trinh/{id}",
        "/quan-tri/quy-trinh-dung",
        "/quan-tri/tai-khoan/moi",
        "/quan-tri/tai-khoan/{id:guid}",
        "/quan-tri/thong-bao",
        "/quan-tri/thu-tuc/{slug}",
        "/quan-tri/thu-tuc/{slug}/cong-bo",
        "/quan-tri/thu-tuc/{slug}/sua",
        "/quan-tri/tinh-trang",
        "/quan-tri/to-chuc",
        "/so-giay-phep/{id:guid}",
        "/so-van-ban/den",
        "/tai-khoan",
        "/theo-doi/{address}/mo",
        "/theo-doi/{reference}",
        "/tiep-tuc",
        "/tra-cuu/{code?}",
        "/vang-mat/ghi",
    ];

    public static IReadOnlyList<ActPost> All(Guid specialist) =>
        [
            new("/nop-ho-so/{slug}/to-khai/{reference?}", null, DossierAct.Draft, new() { ["go"] = "draft", ["applicant.name"] = "Kẻ lạ" }),
            new("/nop-ho-so/{slug}/giay-to/{reference}", null, DossierAct.Draft, new() { ["remove"] = "{paper}" }),
            new("/nop-ho-so/{slug}/xem-lai/{reference}", null, DossierAct.Submit, []),
            new("/mot-cua/ho-so/{id:guid}", "Accept", DossierAct.Accept, []),
            new("/mot-cua/ho-so/{id:guid}", "Refuse", DossierAct.RefuseAtDoor, new() { ["reason"] = "Không thuộc thẩm quyền" }),
            new(
                "/bo-sung/{id:guid}",
                null,
                DossierAct.AskSupplement,
                new()
                {
                    ["ask"] = "Paper:manuscript",
                    ["reason.Paper.manuscript"] = "Thiếu",
                    ["reason"] = "Thiếu",
                    ["answerBy"] = "2025-09-30",
                    ["SeenQuestion"] = "AppointedDayFar:2025-09-30",
                }
            ),
            new("/theo-doi/{reference}/bo-sung", null, DossierAct.Supply, new() { ["go"] = "supply" }),
            new("/mot-cua/bo-sung/{id:guid}", null, DossierAct.Supply, new() { ["go"] = "supply", ["papers.manuscript.originals"] = "2" }),
            new("/phan-cong/{id:guid}", null, DossierAct.Assign, new() { ["Specialist"] = specialist.ToString() }),
            new("/tra-viec/{id:guid}", null, DossierAct.Release, new() { ["Reason"] = "Nghỉ phép" }),
            new("/nhan-viec/{id:guid}", null, DossierAct.Claim, []),
            new("/tham-dinh/{id:guid}", null, DossierAct.Appraise, new() { ["StepId"] = "appraise" }),
            new(
                "/tham-dinh/{id:guid}",
                "Opinion",
                DossierAct.AskOpinion,
                new()
                {
                    ["Agency"] = "province",
                    ["Question"] = "Ý kiến",
                    ["AnswerBy"] = "2025-09-12",
                }
            ),
            new("/y-kien/{id:guid}", null, DossierAct.GiveOpinion, new() { ["OpinionId"] = "{opinion}", ["Answer"] = "Agree" }),
            new("/y-kien/{id:guid}", "Withdraw", DossierAct.WithdrawOpinion, new() { ["OpinionId"] = "{opinion}", ["Reason"] = "Nhầm" }),
            new("/kiem-tra-thuc-te/{id:guid}", null, DossierAct.Inspect, new() { ["StepId"] = "inspect" }),
            new(
                "/thu-phi/{id:guid}",
                null,
                DossierAct.RecordPayment,
                new()
                {
                    ["Amount"] = "1000",
                    ["ReceiptNumber"] = "PT-1",
                    ["Method"] = "cash",
                }
            ),
            new("/huy-bien-lai/{id:guid}", null, DossierAct.CancelPayment, new() { ["payment"] = "0", ["reason"] = "Nhầm" }),
            new(
                "/hoan-phi/{id:guid}",
                null,
                DossierAct.Refund,
                new()
                {
                    ["Amount"] = "1000",
                    ["Document"] = "PC-1",
                    ["Reason"] = "Thừa",
                }
            ),
            new("/buoc/{id:guid}", null, DossierAct.CompleteStep, new() { ["StepId"] = "verify", ["Outcome"] = "Done" }),
            new(
                "/du-thao/{id:guid}",
                null,
                DossierAct.DraftResult,
                new()
                {
                    ["StepId"] = "draft",
                    ["Decision"] = "Refuse",
                    ["Reason"] = "Không đủ",
                }
            ),
            new(
                "/du-thao/{id:guid}",
                "Preview",
                DossierAct.DraftResult,
                new()
                {
                    ["StepId"] = "draft",
                    ["Decision"] = "Refuse",
                    ["Reason"] = "Không đủ",
                }
            ),
            new("/duyet-du-thao/{id:guid}", null, DossierAct.ApproveDraft, new() { ["StepId"] = "review" }),
            new("/duyet-du-thao/{id:guid}", "SendBack", DossierAct.SendBack, new() { ["StepId"] = "review", ["Reason"] = "Sửa" }),
            new("/ky/{id:guid}", null, DossierAct.Sign, new() { ["StepId"] = "sign" }),
            new("/ky/{id:guid}", "SendBack", DossierAct.SendBack, new() { ["StepId"] = "sign", ["Reason"] = "Sửa" }),
            new("/phat-hanh/{id:guid}", null, DossierAct.Issue, new() { ["StepId"] = "issue" }),
            new("/phat-hanh/{id:guid}", "SendBack", DossierAct.SendBack, new() { ["StepId"] = "issue", ["reason"] = "Sửa" }),
            new("/phat-hanh/{id:guid}/cap-so-khac", null, DossierAct.Renumber, new() { ["Reason"] = "Hỏng giấy" }),
            new("/mot-cua/tra/{id:guid}", null, DossierAct.HandOver, new() { ["receiver"] = "Người nhận", ["by"] = "Counter" }),
            new("/rut-ho-so/{id:guid}", "Ask", DossierAct.AskWithdrawal, new() { ["reason"] = "Rút", ["paper"] = "{file}" }),
            new("/rut-ho-so/{id:guid}", "Agree", DossierAct.ConfirmWithdrawal, []),
            new("/rut-ho-so/{id:guid}", "Refuse", DossierAct.RefuseWithdrawal, new() { ["reason"] = "Không" }),
            new("/theo-doi/{reference}/rut", null, DossierAct.AskWithdrawal, new() { ["reason"] = "Rút" }),
            new("/mot-cua/huy-tiep-nhan/{id:guid}", null, DossierAct.VoidTakeIn, new() { ["reason"] = "Nhầm" }),
            new(
                "/dinh-chinh/{id:guid}",
                null,
                DossierAct.Correct,
                new()
                {
                    ["reason"] = "Gõ nhầm",
                    ["whole"] = "false",
                    ["applicant.phone"] = "0220 385 9999",
                }
            ),
            new("/dinh-kem/{id:guid}", null, DossierAct.Attach, new() { ["attach.title"] = "Công văn", ["attach.files"] = "{file}" }),
            new("/dinh-kem/{id:guid}", "Remove", DossierAct.Detach, new() { ["attachmentId"] = specialist.ToString(), ["reason"] = "Nhầm" }),
            new("/nhap-du/{id:guid}", null, DossierAct.CompleteForm, new() { ["documentTitle"] = "Kỷ yếu" }),
            new("/xin-loi/{id:guid}", null, DossierAct.Apologise, new() { ["NewDate"] = "2025-10-30", ["Reason"] = "Chậm" }),
            new("/dung-giai-quyet/{id:guid}", null, DossierAct.Stop, new() { ["StepId"] = "stop", ["reason"] = "Không bổ sung" }),
            new("/nguoi-bi-to-cao/{id:guid}", null, DossierAct.NameDenounced, new() { ["person"] = specialist.ToString() }),
            new("/nguoi-bi-to-cao/{id:guid}", "Readmit", DossierAct.ReadmitDenounced, new() { ["person"] = specialist.ToString(), ["reason"] = "Nhầm" }),
        ];
}

using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>A form about a dossier: who sends it, where it is, what is typed and attached, and what comes back when it is done.</summary>
internal sealed record KillRunForm(string? Person, string Page, string? Handler, params IReadOnlyList<(string Name, string Value)> Typed)
{
    /// <summary>The page whose link leads to the form, when its address has more in it than the dossier.</summary>
    public string? FoundOn { get; init; }

    public HttpStatusCode Done { get; init; } = HttpStatusCode.Found;

    public IReadOnlyList<(string Field, string Name, byte[] Bytes)> Files { get; init; } = [];

    public string Address => Handler is null ? Page : $"{Page}?handler={Handler}";
}

/// <summary>A dossier on its way.</summary>
internal sealed record KillRunDossier(Guid Id, string Reference, bool IsAccepted);

/// <summary>The ways that dossiers go: from the counter or the applicant's own pages to the hand-over, the refusal or the withdrawal.</summary>
internal sealed class KillRunWays(IReadOnlyList<string> checks, Guid specialist, LocalDate today)
{
    public const string Clerk = "mot-cua";
    private const string Head = "truong-phong-bao-chi";
    public const string Specialist = "chuyen-vien-bao-chi";

    /// <summary>What the counter does at once when it takes a dossier in.</summary>
    public static readonly IReadOnlyList<DossierAct> TakenIn = [DossierAct.Submit, DossierAct.Accept];

    private static readonly DossierAct[] ToTheHandOver = [DossierAct.ApproveDraft, DossierAct.Sign, DossierAct.Issue, DossierAct.HandOver];

    /// <summary>The acts after the first ones; a way that begins with the counter is marked.</summary>
    public static readonly IReadOnlyList<(bool AtCounter, IReadOnlyList<DossierAct> Acts)> All =
    [
        (true, [DossierAct.Assign, DossierAct.Appraise, DossierAct.RecordPayment, DossierAct.DraftResult, .. ToTheHandOver]),
        (
            false,
            [
                DossierAct.Accept,
                DossierAct.Assign,
                DossierAct.AskSupplement,
                DossierAct.Supply,
                DossierAct.Appraise,
                DossierAct.RecordPayment,
                DossierAct.DraftResult,
                DossierAct.SendBack,
                DossierAct.DraftResult,
                .. ToTheHandOver,
            ]
        ),
        (
            false,
            [
                DossierAct.AskSupplement,
                DossierAct.Supply,
                DossierAct.Accept,
                DossierAct.Assign,
                DossierAct.AskOpinion,
                DossierAct.GiveOpinion,
                DossierAct.AskWithdrawal,
                DossierAct.RefuseWithdrawal,
                DossierAct.AskWithdrawal,
                DossierAct.ConfirmWithdrawal,
            ]
        ),
        (false, [DossierAct.RefuseAtDoor]),
    ];

    public KillRunForm FormOf(DossierAct act, KillRunDossier on) =>
        act switch
        {
            DossierAct.Accept => new(Clerk, $"/mot-cua/ho-so/{on.Id}", "Accept"),
            DossierAct.RefuseAtDoor => new(Clerk, $"/mot-cua/ho-so/{on.Id}", "Refuse", ("reason", "Không thuộc thẩm quyền của Sở")),
            DossierAct.AskSupplement => new(
                on.IsAccepted ? Specialist : Clerk,
                $"/bo-sung/{on.Id}",
                null,
                ("ask", "Paper:manuscript"),
                ("reason.Paper.manuscript", "Thiếu dấu"),
                ("ask", "Field:pages"),
                ("reason.Field.pages", "Không khớp bản thảo"),
                ("reason", "Hồ sơ chưa đủ"),
                ("answerBy", "31/12/2049"),
                ("SeenQuestion", "AppointedDayFar:2049-12-31")
            ),
            DossierAct.Supply => new(null, $"/theo-doi/{on.Reference}/bo-sung", null, ("pages", "118"), ("go", "supply"))
            {
                Files = [("papers.manuscript", "Bản thảo sửa.pdf", PermitApplication.Pdf)],
            },
            DossierAct.Assign => new(Head, $"/phan-cong/{on.Id}", null, ("Specialist", specialist.ToString())),
            DossierAct.AskOpinion => new(
                Specialist,
                $"/tham-dinh/{on.Id}",
                "Opinion",
                ("Agency", "police"),
                ("Question", "Cho ý kiến về nội dung"),
                ("AnswerBy", VietnameseDate.Print(today.PlusDays(2)))
            )
            {
                Done = HttpStatusCode.OK,
            },
            DossierAct.GiveOpinion => new("cong-an", $"/y-kien/{on.Id}", null, ("Answer", nameof(OpinionAnswer.Agree)), ("Text", "Thống nhất"))
            {
                FoundOn = "/viec-cua-toi",
            },
            DossierAct.Appraise => new(Specialist, $"/tham-dinh/{on.Id}", null, [.. checks.Select(key => ($"checks.{key}", "true"))]),
            DossierAct.RecordPayment => new(
                "ke-toan",
                $"/thu-phi/{on.Id}",
                null,
                ("Amount", "1500000"),
                ("ReceiptNumber", $"{on.Id:N}"),
                ("Method", "transfer")
            ),
            DossierAct.DraftResult => new(
                Specialist,
                $"/du-thao/{on.Id}",
                null,
                ("Decision", "Grant"),
                ("fields.permittedCopies", "500"),
                ("fields.permittedDistribution", "Trong tỉnh"),
                ("fields.permittedPurpose", "Lưu hành nội bộ"),
                ("fields.depositCopies", "2")
            ),
            DossierAct.SendBack => new(Head, $"/duyet-du-thao/{on.Id}", "SendBack", ("Reason", "Sửa câu chữ")),
            DossierAct.ApproveDraft => new(Head, $"/duyet-du-thao/{on.Id}", null),
            DossierAct.Sign => new("giam-doc", $"/ky/{on.Id}", null, ("proof", DemoPeople.Password)),
            DossierAct.Issue => new("van-thu", $"/phat-hanh/{on.Id}", null),
            DossierAct.HandOver => new(Clerk, $"/mot-cua/tra/{on.Id}", null, ("receiver", "Người nhận"), ("by", "Counter")),
            DossierAct.AskWithdrawal => new(null, $"/theo-doi/{on.Reference}/rut", null, ("Reason", "Không xuất bản nữa")),
            DossierAct.ConfirmWithdrawal => new(Head, $"/rut-ho-so/{on.Id}", "Agree"),
            DossierAct.RefuseWithdrawal => new(Head, $"/rut-ho-so/{on.Id}", "Refuse", ("reason", "Đã thẩm định xong")),
            _ => throw new InvalidOperationException($"Nobody is told how to {act}."),
        };
}

using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Ý kiến của cơ quan phối hợp: a question to another agency and its answer. <see cref="StepId"/> is set when the route waits for it.</summary>
public sealed record Opinion(
    Guid Id,
    string AgencyKey,
    string Question,
    string AskedBy,
    LocalDateTime AskedAt,
    LocalDateTime AnswerBy,
    string? StepId,
    OpinionAnswer? Answer = null,
    string? Text = null,
    string? AnsweredBy = null,
    LocalDateTime? AnsweredAt = null,
    OpinionShown? Shown = null
)
{
    /// <summary>The longest name of a body that whoever asks types.</summary>
    public const int MostLettersOfBody = 150;

    /// <summary>Tên cơ quan: of a body that the procedure does not name, as whoever asked typed it; its key is this dossier's alone.</summary>
    public string? Body { get; init; }

    /// <summary>Liên kết trả lời; null when the agency is asked at its desk.</summary>
    public OpinionLink? Link { get; init; }

    /// <summary>Hỏi lại; null when the body is asked for the first time.</summary>
    public OpinionAgain? Again { get; init; }

    /// <summary>Cách trả lời; null while there is no answer, and of answers from before this was kept.</summary>
    public OpinionWay? Way { get; init; }

    /// <summary>The first moment at which its link opens nothing any more: its day is over.</summary>
    internal LocalDateTime LinkOverFrom => LateMoment.AfterTheDay(AnswerBy);

    /// <summary>What the agency may see while it is asked; of a question from before this was chosen, what the procedure says.</summary>
    public OpinionShown ShownBy(Procedure procedure) => Shown ?? OpinionShown.ByProcedure(procedure, AgencyKey);

    /// <summary>Người trả lời qua liên kết: whoever signs for the body; the name is empty where one of the two is not said.</summary>
    /// <param name="signer">The name.</param>
    /// <param name="post">The post in the body.</param>
    /// <param name="body">How the body is called.</param>
    public Actor ByLink(string? signer, string? post, string body) =>
        new(
            null,
            string.IsNullOrWhiteSpace(signer) || string.IsNullOrWhiteSpace(post)
                ? ""
                : new Refusal("Opinion.ByLink", null, VietnameseText.Clean(signer), VietnameseText.Clean(post), body).SentenceIn(DeadlineTexts.Official),
            [new RoleHolding(StaffRole.ConsultedAgency, AgencyKey)]
        );
}

/// <summary>Liên kết trả lời ý kiến: good for one answer, until the day of the question is over. Its secret stands in the mail and nowhere else.</summary>
/// <param name="Email">Where it was sent.</param>
public sealed record OpinionLink(string Email);

/// <summary>Hỏi lại: an earlier question to the same body, in whose place this one counts.</summary>
/// <param name="Of">Which.</param>
/// <param name="Reason">Why it is asked again.</param>
public sealed record OpinionAgain(Guid Of, string Reason);

/// <summary>Cơ quan được gửi liên kết.</summary>
/// <param name="Name">As whoever asks calls it; null for an agency that the procedure names.</param>
/// <param name="Email">Where the link goes.</param>
/// <param name="SealedSecret">The secret of the link, sealed for the mail.</param>
public sealed record LinkedBody(string? Name, string Email, string SealedSecret);

/// <summary>Cách trả lời ý kiến.</summary>
public enum OpinionWay
{
    /// <summary>Tại tài khoản của cơ quan.</summary>
    Desk,

    /// <summary>Qua liên kết.</summary>
    Link,

    /// <summary>Bằng văn bản giấy, cán bộ ghi nhận.</summary>
    Letter,
}

/// <summary>Tình trạng của liên kết trả lời.</summary>
public enum OpinionLinkState
{
    /// <summary>Đang dùng được.</summary>
    Open,

    /// <summary>Đã trả lời qua liên kết.</summary>
    Answered,

    /// <summary>Đã có trả lời bằng cách khác.</summary>
    AnsweredOtherwise,

    /// <summary>Đã thu hồi.</summary>
    Withdrawn,

    /// <summary>Quá hạn.</summary>
    Expired,

    /// <summary>Hồ sơ đã kết thúc.</summary>
    Ended,
}

/// <summary>
/// Phần hồ sơ gửi kèm khi lấy ý kiến: the papers, and the fields and tables of the form, by key, that an agency sees while its opinion is open.
/// </summary>
public sealed record OpinionShown(IReadOnlyList<string> Papers, IReadOnlyList<string> Fields)
{
    /// <summary>What the procedure says for the agency; where it says nothing, every paper and every field of the form, each by name.</summary>
    public static OpinionShown ByProcedure(Procedure procedure, string agencyKey)
    {
        var agency = procedure.ConsultedAgencies.FirstOrDefault(candidate => candidate.Key == agencyKey);
        return new OpinionShown(
            [.. agency?.Papers ?? procedure.Papers.Select(paper => paper.Key)],
            [.. agency?.Fields ?? procedure.Form.Fields.Select(field => field.Key).Concat(procedure.Form.Tables.Select(table => table.Key))]
        );
    }
}

/// <summary>Loại ý kiến.</summary>
public enum OpinionAnswer
{
    /// <summary>Thống nhất.</summary>
    Agree,

    /// <summary>Thống nhất có điều kiện.</summary>
    AgreeOnConditions,

    /// <summary>Không thống nhất.</summary>
    Disagree,

    /// <summary>Không thuộc thẩm quyền.</summary>
    NotConcerned,

    /// <summary>Không trả lời trong thời hạn.</summary>
    NoAnswerInTime,

    /// <summary>Đã thu hồi câu hỏi: no answer of the agency, and none is awaited any more.</summary>
    Withdrawn,
}

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>What a person does at a step (loại bước xử lý): the activity types of the namespace <c>HaiDuong</c> in a route file.</summary>
public enum StepKind
{
    /// <summary>Tiếp nhận hồ sơ.</summary>
    ReceiveDossier,

    /// <summary>Phân công thụ lý.</summary>
    AssignDossier,

    /// <summary>Thẩm định hồ sơ.</summary>
    AppraiseDossier,

    /// <summary>Yêu cầu bổ sung hồ sơ, and the wait for the applicant.</summary>
    RequestSupplement,

    /// <summary>Lấy ý kiến cơ quan, đơn vị phối hợp.</summary>
    ConsultAgency,

    /// <summary>Kiểm tra thực tế.</summary>
    InspectSite,

    /// <summary>Thu phí, lệ phí.</summary>
    CollectFee,

    /// <summary>Dự thảo kết quả.</summary>
    DraftResult,

    /// <summary>Trình duyệt dự thảo.</summary>
    ReviewDraft,

    /// <summary>Ký kết quả.</summary>
    SignResult,

    /// <summary>Vào số, đóng dấu, phát hành.</summary>
    IssueResult,

    /// <summary>Trả kết quả.</summary>
    ReturnResult,

    /// <summary>Chuyển hồ sơ đến cơ quan có thẩm quyền.</summary>
    ForwardToAuthority,

    /// <summary>Dừng xử lý hồ sơ.</summary>
    StopProcessing,

    /// <summary>Bước việc khác: any other work; its outcomes are the ones the route connects.</summary>
    HumanTask,
}

using HaiDuong.Licensing.OneStop.Desks;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>A column of the list of dossiers; its words have its name.</summary>
public enum ListColumn
{
    /// <summary>Hạn hồ sơ.</summary>
    Due,

    /// <summary>Hạn bước.</summary>
    StepDue,
    Dossier,
    Applicant,
    Procedure,

    /// <summary>Bước đang chờ.</summary>
    Step,

    /// <summary>Người giữ.</summary>
    Holder,
    Status,
    Unit,
    Channel,
    SubmittedAt,
    AcceptedAt,
    PromisedDue,
    FinishedAt,

    /// <summary>Ở bước này từ.</summary>
    StepSince,

    /// <summary>Cách nhận kết quả.</summary>
    ReturnBy,

    /// <summary>Lý do trả lại.</summary>
    SentBack,
}

/// <summary>Which columns a list shows.</summary>
public static class ListColumns
{
    private static readonly ListColumn[] OfOpen =
    [
        ListColumn.Due,
        ListColumn.StepDue,
        ListColumn.Dossier,
        ListColumn.Applicant,
        ListColumn.Procedure,
        ListColumn.Step,
        ListColumn.Holder,
    ];

    private static readonly ListColumn[] OfAll =
    [
        ListColumn.Due,
        ListColumn.Dossier,
        ListColumn.Applicant,
        ListColumn.Procedure,
        ListColumn.Status,
        ListColumn.SubmittedAt,
        ListColumn.FinishedAt,
    ];

    /// <summary>Those chosen, in their fixed order; without a choice what the group is looked at with. The dossier itself is always there.</summary>
    public static IReadOnlyList<ListColumn> Shown(IReadOnlyList<ListColumn> chosen, DossierFilter filter) =>
        chosen.Count > 0 ? [.. chosen.Append(ListColumn.Dossier).Distinct().Where(Enum.IsDefined).Order()]
        : filter.Figure is not null || filter.Group is ListGroup.Ended or ListGroup.All ? OfAll
        : OfOpen;
}

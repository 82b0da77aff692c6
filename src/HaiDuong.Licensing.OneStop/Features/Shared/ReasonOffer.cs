using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>
/// Chọn mẫu lý do below a field (<c>_Reasons</c>): each button fills its text in, with the script at once, without it by showing the form again
/// (<see cref="SentForm.ShownAgain"/>). The form begins with an <c>hd-default</c>, so that Enter chooses no reason.
/// </summary>
public sealed record ReasonOffer(DossierPage Page, ReasonPurpose Purpose, string Field)
{
    /// <summary>The handler of the act that takes the reason, where the form has several.</summary>
    public string? Handler { get; init; }

    public FormCondition? ShowWhen { get; init; }
}

/// <summary>The buttons of an offer (<c>_ReasonButtons</c>), wherever what may be chosen comes from.</summary>
public sealed record ReasonButtons(OfferedReasons Offered, string Field)
{
    /// <summary>Where a button sends the form without the script; null is its own address.</summary>
    public string? To { get; init; }

    public FormCondition? ShowWhen { get; init; }
}

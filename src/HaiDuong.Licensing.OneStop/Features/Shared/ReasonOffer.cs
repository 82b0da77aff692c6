using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.OneStop.Access;
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

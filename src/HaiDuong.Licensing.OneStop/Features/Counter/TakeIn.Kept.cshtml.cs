using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>What the page tells beside the form: what was typed before and not sent, and what is wrong.</summary>
public sealed partial class TakeInModel
{
    /// <summary>Nội dung nhập dở: what the clerk typed for this procedure before and did not send.</summary>
    public IReadOnlyList<KeptForm> Kept { get; private set; } = [];

    /// <summary>That what was typed is back.</summary>
    public string? ShownAgain => sent.ShownAgain?.Sentence;

    public string? ErrorOf(string name) => Typed.Refusals.FirstOrDefault(refusal => refusal.Field == name)?.Sentence;

    /// <summary>The procedure to take in instead, when it is in force.</summary>
    public Procedure? Instead(EligibilityQuestion question) => question.Instead is { } slug ? catalogue.ShownInForce(slug, clock.Today) : null;
}

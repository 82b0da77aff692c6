using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Acts;

/// <summary>Các việc làm được hàng loạt.</summary>
public sealed class BatchActs(IEnumerable<IBatchAct> acts)
{
    /// <summary>The act of a kind.</summary>
    public IBatchAct Of(BatchKind kind) => acts.Single(act => act.Kind == kind);

    /// <summary>What somebody may choose dossiers for.</summary>
    public IReadOnlyList<BatchKind> For(Actor actor) => [.. acts.Where(act => act.Door.Admits(actor)).Select(act => act.Kind).Order()];
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Acts;

/// <summary>Việc làm được hàng loạt: how an act is done to each of many dossiers. It stands beside the act that it does.</summary>
public interface IBatchAct
{
    BatchKind Kind { get; }

    /// <summary>Who chooses dossiers for it; of which ones it can be done is the rule of the act itself.</summary>
    ForRolesAttribute Door { get; }

    DossierAct Act { get; }

    /// <summary>The step that it does; null beside the route.</summary>
    StepKind? Step { get; }

    /// <summary>Does it to one: what was decided for all and for this one is in the batch.</summary>
    Task<ActResult> DoOneAsync(Batch batch, BatchItem item, Actor actor, CancellationToken cancel);
}

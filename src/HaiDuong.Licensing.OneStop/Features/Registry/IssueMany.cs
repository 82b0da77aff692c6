using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Registry;

/// <summary>Cấp số, đóng dấu nhiều kết quả, in the order in which they were chosen.</summary>
public sealed class IssueMany(IssueResult issue) : IBatchAct
{
    public BatchKind Kind => BatchKind.Issue;

    public ForRolesAttribute Door { get; } = new(StaffRole.RegistryClerk);

    public DossierAct Act => DossierAct.Issue;

    public StepKind? Step => StepKind.IssueResult;

    public Task<ActResult> DoOneAsync(Batch batch, BatchItem item, Actor actor, CancellationToken cancel) =>
        issue.DoAsync(new IssueResultRequest(item.DossierId, item.Revision, item.StepId ?? ""), actor, cancel);
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Which fact, why, and how many lines about it the person saw.</summary>
public sealed record WithdrawFactRequest(string File, string Path, string Reason, int Seen);

/// <summary>Rút xác nhận: an earlier confirmation holds no longer; it stays in the history and the mark is shown again.</summary>
public sealed class WithdrawFact(FactDesk desk)
{
    /// <summary>Every reason why it is not withdrawn; empty when it is.</summary>
    public Task<IReadOnlyList<Refusal>> DoAsync(WithdrawFactRequest request, Actor actor, CancellationToken cancel) =>
        desk.AddAsync(
            FactDesk.Line(request.File, request.Path, FactMark.Withdrawn, request.Reason),
            request.Seen,
            actor,
            (_, isConfirmed) => isConfirmed ? null : new Refusal(nameof(RefusalCode.FactNotConfirmed)),
            cancel
        );
}

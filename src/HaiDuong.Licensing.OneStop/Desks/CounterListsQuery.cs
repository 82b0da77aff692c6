using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>What waits at the counter.</summary>
public enum CounterList
{
    /// <summary>Hồ sơ trực tuyến chờ trả lời.</summary>
    Online,

    /// <summary>Kết quả chờ trả.</summary>
    HandOver,

    /// <summary>Yêu cầu rút chờ giải quyết.</summary>
    Withdrawals,

    /// <summary>Hồ sơ quá hạn bổ sung trước tiếp nhận, chờ dừng.</summary>
    Stops,
}

/// <summary>The dossiers of each list of the counter; none is in two.</summary>
public sealed class CounterListsQuery(OfficeDbContext db, Rulebooks rulebooks)
{
    /// <summary>The steps that stop a dossier, whatever status a route gives them.</summary>
    public string[] Stops => [.. rulebooks.StepsOf(StepKind.StopProcessing)];

    /// <summary>What was never accepted waits at the counter to be stopped: its supplement did not come.</summary>
    public IQueryable<DossierRow> Of(CounterList list) =>
        list switch
        {
            CounterList.Online => db.DossierRows.Where(row => row.Status == DossierStatus.AwaitingAcceptance),
            CounterList.HandOver => db.DossierRows.Where(row => row.Status == DossierStatus.ResultReady),
            CounterList.Withdrawals => db.DossierRows.Where(row => row.Status == DossierStatus.WithdrawalAsked),
            _ => db.DossierRows.Where(row =>
                row.AcceptedAt == null && row.Status != DossierStatus.WithdrawalAsked && row.StepRole == StaffRole.CounterClerk && Stops.Contains(row.StepId)
            ),
        };
}

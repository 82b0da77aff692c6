using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>What the desk shows.</summary>
public enum FeeDeskList
{
    /// <summary>Chờ nộp.</summary>
    Due,

    /// <summary>Thu lại.</summary>
    OwedAgain,

    /// <summary>Phải hoàn.</summary>
    Refunds,
}

/// <summary>Bàn kế toán: what is to be taken and given back, and what was taken today.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.CounterClerk)]
public sealed class DeskModel(FeeDeskQuery desk, FeeBookQuery book, FeeWords names, CurrentActor current, ProcedureCatalogue catalogue, OfficeClock clock)
    : PageModel
{
    public const string Address = "/ke-toan";

    [BindProperty(SupportsGet = true, Name = "muc")]
    public FeeDeskList List { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    public IReadOnlyDictionary<FeeDeskList, int> Counts { get; private set; } = new Dictionary<FeeDeskList, int>();

    public IReadOnlyList<FeeTask> Tasks { get; private set; } = [];

    /// <summary>Thu hôm nay, by way of payment.</summary>
    public IReadOnlyList<FeeSum> Today { get; private set; } = [];

    public FeeFilter Day => new(clock.Today, clock.Today);

    public Instant Now => clock.Now;

    public string? More { get; private set; }

    public string ProcedureName(FeeTask task) => catalogue.NameOf(task.Row.ProcedureSlug, task.Row.ProcedureVersion);

    public string MethodName(FeeSum sum) => names.Method(sum.Method);

    /// <summary>Where it is done, which leads back to the row that follows.</summary>
    public string HrefOf(int index) =>
        ListPlace.Href(
            List == FeeDeskList.Refunds ? StepPaths.Refund(Tasks[index].Row.DossierId) : StepPaths.Payment(Tasks[index].Row.DossierId),
            Request,
            Tasks,
            task => task.Row.DossierId,
            index
        );

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        var isAccountant = actor.Is(StaffRole.Accountant);
        var again = await desk.OwedAgainAsync(actor, cancel);
        var refunds = isAccountant ? await desk.RefundsAsync(actor, cancel) : [];
        Counts = new Dictionary<FeeDeskList, int>
        {
            [FeeDeskList.Due] = await desk.CountAsync(actor, cancel),
            [FeeDeskList.OwedAgain] = again.Count,
            [FeeDeskList.Refunds] = refunds.Count,
        }
            .Where(list => isAccountant || list.Key != FeeDeskList.Refunds)
            .ToDictionary();
        Tasks = List == FeeDeskList.OwedAgain ? again : refunds;
        if (List == FeeDeskList.Due)
        {
            (Tasks, var next) = await desk.DueAsync(actor, After, cancel);
            More = next is null ? null : $"?sau={next}";
        }

        Today =
        [
            .. (await book.SumsAsync(clock.Today, clock.Today, actor, cancel))
                .GroupBy(sum => (sum.Group, sum.Method))
                .Select(group => group.First() with { Count = group.Sum(sum => sum.Count), Amount = group.Sum(sum => sum.Amount) })
                .OrderBy(sum => sum.Group)
                .ThenBy(sum => sum.Method, StringComparer.Ordinal),
        ];
    }
}

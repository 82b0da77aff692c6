using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>Chốt sổ ngày: the days of the last month, those that are open among them; one is chosen to be closed or opened again.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.CounterClerk)]
public sealed class ClosingModel(
    CashDaysQuery query,
    CloseCashDay close,
    ReopenCashDay reopen,
    CurrentActor current,
    OfficeClock clock,
    PageWords<ClosingModel> words
) : PageModel
{
    public const string Address = "/ke-toan/chot-so";

    private const int Days = 31;

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    /// <summary>Whose day is chosen, and which.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public Guid? Cashier { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public LocalDate? Day { get; set; }

    [BindProperty]
    public long? Counted { get; set; }

    [BindProperty]
    public string? Explanation { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public IReadOnlyList<CashDayLine> Lines { get; private set; } = [];

    public CashDayLine? Chosen => Lines.FirstOrDefault(line => line.Day.CashierId == Cashier && line.Day.Day == Day);

    public bool MayReopen { get; private set; }

    public LocalDate First => From ?? Last.PlusDays(-Days);

    public LocalDate Last => To ?? clock.Today;

    public string HrefOf(CashDayLine line) =>
        PageAddress.Of(
            Address,
            ("tu", VietnameseDate.Print(First)),
            ("den", VietnameseDate.Print(Last)),
            ("nguoi", line.Day.CashierId.ToString()),
            ("ngay", VietnameseDate.Print(line.Day.Day))
        );

    public static FeeFilter ListOf(CashDayLine line) => new(line.Day.Day, line.Day.Day) { Cashier = line.Day.CashierId.ToString() };

    public static string Say(Instant at) => VietnameseDate.Print(OfficeClock.ToLocal(at));

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(await current.GetAsync(cancel), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        var request = new CloseCashDayRequest(Cashier ?? Guid.Empty, Day ?? clock.Today, Counted, Explanation);
        return await AnswerAsync(await close.DoAsync(request, actor, cancel), "Closed", actor, cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        return await AnswerAsync(await reopen.DoAsync(Cashier ?? Guid.Empty, Day ?? clock.Today, Reason ?? "", actor, cancel), "Reopened", actor, cancel);
    }

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Refusal> refusals, string good, Actor actor, CancellationToken cancel)
    {
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words[good, VietnameseDate.Print(Day ?? clock.Today)]);
            return Redirect(Address);
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await ReadAsync(actor, cancel);
        return Page();
    }

    private async Task ReadAsync(Actor actor, CancellationToken cancel)
    {
        MayReopen = query.MayReopen(actor);
        Lines = First > Last ? [] : await query.ReadAsync(First, Last, actor, cancel);
    }
}

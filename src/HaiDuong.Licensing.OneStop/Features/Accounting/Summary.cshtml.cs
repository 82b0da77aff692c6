using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>A row of a table of sums: how often, and how much, of each kind.</summary>
public sealed record SummaryRow(string Key, string Label, IReadOnlyDictionary<FeeGroup, (int Count, decimal Amount)> Parts)
{
    /// <summary>Thực thu: taken less what was cancelled and given back.</summary>
    public decimal Net => Of(FeeGroup.Taken).Amount - Of(FeeGroup.Cancelled).Amount - Of(FeeGroup.Refunded).Amount;

    public (int Count, decimal Amount) Of(FeeGroup group) => Parts.GetValueOrDefault(group);

    public static SummaryRow Over(string key, string label, IEnumerable<FeeSum> sums) =>
        new(key, label, sums.GroupBy(sum => sum.Group).ToDictionary(group => group.Key, group => (group.Sum(sum => sum.Count), group.Sum(sum => sum.Amount))));
}

/// <summary>Tổng hợp thu phí, lệ phí of a period, by procedure, way, series and person; every figure opens its list.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.CounterClerk)]
public sealed class SummaryModel(FeeBookQuery query, FeeWords names, CurrentActor current, OfficeClock clock, PageWords<SummaryModel> words) : PageModel
{
    public const string Address = "/ke-toan/tong-hop";

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    public FeeFilter Filter => new(From ?? clock.Today.With(DateAdjusters.StartOfMonth), To ?? clock.Today);

    public IReadOnlyList<(FeePart Part, IReadOnlyList<SummaryRow> Rows)> Tables { get; private set; } = [];

    public SummaryRow Total { get; private set; } = SummaryRow.Over("", "", []);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && Filter.From > Filter.To)
            ModelState.AddModelError("tu", words["Backwards"]);
        if (!ModelState.IsValid)
            return;
        var sums = await query.SumsAsync(Filter.From, Filter.To, await current.GetAsync(cancel), cancel);
        var symbols = await query.SymbolsAsync(sums.Select(sum => sum.Series).OfType<Guid>().Distinct(), cancel);
        Total = SummaryRow.Over("", words["Total"], sums);
        Tables =
        [
            .. Enum.GetValues<FeePart>()
                .Select(part =>
                    (
                        part,
                        (IReadOnlyList<SummaryRow>)
                            [
                                .. sums.Where(sum => part is FeePart.Procedure or FeePart.Cashier || sum.Group != FeeGroup.Refunded)
                                    .GroupBy(sum => sum.KeyOf(part))
                                    .Select(group => SummaryRow.Over(group.Key, names.Of(part, group.First(), symbols), group))
                                    .OrderBy(row => row.Label, StringComparer.CurrentCulture),
                            ]
                    )
                ),
        ];
    }
}

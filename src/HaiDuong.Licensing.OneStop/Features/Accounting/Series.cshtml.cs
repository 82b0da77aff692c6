using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fees;
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

/// <summary>Quyển biên lai: those that are in use, used up and stopped; a new one is registered below them.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.Administrator)]
public sealed class SeriesModel(
    ReceiptSeriesQuery query,
    RegisterSeries register,
    StopSeries stop,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<SeriesModel> words
) : PageModel
{
    public const string Address = "/ke-toan/quyen-bien-lai";

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Form { get; set; }

    [BindProperty]
    public string? Symbol { get; set; }

    [BindProperty]
    public long? First { get; set; }

    [BindProperty]
    public long? Last { get; set; }

    [BindProperty]
    public LocalDate? InForceFrom { get; set; }

    /// <summary>Why a series is stopped.</summary>
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The one that is being stopped.</summary>
    [BindProperty(SupportsGet = true, Name = "ngung")]
    public Guid? Stopped { get; set; }

    public IReadOnlyList<SeriesLine> Lines { get; private set; } = [];

    /// <summary>The departments for which the person registers.</summary>
    public IReadOnlyList<FieldChoice> Offices { get; private set; } = [];

    public SeriesLine? Stopping => Lines.FirstOrDefault(line => line.Series.Id == Stopped && !line.Series.IsStopped);

    public string OfficeName(ReceiptSeries series) =>
        catalogue.Organisation.Offices.FirstOrDefault(office => office.Key == series.Office)?.Name ?? series.Office;

    /// <summary>Of the series of an office that could give a number today only the oldest gives it.</summary>
    public string StateOf(SeriesLine line) =>
        line.Series.IsStopped ? "Stopped"
        : line.Left == 0 ? "UsedUp"
        : line.Series.InForceFrom > clock.Today ? "NotYet"
        : Lines
            .Where(one => one.Series.Office == line.Series.Office && !one.Series.IsStopped && one.Left > 0 && one.Series.InForceFrom <= clock.Today)
            .OrderBy(one => one.Series.InForceFrom)
            .ThenBy(one => one.Series.RegisteredAt)
            .First() == line
            ? "InUse"
        : "Next";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(await current.GetAsync(cancel), cancel);
        (InForceFrom, First) = (clock.Today, 1);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        var offices = query.OfficesOf(actor);
        var office = offices.Count == 1 ? offices[0].Key : Office ?? "";
        var entry = new ReceiptSeriesEntry(office, Form?.Trim() ?? "", Symbol?.Trim() ?? "", First, Last, InForceFrom);
        return await AnswerAsync(await register.DoAsync(entry, actor, cancel), "Registered", actor, cancel);
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        Stopped = id;
        return await AnswerAsync(await stop.DoAsync(id, Reason ?? "", actor, cancel), "StoppedIt", actor, cancel);
    }

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Refusal> refusals, string good, Actor actor, CancellationToken cancel)
    {
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words[good]);
            return Redirect(Address);
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await ReadAsync(actor, cancel);
        return Page();
    }

    private async Task ReadAsync(Actor actor, CancellationToken cancel)
    {
        Lines = await query.ReadAsync(actor, cancel);
        Offices = [.. query.OfficesOf(actor).Select(office => new FieldChoice(office.Key, office.Name))];
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>Kiểm tra dữ liệu: when all that the office keeps was last looked at, and what was wrong.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class DataCheckModel(
    LastDataCheckQuery query,
    PaperScans scans,
    ClockGuard guard,
    ConfirmClock confirm,
    CurrentActor current,
    OfficeOptions options,
    PageWords<DataCheckModel> words
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "after")]
    public long After { get; set; }

    public KeptDataCheck? Last { get; private set; }

    public ScanSituation Scan { get; private set; } = null!;

    /// <summary>Whether the keys in the data folder lie open.</summary>
    public bool HasOpenKeys => options.HasOpenKeys;

    /// <summary>How the clock has jumped; null while it goes as it should.</summary>
    public ClockJump? Jump { get; private set; }

    public IReadOnlyList<KeptDataFault> Faults { get; private set; } = [];

    public string? More => Faults.Count == LastDataCheckQuery.Size ? $"?after={Faults[^1].Serial}" : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Jump = await guard.LookAsync(cancel);
        Scan = await scans.SituationAsync(cancel);
        Last = await query.FindAsync(cancel);
        if (Last is not null)
            Faults = await query.FaultsAsync(Last.Id, After, cancel);
    }

    public async Task<IActionResult> OnPostClockAsync(CancellationToken cancel)
    {
        if ((await confirm.DoAsync(await current.GetAsync(cancel), cancel)).Count > 0)
            return Forbid();
        Flash.Good(TempData, words["Clock.Confirmed"]);
        return Redirect("/quan-tri/kiem-tra-du-lieu");
    }

    public static string Say(Instant moment) => VietnameseDate.Print(OfficeClock.ToLocal(moment));
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Tình trạng hệ thống: what <c>/health/ready</c> says, with what to do about it, and the jobs that run by the clock.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class SystemStateModel(HealthCheckService health, IJobBoard jobs, RunJob run, CurrentActor current, PageWords<SystemStateModel> words) : PageModel
{
    public const string Address = "/quan-tri/tinh-trang";

    public HealthReport Health { get; private set; } = new(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero);

    public IReadOnlyList<OfficeJob> Jobs { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        var refusals = await run.DoAsync(id, await current.GetAsync(cancel), cancel);
        if (refusals.Count > 0)
        {
            FormRefusals.Add(ModelState, refusals);
            Response.StatusCode = FormRefusals.StatusOf(refusals);
            await ReadAsync(cancel);
            return Page();
        }

        Flash.Good(TempData, words["Started", words[$"Job.{id}"]]);
        return Redirect(Address);
    }

    /// <summary>What a state means and what to do; null where there is nothing to say.</summary>
    public static string? WordOf(string part, HealthReportEntry entry) =>
        IsNoted(entry) ? $"Note.{part}"
        : entry.Status == HealthStatus.Healthy ? null
        : $"Do.{part}";

    /// <summary>A part that works and yet says something, as a scanner that is not connected.</summary>
    public static bool IsNoted(HealthReportEntry entry) => entry.Status == HealthStatus.Healthy && !string.IsNullOrEmpty(entry.Description);

    public static string Tone(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "good",
            HealthStatus.Degraded => "warn",
            _ => "bad",
        };

    public static string Say(Instant? moment) => moment is { } at ? VietnameseDate.Print(OfficeClock.ToLocal(at)) : "–";

    private async Task ReadAsync(CancellationToken cancel)
    {
        Health = await health.CheckHealthAsync(cancel);
        Jobs = jobs.Read();
    }
}

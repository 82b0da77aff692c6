using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Nhật ký an ninh: who logged in, was refused, read a dossier that hides its sender, took data out or was given access.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class SecurityLogModel(SecurityEventsQuery query, PageWords<SecurityLogModel> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "loai")]
    public SecurityEventKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "ten")]
    public string? UserName { get; set; }

    /// <summary>Part of the code of a dossier, or of the address of a page.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "truoc")]
    public long? Before { get; set; }

    public IReadOnlyList<SecurityEvent> Rows { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Kinds =>
        [new("", words["All"]), .. Enum.GetValues<SecurityEventKind>().Select(kind => new FieldChoice(kind.ToString(), words[$"Kind.{kind}"]))];

    public string? More =>
        Rows.Count < SecurityEventsQuery.Size
            ? null
            : PageAddress.Of(
                "",
                ("loai", Kind?.ToString()),
                ("ten", UserName),
                ("ve", About),
                ("tu", Request.Query["tu"]),
                ("den", Request.Query["den"]),
                ("truoc", Rows[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            );

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
            Rows = await query.ReadAsync(
                new SecurityEventFilter(Kind, UserName?.Trim(), About?.Trim(), OfficeClock.StartOf(From), OfficeClock.StartOf(Until?.PlusDays(1))),
                Before,
                cancel
            );
        else
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    public static string? Say(LocalDate? day) => day is { } date ? VietnameseDate.Print(date) : null;

    /// <summary>Who did it: a name, the applicant whose name is not kept, or nobody.</summary>
    public string Who(SecurityEvent row) =>
        row.Name.Length > 0 ? row.Name
        : row.Kind is SecurityEventKind.HiddenDossierEntered or SecurityEventKind.HiddenDossierOpenedByPass or SecurityEventKind.HiddenDossierOpenedByOwner
            ? words["Sender"]
        : words["Nobody"];
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Nhật ký thông báo: what was sent to whom, what waits, and what failed, with why and when it is tried again.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class NoticesModel(
    NoticesQuery query,
    SendNoticesAgain again,
    AccountChoicesQuery choices,
    CurrentActor current,
    IStringLocalizer<UiText> ui,
    PageWords<NoticesModel> words
) : PageModel
{
    public const string Address = "/quan-tri/thong-bao";

    /// <summary>Every state, in place of one.</summary>
    private const string Every = "All";

    /// <summary>A state, or all; what failed where nothing is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "tinh-trang")]
    public string? Wanted { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public NoticeKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "ho-so")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "toi")]
    public string? Receiver { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "truoc")]
    public Guid? Before { get; set; }

    public IReadOnlyList<NoticeRow> Rows { get; private set; } = [];

    /// <summary>The state that is looked at; null for all.</summary>
    public NoticeState? State =>
        Wanted == Every ? null
        : Enum.TryParse<NoticeState>(Wanted, out var state) && Enum.IsDefined(state) ? state
        : NoticeState.Failed;

    public bool IsNarrowed =>
        !ModelState.IsValid || Kind is not null || Code is not null || Receiver is not null || From is not null || Until is not null || Before is not null;

    public IReadOnlyList<FieldChoice> States =>
        [.. Enum.GetNames<NoticeState>().Append(Every).Select(state => new FieldChoice(state, words[$"State.{state}"]))];

    public IReadOnlyList<FieldChoice> Kinds =>
        [
            new("", words["State.All"]),
            .. Enum.GetValues<NoticeKind>()
                .Select(kind => new FieldChoice(kind.ToString(), ui[$"Notice.{kind}"]))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];

    public string? More => Rows.Count == NoticesQuery.Size ? Here(("truoc", Rows[^1].Id.ToString())) : null;

    /// <summary>The address of the log as it is asked for, with further parts.</summary>
    public string Here(params IEnumerable<(string Name, string? Value)> further) =>
        PageAddress.Of(
            Address,
            [
                ("tinh-trang", State?.ToString() ?? Every),
                ("loai", Kind?.ToString()),
                ("ho-so", Code),
                ("toi", Receiver),
                ("tu", Say(From)),
                ("den", Say(Until)),
                .. further,
            ]
        );

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
            await ReadAsync(cancel);
        else
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        var sent = await again.DoAsync(id, await current.GetAsync(cancel), cancel);
        if (sent.Refusals.Count > 0)
        {
            FormRefusals.Add(ModelState, sent.Refusals);
            Response.StatusCode = FormRefusals.StatusOf(sent.Refusals);
            await ReadAsync(cancel);
            return Page();
        }

        Flash.Good(TempData, words["Tried", sent.Tried]);
        return Redirect(Here());
    }

    public string To(NoticeRow row) => row.Agency is { } agency ? choices.UnitName(agency) : row.To ?? "–";

    public static string Say(Instant moment) => VietnameseDate.Print(OfficeClock.ToLocal(moment));

    public static string? Say(LocalDate? day) => day is { } date ? VietnameseDate.Print(date) : null;

    private async Task ReadAsync(CancellationToken cancel) =>
        Rows = await query.ReadAsync(
            new NoticeFilter(
                State,
                Kind,
                Code is { Length: > 0 } ? TypedCode.Read(Code) : null,
                Receiver?.Trim(),
                OfficeClock.StartOf(From),
                OfficeClock.StartOf(Until?.PlusDays(1))
            ),
            Before,
            cancel
        );
}

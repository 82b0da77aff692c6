using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.ActLog;

/// <summary>
/// Nhật ký tác nghiệp: who did what to which dossier, by person, dossier, day and act. Whoever watches over others asks about anybody, everybody else
/// about themselves.
/// </summary>
[ForListReaders]
public sealed class ActLogModel(
    ActLogQuery query,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    IStringLocalizer<UiText> ui,
    PageWords<ActLogModel> words
) : PageModel
{
    private const string ThePeople = "applicant";
    private const string TheSystem = "system";
    private const int PageSize = 50;
    private const int MostExported = 20_000;

    private static readonly string[] Columns = ["At", "What", "Code", "Who", "Role", "Note", "Status"];

    /// <summary>Who did it: an account, the system, or applicants.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "ho-so")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "viec")]
    public DossierAct? Act { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "truoc")]
    public long? Before { get; set; }

    public IReadOnlyList<ActLogLine> Lines { get; private set; } = [];

    public IReadOnlyList<FieldChoice> People { get; private set; } = [];

    /// <summary>True for whoever may ask what others did.</summary>
    public bool WatchesOthers =>
        Actor.Roles.Any(held =>
            held.Role is StaffRole.Administrator or StaffRole.Inspector or StaffRole.Leader or StaffRole.DivisionHead or StaffRole.CentreLeader
        );

    /// <summary>True for whoever may read what was done to the office itself.</summary>
    public bool IsAdministrator => Actor.Is(StaffRole.Administrator);

    /// <summary>Whether anything was asked for, or typed wrong.</summary>
    public bool IsNarrowed => !ModelState.IsValid || Act is not null || From is not null || To is not null || Code is not null || Person is { Length: > 0 };

    private Actor Actor { get; set; } = Actor.System;

    public IReadOnlyList<FieldChoice> Acts =>
        [
            new("", words["All"]),
            .. Enum.GetValues<DossierAct>()
                .Where(act => act != DossierAct.Draft)
                .Select(act => new FieldChoice(act.ToString(), WordOf(act)))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];

    public string? More => Lines.Count == PageSize ? Here(("truoc", Lines[^1].Line.Id.ToString(CultureInfo.InvariantCulture))) : null;

    /// <summary>The address of the log as it is asked for, with further parts.</summary>
    public string Here(params IEnumerable<(string Name, string? Value)> further) =>
        PageAddress.Of(
            StepPaths.ActLog,
            [("nguoi", WatchesOthers ? Person : null), ("ho-so", Code), ("viec", Act?.ToString()), ("tu", Say(From)), ("den", Say(To)), .. further]
        );

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (await OpenAsync(cancel))
            Lines = await query.ReadAsync(Filter(), Actor, Before, PageSize, cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
            return Page();
        var lines = await query.ReadAsync(Filter(), Actor, null, MostExported, cancel);
        return File(CsvOutput.Write(Columns.Select(column => words[column]), lines.Select(Cells)), CsvOutput.ContentType, "nhat-ky.csv");
    }

    public static string? Say(LocalDate? day) => day is { } date ? VietnameseDate.Print(date) : null;

    public static string At(ActLogLine line) => VietnameseDate.Print(OfficeClock.ToLocal(line.Line.At));

    public string WordOf(DossierAct act) => ui[$"Act.{act}"];

    /// <summary>Who did it; the name of a sender who is kept secret stands in no list.</summary>
    public static string Who(ActLogLine line) => HiddenApplicant.InList(IsSecret(line), HiddenApplicant.NameOf(line.Line));

    public string RoleOf(HistoryLine line)
    {
        var role = RoleAt.Say(ui[$"Role.{line.ActorRole}"], line.ActorUnit is { Length: > 0 } unit ? catalogue.Organisation.NameOf(unit) : null);
        return line.OnBehalfOf is { Length: > 0 } absent ? words["OnBehalfOf", role, absent] : role;
    }

    /// <summary>What the act says of itself; of a dossier that hides its sender it is read in the dossier alone.</summary>
    public static string NoteOf(ActLogLine line) => line.HidesSender ? "" : line.Line.Note ?? "";

    private IEnumerable<string> Cells(ActLogLine line) =>
        [At(line), WordOf(line.Line.Act), line.Code ?? HiddenApplicant.NoCode, Who(line), RoleOf(line.Line), NoteOf(line), ui[$"Status.{(int)line.Line.To}"]];

    private static bool IsSecret(ActLogLine line) => line.HidesSender && line.Line.ActorRole == StaffRole.Applicant;

    private async Task<bool> OpenAsync(CancellationToken cancel)
    {
        Actor = await current.GetAsync(cancel);
        if (WatchesOthers)
            People =
            [
                new("", words["All"]),
                new(TheSystem, ui[$"Role.{StaffRole.System}"]),
                new(ThePeople, ui[$"Role.{StaffRole.Applicant}"]),
                .. (await query.PeopleAsync(cancel)).Select(person => new FieldChoice(person.Id.ToString(), person.Name)),
            ];
        if (From > To)
            ModelState.AddModelError("den", words["PeriodBackwards"]);
        if (WatchesOthers && Person is { Length: > 0 } && People.All(choice => choice.Value != Person))
            ModelState.AddModelError("nguoi", words["PersonUnknown"]);
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return ModelState.IsValid;
    }

    private ActLogFilter Filter() =>
        new(
            WatchesOthers
                ? Guid.TryParse(Person, out var person)
                    ? person
                    : null
                : Actor.AccountId,
            Person switch
            {
                TheSystem => StaffRole.System,
                ThePeople => StaffRole.Applicant,
                _ => null,
            },
            Code is { Length: > 0 } ? TypedCode.Read(Code) : null,
            Act,
            OfficeClock.StartOf(From),
            OfficeClock.StartOf(To?.PlusDays(1))
        );
}

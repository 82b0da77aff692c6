using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>What the form of an announcement asks.</summary>
public sealed class SuccessionInput
{
    public string? Unit { get; set; }

    public string? Successor { get; set; }

    public LocalDate? From { get; set; }

    public string? Source { get; set; }

    internal SuccessionRequest ToRequest() => new(Unit ?? "", Successor ?? "", From, Source ?? "");
}

/// <summary>Tổ chức: the offices and units of any day, who succeeds whom and what moves with it, and a new announcement.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class StructureModel(
    ProcedureCatalogue catalogue,
    UnitLoadsQuery loads,
    UncoveredWorkQuery uncovered,
    NumberSeries numbers,
    SignersQuery signers,
    SuccessionAnnouncementsQuery announcements,
    AnnounceSuccession announce,
    MoveToSuccessors move,
    SignatureImages images,
    CurrentActor current,
    OfficeClock clock,
    IStringLocalizerFactory words
) : PageModel
{
    private const string Address = "/quan-tri/to-chuc";

    [BindProperty(SupportsGet = true, Name = "tai")]
    public LocalDate? Wanted { get; set; }

    [BindProperty]
    public SuccessionInput Input { get; set; } = new();

    public LocalDate Today => clock.Today;

    public LocalDate Day => Wanted ?? Today;

    public Organisation Organisation => catalogue.Organisation;

    /// <summary>The offices of the day: the one that heads the pages first, the service centre last.</summary>
    public IReadOnlyList<Office> Offices =>
        [
            .. Organisation
                .Offices.Where(office => office.Exists(Day))
                .OrderByDescending(office => office.IsDepartment)
                .ThenByDescending(office => office.Key == SeatKey)
                .ThenBy(office => office.Name, StringComparer.Ordinal),
        ];

    /// <summary>The days on which units began or ended, with those that did.</summary>
    public IReadOnlyList<SuccessionDay> Changes => SuccessionDay.All(Organisation);

    public IReadOnlyDictionary<string, UnitLoad> Loads { get; private set; } = new Dictionary<string, UnitLoad>();

    public IReadOnlyList<UncoveredWork> Uncovered { get; private set; } = [];

    public ILookup<string, NumberBook> Books { get; private set; } = Array.Empty<NumberBook>().ToLookup(book => book.Office);

    public IReadOnlyList<Signer> Signers { get; private set; } = [];

    public IReadOnlyList<UnitSuccession> Announcements { get; private set; } = [];

    /// <summary>What the announcement would move; null before it was looked at.</summary>
    public UnitLoad? Effect { get; private set; }

    public IReadOnlyList<FieldChoice> UnitChoices =>
        [
            new("", Word("Choose")),
            .. Organisation
                .UnitsOn(Today)
                .Select(pair => new FieldChoice(pair.Unit.Key, pair.Office.IsDepartment ? $"{pair.Unit.Name} ({pair.Office.Name})" : pair.Unit.Name)),
        ];

    private string? SeatKey => Organisation.Offices.Any(office => office.IsDepartment && office.Exists(Day)) ? Organisation.Seat(Day).Key : null;

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => ShowAsync();

    /// <summary>The seal as it is put on paper.</summary>
    public IActionResult OnGetSeal(string office) =>
        Organisation.Offices.FirstOrDefault(known => known.Key == office) is { } found ? File(images.SealOf(found), "image/png") : NotFound();

    /// <summary>Looks at what the announcement would move; announces nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        var refusals = await announce.CheckAsync(Input.ToRequest(), Cancel);
        if (!ModelState.IsValid || refusals.Count > 0)
            return await RefusedAsync(refusals);
        await ShowAsync();
        Effect = LoadOf(Input.Unit!);
        return Page();
    }

    public async Task<IActionResult> OnPostAnnounceAsync()
    {
        if (!ModelState.IsValid)
            return await RefusedAsync(await announce.CheckAsync(Input.ToRequest(), Cancel));
        if (await announce.DoAsync(Input.ToRequest(), await current.GetAsync(Cancel), Cancel) is { Count: > 0 } refusals)
            return await RefusedAsync(refusals);
        Flash.Good(TempData, Word("Announced"));
        return Redirect($"{Address}#thay-doi");
    }

    /// <summary>Moves at once what the job would move within minutes.</summary>
    public async Task<IActionResult> OnPostMoveAsync()
    {
        var moved = await move.DoAsync(Cancel);
        Flash.Good(TempData, Word("Moved", moved.Dossiers, moved.Roles, moved.Refused));
        return Redirect(Address);
    }

    public UnitLoad LoadOf(string unit) => Loads.GetValueOrDefault(unit) ?? UnitLoad.None;

    public string Placed(string unit) =>
        Organisation.OfficeWith(unit) is { IsDepartment: true } office ? $"{Organisation.NameOf(unit)} ({office.Name})" : Organisation.NameOf(unit);

    public string RoleName(StaffRole role) => words.Create(typeof(UiText))[$"Role.{role}"];

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals)
    {
        FormRefusals.Add(ModelState, refusals, nameof(Input));
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        Announcements = await announcements.ReadAsync(Cancel);
        Loads = await loads.ReadAsync(Day, Cancel);
        Uncovered = await uncovered.ReadAsync(Cancel);
        Books = (await numbers.BooksAsync(Cancel)).ToLookup(book => book.Office, StringComparer.Ordinal);
        Signers = await signers.ReadAsync(Day, Cancel);
    }

    private string Word(string key, params object[] args) =>
        words.Create("HaiDuong.Licensing.OneStop.Features.Succession.Structure", typeof(StructureModel).Assembly.GetName().Name!)[key, args];
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Transfers;

/// <summary>Bàn giao hồ sơ giấy: what waits to be handed over, by division, and the lists that were made of it.</summary>
[ForPaperHandlers]
public sealed class TransfersModel(
    TransferPagesQuery query,
    WaitingPapersQuery waiting,
    MakeTransfer make,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<TransfersModel> words
) : PageModel
{
    /// <summary>Which lists are shown; null for what waits.</summary>
    [BindProperty(SupportsGet = true, Name = "muc")]
    public TransferGroup? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "chieu")]
    public TransferWay? Way { get; set; }

    [BindProperty(SupportsGet = true, Name = "phong")]
    public string? Division { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    /// <summary>The dossiers that were ticked.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public Actor Actor { get; private set; } = Actor.System;

    public IReadOnlyList<(TransferDesk Desk, int Count)> Desks { get; private set; } = [];

    public IReadOnlyDictionary<TransferGroup, int> Counts { get; private set; } = new Dictionary<TransferGroup, int>();

    /// <summary>The desk whose dossiers are shown; null for whoever gives nowhere.</summary>
    public TransferDesk? Desk { get; private set; }

    public IReadOnlyList<DossierRow> Rows { get; private set; } = [];

    /// <summary>Those of the rows that open to the person.</summary>
    public IReadOnlySet<Guid> Readable { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<TransferSummary> Lists { get; private set; } = [];

    public string? More { get; private set; }

    public Instant Now => clock.Now;

    public int Waiting => Desks.Sum(desk => desk.Count);

    /// <summary>What waits at the desk and does not stand on the page: one list takes no more.</summary>
    public int Further => Desks.Where(desk => desk.Desk == Desk).Sum(desk => desk.Count) - Rows.Count;

    public string UnitName(string key) => catalogue.Organisation.NameOf(key);

    public string ProcedureName(DossierRow row) => catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion);

    /// <summary>The unit that takes what a desk gives.</summary>
    public string TakerOf(TransferDesk desk) => UnitName(desk.Way == TransferWay.ToDivision ? desk.Division : desk.Counter);

    public static string HrefOf(TransferDesk desk) => $"{StepPaths.Transfers}?chieu={desk.Way}&phong={Uri.EscapeDataString(desk.Division)}";

    /// <summary>The page of a dossier, which leads back to the row that follows.</summary>
    public string HrefOf(int index) => ListPlace.Href(StepPaths.Dossier(Rows[index].DossierId), Request, Rows, row => row.DossierId, index);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Actor = await current.GetAsync(cancel);
        Desks = await waiting.CountAsync(waiting.DesksOf(Actor), cancel);
        Counts = await query.CountAsync(Actor, cancel);
        Desk = Desks.Select(desk => desk.Desk).FirstOrDefault(desk => desk.Way == Way && desk.Division == Division) ?? Fullest();
        if (Group is { } group)
        {
            (Lists, var next) = await query.ReadAsync(group, Actor, After, cancel);
            More = next is null ? null : $"?muc={group}&sau={next}";
        }
        else if (Desk is { } chosen)
            (Rows, Readable) = await query.WaitingAsync(waiting.Of(chosen), Actor, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Actor = await current.GetAsync(cancel);
        var (made, refusals) = await make.DoAsync(new MakeTransferRequest(Way ?? default, Division ?? "", Chosen), Actor, cancel);
        if (made is { } list)
        {
            Flash.Good(TempData, words["Made"]);
            return Redirect(StepPaths.Transfer(list));
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await OnGetAsync(cancel);
        return Page();
    }

    /// <summary>Where there is most to do.</summary>
    private TransferDesk? Fullest() => Desks.Count == 0 ? null : Desks.MaxBy(desk => desk.Count).Desk;
}

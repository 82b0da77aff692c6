using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>What a draft changes, how many dossiers keep the earlier versions, and its publication from a day on.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class PublishDraftModel(
    ProcedureDraftsQuery query,
    ProcedureCatalogue catalogue,
    ProcedureDraftCheck check,
    PublishProcedure publish,
    CurrentActor current,
    SentForm sent,
    OfficeClock clock,
    MemberWords members,
    PageWords<PublishDraftModel> words
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    [Ahead]
    [BindProperty]
    public LocalDate? From { get; set; }

    public OpenProcedure Open { get; private set; } = null!;

    public ProcedureDocument Before { get; private set; } = null!;

    public ProcedureDocument After { get; private set; } = null!;

    public IReadOnlyList<ProcedureChange> Changes { get; private set; } = [];

    public IReadOnlyList<(string File, string Before, string After)> Letters { get; private set; } = [];

    public IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    public int OpenDossiers { get; private set; }

    public MemberWords Members => members;

    /// <summary>Where a change is; of what is gone where it was.</summary>
    public string PlaceOf(ProcedureChange change) =>
        members.Place(change.After is null && change.Before is not null && After.Find(change.Path) is null ? Before : After, change.Path);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return Redirect(ProcedureListModel.AddressOf(Slug));
        From = DraftFiles.DayOf(After);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        sent.HasUnread = !ModelState.IsValid;
        var (findings, refusals) = await publish.DoAsync(new PublishProcedureRequest(Slug, From, Revision), await current.GetAsync(cancel), cancel);
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words["Published", VietnameseDate.Print(From!.Value)]);
            return Redirect(ProcedureListModel.AddressOf(Slug));
        }

        if (!await LoadAsync(cancel))
        {
            Flash.Info(TempData, string.Join(" ", refusals.Select(refusal => refusal.Sentence)));
            return Redirect(ProcedureListModel.AddressOf(Slug));
        }

        FormRefusals.Add(ModelState, refusals);
        if (findings.Count > 0)
            Findings = findings;
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await query.OpenAsync(Slug, cancel) is not { Draft: not null } open)
            return false;
        Open = open;
        var published = catalogue.FilesOf(open.Base);
        (Before, After) = (ProcedureDocument.Parse(published[DraftFiles.Document]), ProcedureDocument.Parse(open.Files[DraftFiles.Document]));
        Changes = ProcedureChanges.Of(Before, After);
        Letters =
        [
            .. open
                .Files.Where(file =>
                    file.Key != DraftFiles.Document && file.Value.ReplaceLineEndings("\n") != published.GetValueOrDefault(file.Key)?.ReplaceLineEndings("\n")
                )
                .Select(file => (file.Key, published.GetValueOrDefault(file.Key) ?? "", file.Value)),
        ];
        Findings = check.Check(Slug, open.Files, clock.Today);
        OpenDossiers = (await query.VersionsAsync(Slug, cancel)).Sum(version => version.OpenDossiers);
        return true;
    }
}

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
    ProcedureDraftCheck check,
    PublishProcedure publish,
    ContinueProcedureDraft carryOn,
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

    /// <summary>The digest of the version that the draft was compared with.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [Ahead]
    [BindProperty]
    public LocalDate? From { get; set; }

    public OpenProcedure Open { get; private set; } = null!;

    public DraftComparison Compared { get; private set; } = null!;

    public IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    public int OpenDossiers { get; private set; }

    /// <summary>The first day on which the version may begin.</summary>
    public LocalDate Earliest => LocalDate.Max(clock.Today, Open.Base.InForceFrom.PlusDays(1));

    /// <summary>Whether the version that the draft follows does not hold yet.</summary>
    public bool FollowsAFutureOne => Open.Base.InForceFrom > clock.Today;

    public MemberWords Members => members;

    /// <summary>Where a change is; of what is gone where it was.</summary>
    public string PlaceOf(ProcedureChange change) => members.Place(change.After is null ? Compared.Before : Compared.After, change.Path);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return Redirect(ProcedureListModel.AddressOf(Slug));
        From = DraftFiles.DayOf(Compared.After) is { } day && day > Open.Base.InForceFrom && day >= clock.Today ? day : Earliest;
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

        return await RefusedAsync(refusals, findings, cancel);
    }

    /// <summary>The draft follows the version that it is compared with here.</summary>
    public async Task<IActionResult> OnPostContinueAsync(CancellationToken cancel)
    {
        var refusals = await carryOn.DoAsync(Slug, Revision, Seen, await current.GetAsync(cancel), cancel);
        return refusals.Count > 0 ? await RefusedAsync(refusals, [], cancel) : Redirect(ProcedureListModel.AddressOf(Slug, "/cong-bo"));
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals, IReadOnlyList<DraftFinding> findings, CancellationToken cancel)
    {
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
        Compared = new DraftComparison(open);
        Findings = [.. check.Check(Slug, open.Files, clock.Today).Where(finding => finding.Path != ProcedureDraftCheck.Day)];
        OpenDossiers = (await query.VersionsAsync(Slug, cancel)).Sum(version => version.OpenDossiers);
        return true;
    }
}

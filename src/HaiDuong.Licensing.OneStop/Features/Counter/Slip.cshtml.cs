using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>
/// Giấy tiếp nhận on paper of the size that is chosen, as far as a roll of 80 mm: what the applicant needs, and the QR of the tracking page. The form of the
/// law is the slip that was kept.
/// </summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed class SlipModel(DossierPageServices services, OfficeOptions options) : DossierPage(services)
{
    public decimal FeesAsked => Dossier.FeesAsked(Act.Local.Date);

    public string Due => Dossier.WhyDateRests(Act.Local) ?? VietnameseDate.Print(Dossier.PromisedDue!.Value);

    public string OfficeName => Act.Rules.Organisation.For(Dossier.DivisionKey, Act.Local.Date).Name;

    /// <summary>What was brought at first, by paper.</summary>
    public IEnumerable<(string Name, int Originals, int Copies)> Papers =>
        Dossier
            .Papers.Where(paper => paper.Round == 0 && paper.Originals + paper.Copies > 0)
            .GroupBy(paper => paper.Key)
            .Select(papers =>
                (
                    Act.Rules.Procedure.Papers.FirstOrDefault(paper => paper.Key == papers.Key)?.Name ?? papers.Key,
                    papers.Sum(paper => paper.Originals),
                    papers.Sum(paper => paper.Copies)
                )
            );

    public string TrackingAddress => $"{options.PublicAddress}/tra-cuu/{Dossier.Reference}";

    public string Onward => ListPlace.Keep(StepPaths.Receipt(Dossier.Id), List);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await OpenAsync(id) || !Dossier.IsAccepted || Dossier.Due.IsVoid)
            return NotFound();
        if (Dossier.Slips.LastOrDefault(slip => slip.Kind == SlipKind.Receipt) is { } kept)
            await NoteSlipAsync(kept);
        return Page();
    }
}

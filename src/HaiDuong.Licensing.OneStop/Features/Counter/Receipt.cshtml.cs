using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Giấy tiếp nhận hồ sơ và hẹn trả kết quả: code, due date and the paper to print, right after acceptance and for a reprint.</summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed class ReceiptModel(DossierPageServices services, BroughtTogetherQuery together) : DossierPage(services)
{
    /// <summary>The promised date, or why it does not stand.</summary>
    public decimal FeesAsked => Dossier.FeesAsked(Act.Local.Date);

    public string Due => Dossier.WhyDateRests(Act.Local) ?? VietnameseDate.Print(Dossier.PromisedDue!.Value);

    /// <summary>R-4: by when the dossier is with the division; after 15:00 the next working day.</summary>
    public LocalDateTime HandOverBy => ReceptionTimes.HandOverDue(Dossier.AcceptedAt!.Value, Act.Rules.Regime, Act.Rules.Calendar);

    /// <summary>Whether it may have been taken in by mistake, as far as the rules go.</summary>
    public bool MayVoid => Dossier.WhyNot(DossierAct.VoidTakeIn, Act).Count == 0;

    /// <summary>The receipt as it was given out; none once it is void.</summary>
    public string? ReceiptUrl =>
        !Dossier.Due.IsVoid && Dossier.Slips.LastOrDefault(slip => slip.Kind == SlipKind.Receipt) is { } slip
            ? StepPaths.Slip(Dossier.Id, slip.FileHash)
            : null;

    /// <summary>What the applicant brought today, this one among it.</summary>
    public IReadOnlyList<DossierRow> Together { get; private set; } = [];

    /// <summary>Where the next one that the applicant brought is begun from this one; null where that cannot be.</summary>
    public string? Another =>
        together.MayGoOn(Dossier)
            ? $"{StepPaths.TakeIn}/{Dossier.ProcedureSlug}?{TakeInModel.LikeName}={Dossier.Id}{(Dossier.Abstract is null ? "" : $"&{TakeInModel.BriefName}=true")}"
            : null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await OpenAsync(id) || !Dossier.IsAccepted)
            return NotFound();
        Together = await together.WithAsync(Dossier, Cancel);
        return Page();
    }
}

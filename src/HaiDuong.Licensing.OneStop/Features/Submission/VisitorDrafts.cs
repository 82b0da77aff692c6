using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>Bản nháp không có tài khoản: how long it is kept, which the applicant is told where it is saved.</summary>
public static class VisitorDrafts
{
    /// <summary>From the first save on.</summary>
    public static readonly Duration Life = Duration.FromDays(30);

    /// <summary>The last day on which the draft can be opened, for people to read; null when it belongs to an account and is kept.</summary>
    public static string? LastDay(Dossier? draft) =>
        draft is { OwnerAccountId: null, Status: DossierStatus.Draft }
            ? VietnameseDate.Print(OfficeClock.ToLocal(draft.CreatedAt + Life).Date.PlusDays(-1))
            : null;
}

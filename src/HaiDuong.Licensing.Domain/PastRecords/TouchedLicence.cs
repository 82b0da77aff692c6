using HaiDuong.Licensing.Domain.Licences;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Giấy phép đã có việc khác: what was last done to an imported licence after its import, so that the import cannot be undone.</summary>
public sealed record TouchedLicence(string Number, LicenceEventKind Kind, LocalDate OnDay, string ActorName)
{
    public Refusal Why =>
        Kind switch
        {
            LicenceEventKind.Amended => new Refusal(nameof(RefusalCode.PastTouchedAmended), null, Number, OnDay, ActorName),
            LicenceEventKind.Renewed => new Refusal(nameof(RefusalCode.PastTouchedRenewed), null, Number, OnDay, ActorName),
            LicenceEventKind.Reissued => new Refusal(nameof(RefusalCode.PastTouchedReissued), null, Number, OnDay, ActorName),
            LicenceEventKind.Revoked => new Refusal(nameof(RefusalCode.PastTouchedRevoked), null, Number, OnDay, ActorName),
            _ => new Refusal(nameof(RefusalCode.PastTouchedOther), null, Number, OnDay, ActorName),
        };
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Licences;

/// <summary>
/// Thời hạn và tình trạng in words. A licence without a last day is not unlimited: one occasion uses it up, or the procedure that gave it says
/// how long it holds; what nobody has recorded is said to be unknown.
/// </summary>
public sealed class LicenceTerms(LicencePublicity publicity, ProcedureCatalogue catalogue, IStringLocalizer<LicenceTerms> words)
{
    /// <summary>Until when it holds, or for what.</summary>
    public string End(string kind, LocalDate issuedOn, LocalDate? validTo) =>
        validTo is { } end ? VietnameseDate.Print(end)
        : Of(kind)?.Text is { } occasion ? catalogue.Shown(occasion)
        : (catalogue.InForce(kind, issuedOn) ?? catalogue.Newest(kind)) is { } rule ? catalogue.Shown(rule).Result.Validity.Text
        : words["NoEnd"].Value;

    /// <summary>The state on a day; <paramref name="lastDay"/> is that of the occasion, where it is known.</summary>
    public string State(string kind, LicenceState state, LocalDate? validTo, LocalDate? lastDay, LocalDate day) =>
        state != LicenceState.InForce || validTo is not null || Of(kind) is null ? words[$"State.{state}"]
        : lastDay is not { } last ? words["Occasion.Unknown"]
        : last < day ? words["Occasion.Past", VietnameseDate.Print(last)]
        : words["Occasion.Until", VietnameseDate.Print(last)];

    private OccasionLicence? Of(string kind) => publicity.Occasions.FirstOrDefault(occasion => occasion.Kind == kind);
}

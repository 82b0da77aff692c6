using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.OneStop.Filing;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>Chọn giấy phép đã cấp: a list of licences whose links begin the form with one of them.</summary>
/// <param name="Address">The page of the form; null inside a form that takes the choice itself, so that no number of a person stands in an address.</param>
/// <param name="Licences">Those that may be chosen, and those that may not with the reason.</param>
/// <param name="ChosenId">The one that the form began with.</param>
public sealed record OfferedLicences(string? Address, IReadOnlyList<OfferedLicence> Licences, Guid? ChosenId)
{
    public const string Field = "giay-phep";

    public Licence? Chosen => Licences.FirstOrDefault(one => one.Licence.Id == ChosenId)?.Licence;

    public string Href(Licence licence) => $"{Address}{(Address?.Contains('?', StringComparison.Ordinal) == true ? '&' : '?')}{Field}={licence.Id}";
}

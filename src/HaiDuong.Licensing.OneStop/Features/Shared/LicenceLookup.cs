using HaiDuong.Licensing.Domain.Licences;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>Tra sổ: the button beside the number of an earlier licence, and what the register said.</summary>
/// <param name="Named">The licence that was looked up; null before.</param>
/// <param name="IsRefused">Whether the request may not name it: the field says why.</param>
public sealed record LicenceLookup(NamedLicence? Named, bool IsRefused);

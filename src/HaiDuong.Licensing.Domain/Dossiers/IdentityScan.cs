using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Số định danh hoặc mã số thuế as it is typed, or scanned from the QR code of an identity card (thẻ căn cước): number, old number, name, day of birth, sex, address, day of issue,
/// parted by upright strokes.
/// </summary>
public sealed record IdentityScan(string Number, string Name, string Address)
{
    private const int NameAt = 2;
    private const int AddressAt = 5;

    /// <summary>Reads what came in; the number by its reader.</summary>
    public static IdentityScan Read(string? text)
    {
        var parts = VietnameseText.Clean(text ?? "").Split('|', StringSplitOptions.TrimEntries);
        return new IdentityScan(TypedIdentity.Read(parts[0]), parts.ElementAtOrDefault(NameAt) ?? "", parts.ElementAtOrDefault(AddressAt) ?? "");
    }

    /// <summary>Who it is: twelve digits are a person's, anything else an organisation's, as far as the procedure knows such applicants.</summary>
    public ApplicantKind KindAmong(IReadOnlyList<ApplicantKind> kinds)
    {
        var kind = Name.Length > 0 || IdentityRules.IsIdentityNumber(Number) ? ApplicantKind.Individual : ApplicantKind.Organisation;
        return kinds.Contains(kind) ? kind : kinds[0];
    }
}

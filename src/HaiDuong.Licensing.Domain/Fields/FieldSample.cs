using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Dữ liệu mẫu: of whom, when and the how many-th a filled-in form of the demo office is; every text is one that its kind of field takes.</summary>
/// <param name="Now">Now, at the office.</param>
/// <param name="IsLater">The field must lie after another one.</param>
/// <param name="Number">The same number gives the same form.</param>
public sealed record FieldSample(LocalDateTime Now, bool IsLater, int Number)
{
    /// <summary>The option that means an applicant of this kind, where a field has it.</summary>
    public required string ApplicantOption { get; init; }

    public required string IdentityNumber { get; init; }

    public required string PersonNumber { get; init; }

    public required string TaxCode { get; init; }

    public required string Phone { get; init; }

    public required string Email { get; init; }

    /// <summary>Words for a field that takes any.</summary>
    public required string Text { get; init; }
}

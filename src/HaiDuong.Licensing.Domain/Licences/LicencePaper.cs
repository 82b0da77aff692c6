using HaiDuong.Licensing.Domain.Dossiers;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>
/// Một bản giấy phép: what a licence says after an act: number, holder, subject, place and days, and where the paper came from. The file is
/// kept by its SHA-256; dossier, procedure and file are null for a paper from before the software.
/// </summary>
public sealed record LicencePaper(
    string Number,
    LocalDate IssuedOn,
    Applicant Holder,
    string Subject,
    string Place,
    LocalDate ValidFrom,
    LocalDate? ValidTo,
    Guid? DossierId = null,
    string? ProcedureSlug = null,
    string? File = null
);

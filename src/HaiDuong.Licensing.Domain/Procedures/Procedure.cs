using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// One version of an administrative procedure (thủ tục hành chính) as its file under workflows/ describes it. A dossier keeps the version it was received
/// under.
/// </summary>
public sealed record Procedure
{
    public required string Slug { get; init; }

    /// <summary>The first day of the version; slug and day together identify it.</summary>
    public required LocalDate InForceFrom { get; init; }

    /// <summary>The last day of the version; null while it is open-ended.</summary>
    public LocalDate? InForceTo { get; init; }

    /// <summary>The first day of the version as a fact, where it has to be confirmed; null where the law itself names the day.</summary>
    public LegalStatement? InForce { get; init; }

    /// <summary>The national code (mã TTHC); empty for a local procedure without one.</summary>
    public required string Code { get; init; }

    /// <summary>What is known about the code.</summary>
    public required LegalStatement CodeStatus { get; init; }

    /// <summary>The key in the department's own catalogue, e.g. XB01.</summary>
    public required string CatalogueId { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    /// <summary>
    /// What is asked (nội dung đề nghị), as it stands in a sentence after "đề nghị", e.g. "cấp giấy phép xuất bản bản tin".
    /// </summary>
    public required string Request { get; init; }

    /// <summary>Whether it is one of the department's 46 procedures.</summary>
    public required Cat46 Cat46 { get; init; }

    /// <summary>Lĩnh vực.</summary>
    public required string Field { get; init; }

    /// <summary>The key of the office unit that handles it (phòng thụ lý).</summary>
    public required string DivisionKey { get; init; }

    public required Eligibility Eligible { get; init; }

    /// <summary>Asked before the form is filled in.</summary>
    public IReadOnlyList<EligibilityQuestion> Questions { get; init; } = [];

    /// <summary>True when only those who handle the dossier may know who sent it (giữ bí mật người gửi; Luật Tố cáo).</summary>
    public bool HidesApplicant { get; init; }

    /// <summary>
    /// The field of the form in which the sender names whom the dossier is about (người bị tố cáo, khiếu nại); where there is one the office may
    /// name members of its staff, who are then shut out. Null in a procedure that is about nobody of the office.
    /// </summary>
    public string? DenouncedField { get; init; }

    public required IReadOnlyList<LegalStatement> LegalBasis { get; init; }

    public required IReadOnlyList<PaperRequirement> Papers { get; init; }

    /// <summary>Number of sets of papers (số bộ hồ sơ).</summary>
    public required int Sets { get; init; }

    public required Form Form { get; init; }

    public required IReadOnlyList<ProcedureTerm> Terms { get; init; }

    /// <summary>The term of the procedure's own for checking completeness; null when the one-stop rules' term holds.</summary>
    public ProcedureTerm? FirstCheck { get; init; }

    public NoticeBefore? NoticeBefore { get; init; }

    public required IReadOnlyList<FeeLine> FeeLines { get; init; }

    public required IReadOnlyList<CheckItem> Checks { get; init; }

    public required IReadOnlyList<RefusalGround> RefusalGrounds { get; init; }

    public required IReadOnlyList<ConsultedAgency> ConsultedAgencies { get; init; }

    /// <summary>The record of the on-site inspection (biên bản kiểm tra thực tế); null when there is none.</summary>
    public Form? InspectionForm { get; init; }

    public required ProcedureResult Result { get; init; }

    /// <summary>What the result does in the licence register (sổ giấy phép); null in a procedure that does not say.</summary>
    public LicenceRule? Licence { get; init; }

    /// <summary>Which places the result approves; null when it approves none.</summary>
    public PlaceRule? Places { get; init; }

    /// <summary>The route that dossiers run (quy trình nội bộ).</summary>
    public required string RouteId { get; init; }

    public required OnlineLevel OnlineLevel { get; init; }

    /// <summary>Who took the procedure over, where that is known.</summary>
    public LegalStatement? Succession { get; init; }

    /// <summary>Source keys with where they point to: those of the file and those it shares with others.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Slug and first day in one word: what confirmations name the version by.</summary>
    public string VersionKey => $"{Slug}-{InForceFrom:uuuu-MM-dd}";

    /// <summary>Every legal fact of the file, in its order.</summary>
    public IReadOnlyList<Fact> Facts => ProcedureFacts.Of(this);

    /// <summary>The term for a channel: the one that names it, else the one for all channels.</summary>
    /// <exception cref="InvalidOperationException">No term covers the channel; the loader refuses such a file.</exception>
    public ProcedureTerm TermFor(SubmissionChannel channel) =>
        Terms.FirstOrDefault(term => term.Channels.Contains(channel))
        ?? Terms.FirstOrDefault(term => term.Channels.Count == 0)
        ?? throw new InvalidOperationException($"Procedure {Slug} has no term for the channel {channel}.");

    /// <summary>Says whether the version is in force on a day.</summary>
    public bool IsInForce(LocalDate date) => date >= InForceFrom && (InForceTo is null || date <= InForceTo);
}

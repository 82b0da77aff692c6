using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>What was done with a fact.</summary>
public enum FactMark
{
    /// <summary>Đã xác nhận: somebody compared it with the text in force.</summary>
    Confirmed,

    /// <summary>Rút xác nhận: an earlier confirmation holds no longer.</summary>
    Withdrawn,
}

/// <summary>
/// Xác nhận dữ kiện pháp lý: who confirmed a fact, when and by which document, or withdrew that. Never changed, never deleted; the last line
/// about a fact counts, and only while the fact says what it said then.
/// </summary>
public sealed record FactConfirmation
{
    /// <summary>The file: the version of a procedure, an office, the calendars (<see cref="Procedure.VersionKey"/>).</summary>
    public required string FileKey { get; init; }

    /// <summary>Where the fact stands in it (<see cref="Fact.Path"/>).</summary>
    public required string Path { get; init; }

    /// <summary>Counts the lines about one fact from 1; two people who write the same line cannot both succeed.</summary>
    public required int Ordinal { get; init; }

    public required FactMark Mark { get; init; }

    /// <summary>What the fact said.</summary>
    public required string Statement { get; init; }

    /// <summary>Loại văn bản, e.g. Nghị định; empty in a withdrawal.</summary>
    public string DocumentKind { get; init; } = "";

    /// <summary>Số, ký hiệu văn bản.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>Ngày văn bản.</summary>
    public LocalDate? DocumentDate { get; init; }

    /// <summary>Why it was withdrawn, or what else is to be said.</summary>
    public string Note { get; init; } = "";

    public required LocalDateTime At { get; init; }

    public required Guid? ById { get; init; }

    public required string By { get; init; }

    /// <summary>What is missing, each told at its field: the document in a confirmation, the reason in a withdrawal.</summary>
    public IReadOnlyList<Refusal> Check()
    {
        if (Mark == FactMark.Withdrawn)
            return string.IsNullOrWhiteSpace(Note) ? [new Refusal(nameof(RefusalCode.FactNoteRequired), "note")] : [];
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(DocumentKind))
            refusals.Add(new Refusal(nameof(RefusalCode.FactDocumentKind), "documentKind"));
        if (string.IsNullOrWhiteSpace(DocumentNumber))
            refusals.Add(new Refusal(nameof(RefusalCode.FactDocumentNumber), "documentNumber"));
        if (DocumentDate is not { } day)
            refusals.Add(new Refusal(nameof(RefusalCode.FactDocumentDate), "documentDate"));
        else if (day > At.Date)
            refusals.Add(new Refusal(nameof(RefusalCode.FactDocumentInFuture), "documentDate"));
        return refusals;
    }
}

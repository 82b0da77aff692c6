using HaiDuong.Licensing.Domain.Fields;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>The result document of a procedure (kết quả giải quyết): its kind, number book and symbol, validity and the fields the specialist fills.</summary>
public sealed record ProcedureResult : Sourced
{
    public required string Name { get; init; }

    public required ResultKind Kind { get; init; }

    /// <summary>The number book it is numbered in, one serial a book and year (sổ văn bản), e.g. <c>GP-XBTL</c>.</summary>
    public required string Book { get; init; }

    /// <summary>The symbol after the number (ký hiệu), e.g. <c>GP-STTTT</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>The number book of the letter of refusal.</summary>
    public required string RefusalBook { get; init; }

    /// <summary>The symbol of the letter of refusal, e.g. <c>STTTT-TTBCXB</c>.</summary>
    public required string RefusalSymbol { get; init; }

    /// <summary>The official form of the document; null where none is known.</summary>
    public string? FormNumber { get; init; }

    /// <summary>Who signs (thẩm quyền ký).</summary>
    public required string Signer { get; init; }

    public required Validity Validity { get; init; }

    /// <summary>The fields the specialist fills in the draft; <c>decision.*</c> in the template.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>What the counter or the registry must do besides, e.g. stamp the manuscript.</summary>
    public string? Extra { get; init; }

    /// <summary>
    /// The last day of a result issued on a day (hiệu lực đến ngày): as the specialist wrote it (<c>validTo</c>, <c>validMonths</c>), else by the
    /// procedure's validity; null when it has no such day.
    /// </summary>
    public LocalDate? ValidTo(IReadOnlyDictionary<string, string> written, LocalDate issuedOn)
    {
        if (FieldValue.Date(written.GetValueOrDefault("validTo")) is { } day)
            return day;
        return (FieldValue.Integer(written.GetValueOrDefault("validMonths")) ?? Validity.Months) is { } months ? issuedOn.PlusMonths((int)months) : null;
    }

    /// <summary>The first day of a result issued on a day (có giá trị từ ngày): as the specialist wrote it (<c>validFrom</c>), else that day.</summary>
    public static LocalDate ValidFrom(IReadOnlyDictionary<string, string> written, LocalDate issuedOn) =>
        FieldValue.Date(written.GetValueOrDefault("validFrom")) ?? issuedOn;

    /// <summary>
    /// Why a result with these fields is not issued on a day: it would be valid before it exists (ValidBeforeIssue). Null when nothing is against it.
    /// </summary>
    public Refusal? CheckBegin(IReadOnlyDictionary<string, string> written, LocalDate issuedOn) =>
        ValidFrom(written, issuedOn) is var from && from < issuedOn && !Validity.MayBeginBeforeIssue
            ? new Refusal(nameof(RefusalCode.ValidBeforeIssue), "fields.validFrom", from, issuedOn)
            : null;

    internal override string Statement => FormNumber is null ? $"{Name}: {Signer}" : $"{Name}: {FormNumber}; {Signer}";
}

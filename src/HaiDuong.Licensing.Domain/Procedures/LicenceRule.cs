namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>What the result of a procedure does in the licence register (tác động đến sổ giấy phép).</summary>
public enum LicenceAct
{
    /// <summary>Không vào sổ: the result is used up by the event or petition that it answers.</summary>
    None,

    /// <summary>Cấp mới.</summary>
    New,

    /// <summary>Sửa đổi, bổ sung.</summary>
    Amend,

    /// <summary>Gia hạn.</summary>
    Renew,

    /// <summary>Cấp lại: lost, torn or worn out.</summary>
    Reissue,
}

/// <summary>
/// What a procedure does to a licence and until when it may be asked (quy tắc về giấy phép). The dated side of the rule is
/// <see cref="Licences.Licence.Check"/>.
/// </summary>
public sealed record LicenceRule : Sourced
{
    public required LicenceAct Act { get; init; }

    /// <summary>The rule as a sentence that a lawyer can confirm.</summary>
    public required string Text { get; init; }

    /// <summary>The slugs of the procedures that gave the licence; none when the procedure gives it itself.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>The form field that holds the number of the earlier licence.</summary>
    public string NumberField { get; init; } = "licenceNumber";

    /// <summary>The form field that holds its day of issue, where the form asks for it.</summary>
    public string DateField { get; init; } = "licenceDate";

    /// <summary>The form field that holds its last day, where the form asks for it.</summary>
    public string ExpiryField { get; init; } = "licenceExpiry";

    /// <summary>Asked at least so many days before the last day; null when until the last day.</summary>
    public int? Window { get; init; }

    /// <summary>How often at most; null when as often as wanted.</summary>
    public int? Times { get; init; }

    /// <summary>By how many months at most the last day moves.</summary>
    public int? Extension { get; init; }

    /// <summary>The last day stays that of the licence (giữ nguyên thời hạn).</summary>
    public bool KeepsEnd { get; init; }

    /// <summary>The licence keeps its number: the result is only a paper beside it (công văn, giấy xác nhận kèm theo).</summary>
    public bool KeepsNumber { get; init; }

    /// <summary>The slug of the procedure to file when it is too late; else the first that gave the licence.</summary>
    public string? Instead { get; init; }

    /// <summary>The form fields that say what is licensed (tên điểm, tên trang): <c>key</c> or <c>rows[].key</c>.</summary>
    public IReadOnlyList<string> Subject { get; init; } = [];

    /// <summary>The form fields that say where, in the order in which an address is written.</summary>
    public IReadOnlyList<string> Place { get; init; } = [];

    /// <summary>Says whether the procedure asks for a licence that was given before.</summary>
    public bool NeedsLicence => Act is LicenceAct.Amend or LicenceAct.Renew or LicenceAct.Reissue;

    /// <summary>Says whether a form field tells which licence is meant.</summary>
    public bool Names(string field) => NeedsLicence && (field == NumberField || field == DateField);

    /// <summary>The procedure to file when this one is not possible any more.</summary>
    public string? Anew => Instead ?? (Of.Count > 0 ? Of[0] : null);

    internal override string Statement => Text;
}

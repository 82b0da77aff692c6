using System.Text.Json.Serialization;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>One field of a declaration form (mục khai trong đơn, tờ khai) with its type and limits.</summary>
public sealed record FormField
{
    /// <summary>The key in <see cref="FormData"/> and in templates, camelCase.</summary>
    public required string Key { get; init; }

    public required string Label { get; init; }

    public required FieldType Type { get; init; }

    public bool Required { get; init; } = true;

    public string? Hint { get; init; }

    /// <summary>The least number allowed.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest number allowed.</summary>
    public decimal? Max { get; init; }

    /// <summary>The most decimals allowed of a Decimal, Latitude or Longitude.</summary>
    public int? Decimals { get; init; }

    /// <summary>The most characters allowed of a text; 500 for one line and 5000 for several when nothing is said.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that the whole text must match; the hint explains it.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether a date must lie in the past or in the future.</summary>
    public FieldMoment? Moment { get; init; }

    /// <summary>Where a position must lie, in WGS84; in Viet Nam when nothing is said.</summary>
    public GeoBox? Within { get; init; }

    /// <summary>The unit shown after the value, e.g. m², bản.</summary>
    public string? Unit { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    public FormCondition? ShownWhen { get; init; }

    /// <summary>True when the answer stays the same from dossier to dossier (thông tin ổn định), so that a new form begins with the last one.</summary>
    public bool Lasting { get; init; }

    /// <summary>
    /// Values as people would type them, for the demo office and its tests; {applicant}, {address}, {number} and {serial}, which differs from form to form,
    /// are filled in. A procedure's dossiers take them in turn.
    /// </summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>
    /// Of a form field: what of the applicant it begins with: <c>applicant.kind</c> (individual or organisation), <c>applicant.name</c>,
    /// <c>applicant.address</c>, <c>applicant.identityNumber</c>, <c>applicant.phone</c> or <c>applicant.email</c>. Of a result field: the key of the form
    /// field whose value it starts with, or of the table whose number of rows.
    /// </summary>
    public string? CopiedFrom { get; init; }

    /// <summary>The most characters that are accepted: what the form says, otherwise by the kind of field.</summary>
    public int LengthLimit => MaxLength ?? Kind.LengthLimit(this);

    /// <summary>All that is known of its kind.</summary>
    [JsonIgnore]
    public FieldKind Kind => FieldKind.Of(Type);

    /// <summary>The canonical spelling of what was typed; the cleaned text itself when it cannot be read.</summary>
    public string Read(IReadOnlyList<string> typed) => Kind.Read(this, typed);

    /// <summary>A canonical value as a person reads it, on screens and papers.</summary>
    public string Show(string value) => Kind.Show(this, value);

    /// <summary>A canonical value as a person types it.</summary>
    public IReadOnlyList<string> Write(string value) => Kind.Write(this, value);
}

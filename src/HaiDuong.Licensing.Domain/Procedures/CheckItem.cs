namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Where the answer to a check comes from (nguồn đối chiếu).</summary>
public enum CheckSubject
{
    /// <summary>The specialist judges.</summary>
    Person,

    /// <summary>The rule is computed over the applicant's form.</summary>
    Form,

    /// <summary>The rule is computed over the inspection record.</summary>
    Inspection,
}

/// <summary>One thing the specialist checks before the result (nội dung thẩm định), with a rule where it can be computed.</summary>
public sealed record CheckItem : Sourced
{
    public required string Key { get; init; }

    public required string Text { get; init; }

    public CheckSubject Subject { get; init; }

    /// <summary>The rule for a computed check; null when a person judges.</summary>
    public FormRule? Rule { get; init; }

    internal override string Statement => Text;
}

using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>One paper of the dossier's composition (thành phần hồ sơ): how many originals and copies, on which form, and when it is needed.</summary>
public sealed record PaperRequirement : Sourced
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>Number of originals (bản chính).</summary>
    public required int Originals { get; init; }

    /// <summary>Number of copies (bản sao).</summary>
    public required int Copies { get; init; }

    /// <summary>The official form it is written on, e.g. "Mẫu số 04, Nghị định 138/2025/NĐ-CP".</summary>
    public string? FormNumber { get; init; }

    /// <summary>False when the applicant may leave it out.</summary>
    public bool Required { get; init; } = true;

    /// <summary>The condition over the form under which it is asked for at all.</summary>
    public FormCondition? When { get; init; }

    public string? Note { get; init; }

    /// <summary>True when the filled-in form itself is this paper, so that an online applicant uploads nothing for it.</summary>
    public bool IsForm { get; init; }

    /// <summary>File types accepted for upload, by content: pdf, jpeg, png.</summary>
    public IReadOnlyList<string> AcceptedTypes { get; init; } = ["pdf", "jpeg", "png"];

    internal override string Statement => Name;
}

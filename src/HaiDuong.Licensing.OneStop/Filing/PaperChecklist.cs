using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>One line of the checklist: a paper of the procedure and how many originals and copies were typed.</summary>
public sealed record CountedPaper(PaperRequirement Requirement, string Originals, string Copies)
{
    public string OriginalsName => $"{FieldName}.originals";

    public string CopiesName => $"{FieldName}.copies";

    /// <summary>The name that a refusal about the paper speaks of.</summary>
    public string FieldName => $"papers.{Requirement.Key}";
}

/// <summary>Danh mục giấy tờ tại quầy: counts what the applicant lays on the table, or posts.</summary>
public sealed record PaperChecklist(IReadOnlyList<CountedPaper> Lines)
{
    private const int Most = 999;

    public static PaperChecklist Read(IEnumerable<PaperRequirement> papers, IReadOnlyDictionary<string, IReadOnlyList<string>> typed) =>
        new([
            .. papers
                .Select(paper => new CountedPaper(paper, "", ""))
                .Select(line => line with { Originals = Text(typed, line.OriginalsName), Copies = Text(typed, line.CopiesName) }),
        ]);

    /// <summary>As many of each paper as came with another dossier.</summary>
    public static PaperChecklist Of(IEnumerable<PaperRequirement> papers, IReadOnlyList<Paper> counted)
    {
        string Sum(string key, Func<Paper, int> number) =>
            counted.Where(paper => paper.Key == key).Sum(number) is > 0 and var sum ? sum.ToString(CultureInfo.InvariantCulture) : "";
        return new([.. papers.Select(paper => new CountedPaper(paper, Sum(paper.Key, one => one.Originals), Sum(paper.Key, one => one.Copies)))]);
    }

    /// <summary>The counts that cannot be read.</summary>
    public IReadOnlyList<Refusal> Refusals =>
        [
            .. Lines
                .Where(line => Count(line.Originals) is null)
                .Select(line => new Refusal(nameof(RefusalCode.PaperOriginalsWrong), line.OriginalsName, line.Requirement.Name, Most)),
            .. Lines
                .Where(line => Count(line.Copies) is null)
                .Select(line => new Refusal(nameof(RefusalCode.PaperCopiesWrong), line.CopiesName, line.Requirement.Name, Most)),
        ];

    /// <summary>The counts that cannot be read, and what else is wrong: whether such a paper is there nobody can say.</summary>
    public IReadOnlyList<Refusal> Beside(IReadOnlyList<Refusal> others)
    {
        var wrong = Lines
            .Where(line => Count(line.Originals) is null || Count(line.Copies) is null)
            .Select(line => line.FieldName)
            .ToHashSet(StringComparer.Ordinal);
        return [.. Refusals, .. others.Where(other => !wrong.Contains(other.Field ?? ""))];
    }

    /// <summary>The papers that are there: at least one original or copy.</summary>
    public IReadOnlyList<Paper> Papers(Instant now) =>
        [
            .. Lines
                .Select(line => (line.Requirement.Key, Originals: Count(line.Originals) ?? 0, Copies: Count(line.Copies) ?? 0))
                .Where(line => line.Originals + line.Copies > 0)
                .Select(line => new Paper(Guid.CreateVersion7(), line.Key, null, null, null, 0, line.Originals, line.Copies, now)),
        ];

    private static int? Count(string text) =>
        text.Length == 0 ? 0
        : TypedNumber.TryReadWhole(text, out var number, out _) && number is >= 0 and <= Most ? (int)number
        : null;

    private static string Text(IReadOnlyDictionary<string, IReadOnlyList<string>> typed, string name) =>
        typed.TryGetValue(name, out var texts) && texts.Count > 0 ? texts[^1].Trim() : "";
}

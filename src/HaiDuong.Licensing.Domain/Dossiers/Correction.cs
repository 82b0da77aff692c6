using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Đính chính: what was typed wrong and is put right, by whom, when and why; nothing that stood before is lost.</summary>
/// <param name="ById">The account that corrected.</param>
/// <param name="By">The name.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Entries">What was corrected.</param>
/// <param name="PaperId">The applicant's confirmation among the dossier's papers, where there is one.</param>
public sealed record Correction(Guid? ById, string By, LocalDateTime At, string Reason, IReadOnlyList<CorrectedEntry> Entries, Guid? PaperId)
{
    /// <summary>Key of the applicant's confirmation among the papers; no procedure asks for it.</summary>
    public const string PaperKey = "correction-request";

    /// <summary>What was corrected, value by value, as it was read and is to be read.</summary>
    internal static IReadOnlyList<CorrectedEntry> Between((Applicant Applicant, FormData Form) before, (Applicant Applicant, FormData Form) after, Form form) =>
        [
            .. OfApplicant(before.Applicant)
                .Zip(OfApplicant(after.Applicant), (old, now) =>
                    new CorrectedEntry(old.Field, CorrectedEntry.LabelOf(old.Field, DeadlineTexts.Official), old.Value, now.Value)
                )
                .Where(entry => entry.Old != entry.New),
            .. form.Sections.SelectMany(section => InSection(section, FormRules.Visible(form, before.Form), FormRules.Visible(form, after.Form))),
        ];

    /// <summary>The sentences of a letter, a line each, with each entry as it is called in a language; answers stay as they were written.</summary>
    public static string Told(string sentences, CultureInfo language, Func<string, string> called) =>
        string.Join(
            '\n',
            sentences
                .Split('\n')
                .Select(line =>
                    line.Split(CorrectedEntry.Opening, 2) is [var label, var rest]
                        ? CorrectedEntry.CalledIn(label, language, called) + CorrectedEntry.Opening + rest
                        : line
                )
        );

    private static IEnumerable<(string Field, string Value)> OfApplicant(Applicant applicant) =>
        [
            (CorrectedEntry.Name, applicant.Name),
            (CorrectedEntry.Number, applicant.IdentityNumber),
            (CorrectedEntry.Address, applicant.Address),
            (CorrectedEntry.Phone, applicant.Phone ?? ""),
            (CorrectedEntry.Email, applicant.Email ?? ""),
        ];

    /// <summary>Single fields, and tables row by row.</summary>
    private static IEnumerable<CorrectedEntry> InSection(FormSection section, FormData before, FormData after)
    {
        var (old, now) = (Answers(section, before), Answers(section, after));
        return from answer in old.Keys.Union(now.Keys)
            let entry = new CorrectedEntry(answer.Key, answer.Label, old.GetValueOrDefault(answer) ?? "", now.GetValueOrDefault(answer) ?? "")
            where entry.Old != entry.New
            select entry;
    }

    private static Dictionary<(string Key, string Label), string?> Answers(FormSection section, FormData data) =>
        FormDisplay.Answers(section, data, _ => true).ToDictionary(answer => (answer.Key, answer.Label), answer => answer.Value);
}

/// <summary>Mục được đính chính: one answer, as it stood and as it stands.</summary>
/// <param name="Field">Its field, or the table of its row.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Old">As it was read; empty when there was none.</param>
/// <param name="New">As it is read now.</param>
public sealed record CorrectedEntry(string Field, string Label, string Old, string New)
{
    public const string Name = "applicant.name";
    public const string Number = "applicant.identityNumber";
    public const string Address = "applicant.address";
    public const string Phone = "applicant.phone";
    public const string Email = "applicant.email";

    /// <summary>Ai là chủ hồ sơ: who is meant; corrected by the applicant's own paper alone.</summary>
    public bool TellsWhoIsMeant => Field is Name or Number;

    /// <summary>Cách liên hệ: how the applicant is reached, which no result depends on.</summary>
    public bool IsContact => Field is Phone or Email;

    /// <summary>True for the path of the field, or of one in a row of the table.</summary>
    public bool Concerns(string? path) => path == Field || path?.StartsWith($"{Field}[", StringComparison.Ordinal) == true;

    /// <summary>What stands between the label and the answers.</summary>
    internal const string Opening = ": “";

    private static readonly string[] OfApplicant = [Name, Number, Address, Phone, Email];

    /// <summary>The entry as a letter and the history say it.</summary>
    internal string Sentence => $"{Label}{Opening}{Old}” → “{New}”";

    /// <summary>What it is called in a language, by what fields and sections of the form are called there.</summary>
    public string CalledIn(CultureInfo language, Func<string, string> called) => CalledIn(Label, language, called);

    internal static string CalledIn(string label, CultureInfo language, Func<string, string> called) =>
        OfApplicant.FirstOrDefault(field => LabelOf(field, DeadlineTexts.Official) == label) is { } own ? LabelOf(own, language)
        // A row of a table is its section with its number.
        : label.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at && label[(at + 2)..^1].All(char.IsAsciiDigit) ? called(label[..at]) + label[at..]
        : called(label);

    internal static string LabelOf(string field, CultureInfo language) => new Refusal($"Entry.{field}").SentenceIn(language);
}

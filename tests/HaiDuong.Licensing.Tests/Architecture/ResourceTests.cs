using System.Text.RegularExpressions;
using System.Xml.Linq;
using HaiDuong.Licensing.Domain;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Architecture;

/// <summary>Words that people read: none is missing, none is left over in English.</summary>
public sealed partial class ResourceTests
{
    /// <summary>Words that are Vietnamese alone: official letters and laws, and what only staff and the command line read.</summary>
    private static readonly string[] OnlyVietnamese =
    [
        "Wording",
        "Words",
        "NoticeLetters",
        "FieldTexts",
        "Refusals",
        "DeadlineCommandTexts",
        "SampleTexts",
        "Kit",
        "PlaceImports",
        "StudioWords",
        "Answer",
        "ChooseProcedure",
        "Desk",
        "HandOver",
        "Receipt",
        "TakeIn",
        "Denounced",
        "Stop",
        "Ask",
        "_AskChoices",
        "TakeSupplement",
        "_PaperCounts",
        "Decide",
        "Void",
        "Correct",
    ];

    [Test]
    public void Word_ThatThePublicReads_IsThereInEnglish()
    {
        var untranslated =
            from vietnamese in SourceTree.Files("src", "*.resx")
            where !vietnamese.EndsWith(".en.resx", StringComparison.Ordinal)
            let english = Path.ChangeExtension(vietnamese, ".en.resx")
            where Keys(vietnamese).Except(File.Exists(english) ? Keys(english) : []).Any()
            select Path.GetFileNameWithoutExtension(vietnamese);

        Assert.That(untranslated, Is.EquivalentTo(OnlyVietnamese));
    }

    [Test]
    public void Refusal_OfAValueThatCannotBeRead_ShowsARightOne()
    {
        var bare =
            from file in SourceTree.Files("src", "*.resx")
            where Path.GetFileName(file).Split('.')[0] is "Refusals" or "UiText"
            from data in XDocument.Load(file).Descendants("data")
            where UnreadValue().IsMatch(data.Attribute("name")!.Value) && !Example().IsMatch(data.Element("value")!.Value)
            select $"{Path.GetFileName(file)}: {data.Attribute("name")!.Value}";

        Assert.That(bare, Is.Empty);
    }

    // RefusalCode is made from the sentences, so that a refusal without one does not compile.
    [Test]
    public void Refusal_IsNamedByItsSentence()
    {
        // What is a word of something else as well may stand there for that.
        var others = SourceTree.Files("src", "*.resx").Where(file => !file.Contains("Refusals", StringComparison.Ordinal)).SelectMany(Keys).ToHashSet();
        var bare =
            from file in SourceTree.Files("src", "*.cs")
            from Match match in BareCode().Matches(File.ReadAllText(file))
            let code = match.Groups["code"].Value
            where Refusal.HasSentence(code) && !others.Contains(code)
            select $"{SourceTree.Short(file)}: {code}";

        Assert.That(bare, Is.Empty);
    }

    // The localizer of a page's model would look for a resource called "…Model", which there is none of, and show the keys.
    [Test]
    public void Page_AsksForItsWords_ByPageWords() =>
        Assert.That(SourceTree.Files("src", "*.cshtml.cs").Where(file => ModelLocalizer().IsMatch(File.ReadAllText(file))).Select(SourceTree.Short), Is.Empty);

    [Test]
    public void EnglishWord_TranslatesAVietnameseOne()
    {
        var alone =
            from english in SourceTree.Files("src", "*.en.resx")
            let vietnamese = english.Replace(".en.resx", ".resx", StringComparison.Ordinal)
            from key in Keys(english).Except(File.Exists(vietnamese) ? Keys(vietnamese) : [])
            select $"{SourceTree.Short(english)}: {key}";

        Assert.That(alone, Is.Empty);
    }

    [Test]
    public void Word_OfAPage_ExistsBesideIt()
    {
        var shared = SourceTree.Files("src", "UiText.resx").SelectMany(Keys).ToHashSet();
        var missing =
            from page in SourceTree.Files("src", "*.cshtml")
            let resource = Path.ChangeExtension(page, ".resx")
            let known = (File.Exists(resource) ? Keys(resource) : []).Concat(shared).ToHashSet()
            from Match match in PageWord().Matches(File.ReadAllText(page))
            where !known.Contains(match.Groups["key"].Value)
            select $"{SourceTree.Short(page)}: {match.Groups["key"].Value}";

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Word_IsWrittenOnce() =>
        Assert.That(
            SourceTree
                .Files("src", "*.resx")
                .SelectMany(file => Keys(file).GroupBy(key => key).Where(group => group.Count() > 1).Select(group => $"{SourceTree.Short(file)}: {group.Key}")),
            Is.Empty
        );

    private static List<string> Keys(string file) => [.. XDocument.Load(file).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];

    // What is chosen, not typed, shows its choices; and of a document the file is wrong.
    [GeneratedRegex(
        "^((Field|Entry\\.)Not(?!Choice|YesNo|NoMeridian)|Entry\\.(ShortYear|NoSuchDay|TooLarge)|Past[A-Za-z]+Wrong|PastDay(Unreadable|Impossible)|"
            + "[A-Za-z]+(Sessions|Season|Date)Unreadable|Paper(Originals|Copies)Wrong|UserNameShape|Applicant(Phone|Email|IdentityNumber|TaxCode|Passport|ForeignNumber)$)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex UnreadValue();

    [GeneratedRegex("ví dụ|e\\.g\\.|for example|look like", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();

    [GeneratedRegex(@"(?<![\$@\w\[.""])""(?<code>[A-Z]\w{4,})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareCode();

    [GeneratedRegex(@"IStringLocalizer<\w+Model>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModelLocalizer();

    [GeneratedRegex(@"\bT\[""(?<key>[^""]+)""\s*[\],]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageWord();
}

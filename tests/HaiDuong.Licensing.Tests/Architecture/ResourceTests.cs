using System.Text.RegularExpressions;
using System.Xml.Linq;
using HaiDuong.Licensing.Domain;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Architecture;

/// <summary>Words that people read: none is missing, none is left over in English.</summary>
public sealed partial class ResourceTests
{
    private static readonly string[] OnlyVietnamese =
    [
        // Papers are official and go to people in Vietnamese, whatever the language of whoever makes or gets them.
        "Wording",
        "Words",
        // An answer stands beside its question and choices, which the procedure asks in Vietnamese, and is printed on papers as it stands.
        "FieldTexts",
        // What is typed in the demo office, as people there type it.
        "SampleTexts",
        // The page of components, which developers alone have, shows Vietnamese as long as pages have to bear.
        "Kit",
        // The command that works out terms answers in the words of the rules that it counts by.
        "DeadlineCommandTexts",
    ];

    /// <summary>Pages that print or draw an official paper, whose English words are the Vietnamese ones.</summary>
    private static readonly string[] Papers = ["Counter/Slip", "Fees/Receipt", "Succession/_Office"];

    /// <summary>What an English sentence may say in Vietnamese: kinds and numbers of documents, titles, headings, names, letters.</summary>
    private static readonly string[] VietnameseNames =
    [
        "Nghị định",
        "Luật",
        "Thông tư",
        "Quyết định",
        "NĐ-CP",
        "QĐ",
        "PHÓ GIÁM ĐỐC",
        "Công an huyện Gia Lộc",
        "Hải Dương",
        "đề nghị",
        "Ngày giao dịch",
        "Ghi có",
        "Nội dung",
        "Old letters ƣ, Ð became ư, Đ",
        "old letters ƣ, Ð became ư, Đ",
        "Tiếng Việt",
    ];

    [Test]
    public void Word_ThatAnybodyReads_IsThereInEnglish()
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
    public void EnglishWord_IsFilledLikeTheVietnameseOne()
    {
        var different =
            from english in SourceTree.Files("src", "*.en.resx")
            let vietnamese = Words(english.Replace(".en.resx", ".resx", StringComparison.Ordinal))
            from word in Words(english)
            where vietnamese.TryGetValue(word.Key, out var other) && !Places(word.Value).SetEquals(Places(other))
            select $"{SourceTree.Short(english)}: {word.Key}";

        Assert.That(different, Is.Empty);
    }

    [Test]
    public void EnglishWord_HasNoVietnameseLeftInIt()
    {
        var left =
            from english in SourceTree.Files("src", "*.en.resx")
            where !Papers.Any(paper => english.EndsWith($"Features/{paper}.en.resx", StringComparison.Ordinal))
            from word in Words(english)
            let rest = VietnameseNames.Aggregate(word.Value, (text, name) => text.Replace(name, "", StringComparison.Ordinal))
            where rest.Any(letter => letter > '\u007F' && char.IsLetter(letter))
            select $"{SourceTree.Short(english)}: {word.Key}";

        Assert.That(left, Is.Empty);
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

    private static Dictionary<string, string> Words(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<string> Places(string sentence) => [.. Place().Matches(sentence).Select(match => match.Value)];

    private static List<string> Keys(string file) => [.. XDocument.Load(file).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];

    [GeneratedRegex(@"\{[^{}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

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

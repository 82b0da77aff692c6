using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Scripts;

/// <summary>What a line of a script tells to do or to see.</summary>
internal enum ScriptVerb
{
    LogIn,
    Given,
    Open,
    Press,
    Type,
    TypeOn,
    Choose,
    Tick,
    Key,
    Scan,
    GivePassword,
    RememberCode,
    See,
    SeeNot,
}

/// <summary>A line of a script.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Verb">What is to be done.</param>
/// <param name="Words">What stands in its quotes.</param>
internal sealed record ScriptStep(int Line, ScriptVerb Verb, IReadOnlyList<string> Words);

/// <summary>The most that a piece of work may cost: pages loaded, presses of the mouse, keys beyond what is typed.</summary>
internal sealed record ScriptCost(int Pages, int Clicks, int Keys);

/// <summary>A piece of work of a day, with what it may cost where that is promised.</summary>
internal sealed record ScriptPart(string Title, ScriptCost? Most, IReadOnlyList<ScriptStep> Steps);

/// <summary>
/// A day of a role, as <c>tests/scripts/README.md</c> tells how it is written: read by people, followed by the browser line by line. A line in a list that is
/// not understood is an error, so that nothing is told that nobody does.
/// </summary>
internal static partial class Script
{
    private const string Quoted = "[“`](?<word>[^”`]*)[”`]";

    private static readonly (ScriptVerb Verb, Regex Sentence)[] Sentences =
    [
        (ScriptVerb.LogIn, Of($"^Đăng nhập {Quoted}$")),
        (ScriptVerb.Given, Of($"^Cho sẵn một hồ sơ {Quoted} vừa xong {Quoted}$")),
        (ScriptVerb.Open, Of($"^Mở {Quoted}$")),
        (ScriptVerb.Press, Of($"^Bấm {Quoted}$")),
        (ScriptVerb.Type, Of($"^Gõ {Quoted} vào {Quoted}$")),
        (ScriptVerb.TypeOn, Of($"^Gõ tiếp {Quoted}$")),
        (ScriptVerb.Choose, Of($"^Chọn {Quoted} ở {Quoted}$")),
        (ScriptVerb.Tick, Of($"^Đánh dấu {Quoted}$")),
        (ScriptVerb.Key, Of($"^Nhấn {Quoted}$")),
        (ScriptVerb.Scan, Of($"^Quét {Quoted}$")),
        (ScriptVerb.GivePassword, Of("^Nhập lại mật khẩu$")),
        (ScriptVerb.RememberCode, Of("^Nhớ mã hồ sơ$")),
        (ScriptVerb.See, Of($"^Thấy {Quoted}$")),
        (ScriptVerb.SeeNot, Of($"^Không thấy {Quoted}$")),
    ];

    /// <summary>The scripts by role.</summary>
    public static IEnumerable<string> All =>
        Directory
            .EnumerateFiles(Folder, "*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => name != "README")
            .Order(StringComparer.Ordinal);

    private static string Folder { get; } = Path.Combine(Root(), "tests", "scripts");

    /// <exception cref="FormatException">A line is not understood.</exception>
    public static IReadOnlyList<ScriptPart> Read(string role) => Read(File.ReadLines(Path.Combine(Folder, $"{role}.md")));

    /// <inheritdoc cref="Read(string)"/>
    public static IReadOnlyList<ScriptPart> Read(IEnumerable<string> lines)
    {
        List<ScriptPart> parts = [];
        List<ScriptStep> steps = [];
        foreach (var (text, number) in lines.Select((line, index) => (line.Trim(), index + 1)))
        {
            if (text.StartsWith("## ", StringComparison.Ordinal))
                parts.Add(new ScriptPart(text[3..], null, steps = []));
            else if (Cost().Match(text) is { Success: true } cost)
                parts[^1] = parts[^1] with { Most = new ScriptCost(Number(cost, "pages"), Number(cost, "clicks"), Number(cost, "keys")) };
            else if (Item().Match(text) is { Success: true } item)
                steps.Add(StepOf(item.Groups["text"].Value, number));
        }

        return parts;
    }

    private static ScriptStep StepOf(string text, int line)
    {
        foreach (var (verb, sentence) in Sentences)
            if (sentence.Match(text) is { Success: true } said)
                return new ScriptStep(line, verb, [.. said.Groups["word"].Captures.Select(word => word.Value)]);
        throw new FormatException($"Dòng {line} không hiểu được: {text}");
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static Regex Of(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HaiDuong.Licensing.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution is in no folder above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^(\d+\.|-) (?<text>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"^Tối đa (?<pages>\d+) trang, (?<clicks>\d+) lần bấm, (?<keys>\d+) phím\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cost();
}

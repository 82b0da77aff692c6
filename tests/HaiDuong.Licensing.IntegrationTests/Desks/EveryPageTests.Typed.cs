using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>A form that comes back refused holds whatever was typed into it, on every page of the program.</summary>
public sealed partial class EveryPageTests
{
    /// <summary>No date, no number, no name of anything, in one line that is short enough for every box.</summary>
    private const string Marker = "Zz 31/02";

    /// <summary>A revision that no dossier ever had: whoever sends it is told that somebody else was faster.</summary>
    private const string Never = "-1";

    private async Task KeepWhatIsTypedAsync(string person, string[] pages)
    {
        var (reader, lost) = (await ReaderAsync(person, "vi"), new List<string>());
        foreach (var page in pages)
            lost.AddRange(await LostAsync(reader, page));

        Assert.That(string.Join('\n', lost), Is.Empty);
    }

    /// <summary>Sends every form of a page with the same nonsense in every box, and says of which boxes it is gone.</summary>
    private static async Task<IReadOnlyList<string>> LostAsync(DeskBrowser reader, string page)
    {
        var lost = new List<string>();
        var shown = await WholeAsync(await reader.GetAsync(page));
        foreach (Match form in Forms().Matches(MainPart().Match(shown).Value))
        {
            var boxes = Boxes().Matches(form.Value).Select(box => Attribute(box.Value, "name")).Where(name => name.Length > 0).Distinct().ToList();
            if (boxes.Count == 0 || form.Value.Contains("type=\"password\"", StringComparison.Ordinal))
                continue;
            var to = new[]
            {
                form.Value.Contains("type=\"submit\"", StringComparison.Ordinal) ? "" : Attribute(SendButtons().Match(form.Value).Value, "formaction"),
                Attribute(form.Groups["tag"].Value, "action"),
                page,
            }.First(one => one.Length > 0);
            var answer = await reader.PostSeveralAsync(to, [.. Sent(form.Value), .. FirstButton(form.Value), .. boxes.Select(name => (name, Marker))]);
            if (answer.Status == HttpStatusCode.Redirect)
            {
                Assert.That(form.Value.Contains("name=\"StepId\"", StringComparison.Ordinal), Is.False, $"{to}: somebody else was faster, and it was done");
                continue;
            }

            // A form with another row, or one whose act leads back to it, is shown again and not refused: what is still there still holds it.
            var back = await WholeAsync(answer);
            var kept = answer.Status == HttpStatusCode.OK ? boxes.Where(name => BoxesNamed(back, name).Any()) : boxes;
            lost.AddRange(kept.Where(name => !Holds(back, name)).Select(name => $"{to} ({answer.Status}): {name}"));
        }

        return lost;
    }

    private static async Task<string> WholeAsync(DeskAnswer answer) => await answer.Raw.Content.ReadAsStringAsync();

    /// <summary>What a browser sends of the rest: hidden values, what is ticked, what is chosen.</summary>
    private static IEnumerable<(string Name, string Value)> Sent(string form) =>
        Others()
            .Matches(form)
            .Select(control => control.Value)
            .Where(control => Attribute(control, "type") is "hidden" || control.Contains(" checked", StringComparison.Ordinal))
            .Select(control => (Attribute(control, "name"), Attribute(control, "value")))
            .Where(sent => sent.Item1.Length > 0)
            .Select(sent => sent.Item1 is "Revision" or "SeenRevision" ? (sent.Item1, Never) : sent);

    /// <summary>Where a form goes several ways, the first button says which; what adds and removes rows is no way on.</summary>
    private static IEnumerable<(string Name, string Value)> FirstButton(string form) =>
        Buttons().Match(form) is { Success: true } button ? [(Attribute(button.Value, "name"), Attribute(button.Value, "value"))] : [];

    private static bool Holds(string html, string name) =>
        BoxesNamed(html, name).Any(box => WebUtility.HtmlDecode(box).Contains(Marker, StringComparison.Ordinal));

    private static IEnumerable<string> BoxesNamed(string html, string name) =>
        Boxes().Matches(html).Select(box => box.Value).Where(box => Attribute(box, "name") == name);

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline, 5000)]
    private static partial Regex MainPart();

    [GeneratedRegex("(?<tag><form[^>]*method=\"post\"[^>]*>).*?</form>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Forms();

    [GeneratedRegex(
        "<textarea[^>]*>[^<]*</textarea>|<input(?=[^>]*type=\"(text|tel|email|search|url|number|date)\")[^>]*>",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Boxes();

    [GeneratedRegex("<button[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex SendButtons();

    [GeneratedRegex("<button[^>]* name=\"go\"[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Buttons();

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Others();
}

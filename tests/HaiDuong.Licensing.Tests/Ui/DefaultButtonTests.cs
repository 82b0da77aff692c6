using System.Text.RegularExpressions;
using HaiDuong.Licensing.Tests.Architecture;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

/// <summary>Enter in a text box presses the first button of its form: never one that deletes, looks up or adds a row beside the main one.</summary>
internal sealed partial class DefaultButtonTests
{
    private static readonly Dictionary<string, string> Pages = SourceTree
        .Files("src", "*.cshtml")
        .ToDictionary(file => SourceTree.Short(file), File.ReadAllText, StringComparer.Ordinal);

    [Test]
    public void EveryForm_WithAMainButton_HasItFirst()
    {
        var forms = Pages.SelectMany(page => Form().Matches(page.Value).Select(form => (page.Key, Buttons: ButtonsOf(form.Value).ToList()))).ToList();

        var wrong = forms.Where(form => form.Buttons.Exists(IsMain) && !IsMain(form.Buttons[0])).Select(form => $"{form.Key}: {form.Buttons[0]}");

        Assert.That(forms, Has.Count.GreaterThan(50));
        Assert.That(wrong, Is.Empty);
    }

    [TestCase("<form><button name=\"remove\">Xóa</button><button class=\"btn btn-primary\">Gửi</button></form>", false)]
    [TestCase("<form><hd-default /><partial name=\"_FormRows\" /><button class=\"btn btn-primary\">Gửi</button></form>", true)]
    [TestCase("<form><partial name=\"_FormRows\" /><button class=\"btn btn-primary\">Gửi</button></form>", false)]
    public void FirstButton_IsFoundInPartsOfThePageToo(string form, bool isMain) => Assert.That(IsMain(ButtonsOf(form).First()), Is.EqualTo(isMain));

    /// <summary>A kind of button that Bootstrap alone colours is grey on black in the dark.</summary>
    [Test]
    public void EveryKindOfButton_IsColouredByTheProduct()
    {
        var colours = string.Concat(SourceTree.Files("src", "base.css").Select(File.ReadAllText));
        var kinds = Pages.Values.SelectMany(page => Kind().Matches(page).Select(kind => kind.Value)).Distinct().ToList();

        Assert.That(kinds, Does.Contain("btn-outline-primary"));
        Assert.That(kinds.Where(kind => !colours.Contains($".{kind} {{", StringComparison.Ordinal)), Is.Empty);
    }

    private static bool IsMain(string button) =>
        button.StartsWith("<hd-default", StringComparison.Ordinal) || button.Contains("btn-primary", StringComparison.Ordinal);

    /// <summary>What sends the form, in the order of the page, with that of its parts; a part that is made of itself is looked into once.</summary>
    private static IEnumerable<string> ButtonsOf(string html, params string[] within) =>
        Piece()
            .Matches(html)
            .SelectMany(piece =>
                piece.Groups["part"] is { Success: true } part
                    ? Pages
                        .Where(page => Path.GetFileNameWithoutExtension(page.Key) == part.Value && !within.Contains(part.Value))
                        .SelectMany(page => ButtonsOf(page.Value, [.. within, part.Value]))
                : piece.Value.Contains("type=\"button\"", StringComparison.Ordinal) ? []
                : (IEnumerable<string>)[piece.Value]
            );

    [GeneratedRegex("(?<=\\bbtn )btn-[a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex Kind();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<partial name=\"(?<part>\\w+)\"|<button[^>]*>|<hd-default", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();
}

using System.Text.RegularExpressions;
using HaiDuong.Licensing.Tests.Architecture;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

/// <summary>A form that names its address gets the token against foreign pages only where it asks for it; without it every post is refused.</summary>
internal sealed partial class FormTokenTests
{
    [Test]
    public void EveryPostWithAnAddress_AsksForItsToken()
    {
        var forms = SourceTree
            .Files("src", "*.cshtml")
            .SelectMany(file => File.ReadLines(file).SelectMany(line => Form().Matches(line)).Select(form => $"{SourceTree.Short(file)}: {form.Value}"))
            .Where(form => form.Contains("method=\"post\"", StringComparison.Ordinal) && form.Contains(" action=\"", StringComparison.Ordinal))
            .ToList();

        Assert.That(forms, Has.Count.GreaterThan(10));
        Assert.That(forms.Where(form => !form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)), Is.Empty);
    }

    [GeneratedRegex("<form .*", RegexOptions.None, 1000)]
    private static partial Regex Form();
}

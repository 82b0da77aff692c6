using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>The text of a template with what it includes: <c>{% include "name" %}</c> stands for <c>workflows/shared/texts/name.md</c>.</summary>
internal sealed partial class TemplateText
{
    private readonly List<string> files = [];
    private readonly WorkflowsFolder folder;

    private TemplateText(WorkflowsFolder folder, string path)
    {
        this.folder = folder;
        Whole = Read(path);
    }

    /// <summary>The text with everything included.</summary>
    public string Whole { get; }

    /// <exception cref="FileNotFoundException">The template or a text that it includes is not there.</exception>
    public static TemplateText Open(WorkflowsFolder folder, string path) => new(folder, path);

    /// <summary>Where one of the words stands first: the file and its line; the template's first line when nowhere.</summary>
    public (string File, int Line) PlaceOf(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            foreach (var file in files)
            {
                var line = Array.FindIndex(File.ReadAllLines(file), text => text.Contains(word, StringComparison.Ordinal));
                if (line >= 0)
                    return (file, line + 1);
            }
        }

        return (files[0], 1);
    }

    private string Read(string path)
    {
        if (files.Contains(path))
            return string.Empty;
        var text = File.ReadAllText(path);
        files.Add(path);
        return Include().Replace(text, match => Read(Path.Combine(folder.SharedTexts, $"{match.Groups["name"].Value}.md")).TrimEnd('\n'));
    }

    [GeneratedRegex("""\{% include "(?<name>[a-z0-9-]+)" %\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Include();
}

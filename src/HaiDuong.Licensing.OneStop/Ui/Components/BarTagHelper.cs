using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>A part of a bar: its look (bad, warn, good, quiet, info) and how much it is.</summary>
public sealed record BarPart(string Look, double Value);

/// <summary>
/// A bar beside the numbers that it draws: <c>&lt;hd-bar parts="…" of="40" /&gt;</c>, as long as its parts are of the longest one. The numbers stand in the
/// table, so it says nothing to whoever hears the page.
/// </summary>
[HtmlTargetElement("hd-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarTagHelper : TagHelper
{
    private const double Width = 100;

    public IReadOnlyList<BarPart> Parts { get; set; } = [];

    public double Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-bar");
        output.Attributes.SetAttribute("viewBox", "0 0 100 8");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var x = 0.0;
        foreach (var part in Parts.Where(part => part.Value > 0 && Of > 0))
        {
            var width = Math.Min(part.Value / Of * Width, Width - x);
            var piece = new TagBuilder("rect");
            piece.AddCssClass($"hd-bar-{part.Look}");
            piece.Attributes["x"] = Say(x);
            piece.Attributes["width"] = Say(width);
            piece.Attributes["height"] = "8";
            output.Content.AppendHtml(piece);
            x += width;
        }
    }

    private static string Say(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>A number that opens the list behind it: <c>&lt;hd-figure href="…" value="7" /&gt;</c>; plain without an address, and where there is nothing.</summary>
[HtmlTargetElement("hd-figure", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureTagHelper : TagHelper
{
    public string? Href { get; set; }

    public int Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null || Value == 0 ? null : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (output.TagName is not null)
            output.Attributes.SetAttribute("href", Href);
        output.Content.SetContent(Value.ToString("N0", System.Globalization.CultureInfo.CurrentCulture));
    }
}

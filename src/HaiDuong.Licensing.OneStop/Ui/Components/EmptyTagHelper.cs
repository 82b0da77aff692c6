using Microsoft.AspNetCore.Razor.TagHelpers;
using static HaiDuong.Licensing.OneStop.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>Nothing to show, and what to do then: <c>&lt;hd-empty title="@T["NoWork"]"&gt;…&lt;/hd-empty&gt;</c>.</summary>
[HtmlTargetElement("hd-empty", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-empty");
        var title = Element("p", "hd-empty-title");
        title.InnerHtml.Append(Title);
        output.Content.SetHtmlContent(title);
        if (content.IsEmptyOrWhiteSpace)
            return;
        var body = Element("div", "hd-empty-body");
        body.InnerHtml.AppendHtml(content);
        output.Content.AppendHtml(body);
    }
}

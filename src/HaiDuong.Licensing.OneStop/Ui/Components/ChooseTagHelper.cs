using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>
/// Ô chọn of a row of a list that has a <see cref="BatchBar"/>: <c>&lt;hd-choose dossier="@row.DossierId" code="@row.Code" /&gt;</c>; without a dossier the box
/// of the heading, which ticks the whole page and is there with JavaScript alone.
/// </summary>
[HtmlTargetElement("hd-choose", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChooseTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    public Guid? Dossier { get; set; }

    public string Code { get; set; } = "";

    public bool Ticked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Dossier is null ? "th" : "td";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-col-choose");
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.MergeAttribute("type", "checkbox");
        box.MergeAttribute("class", Dossier is null ? "form-check-input hd-needs-script" : "form-check-input");
        box.MergeAttribute("aria-label", Dossier is null ? words["Choose.All"] : words["Choose.One", Code]);
        if (Ticked)
            box.MergeAttribute("checked", "checked");
        if (Dossier is { } dossier)
        {
            box.MergeAttribute("name", BatchBar.Chosen);
            box.MergeAttribute("value", dossier.ToString());
            box.MergeAttribute("form", BatchBar.Form);
            output.Attributes.SetAttribute("data-label", words["Choose.Label"].Value);
        }
        else
        {
            box.MergeAttribute("data-choose-all", BatchBar.Chosen);
            var label = new TagBuilder("span");
            label.AddCssClass("visually-hidden");
            label.InnerHtml.Append(words["Choose.Label"].Value);
            output.Content.AppendHtml(label);
        }

        output.Content.AppendHtml(box);
    }
}

using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>The badge of one of the ten national statuses, in words: <c>&lt;hd-status code="4" /&gt;</c>; 0 is a draft.</summary>
[HtmlTargetElement("hd-status", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    private static readonly string[] Tones = ["draft", "new", "going", "refused", "going", "waiting", "waiting", "waiting", "stopped", "ready", "returned"];

    public int Code { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Code < 0 || Code >= Tones.Length)
            throw new ArgumentOutOfRangeException(nameof(context), Code, "The national portal knows the statuses 1 to 10; 0 is a draft.");
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-badge hd-status hd-status-" + Tones[Code]);
        output.Content.SetContent(words[$"Status.{Code}"]);
    }
}

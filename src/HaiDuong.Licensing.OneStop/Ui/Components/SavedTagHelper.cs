using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>Says when a form with <c>data-autosave</c> was last saved, and what opens it again: "Đã lưu 10:32". Without JavaScript it says nothing.</summary>
[HtmlTargetElement("hd-saved", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SavedTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    /// <summary>"Reference" or "Account"; null where what is saved opens by its own page.</summary>
    public string? Reopens { get; set; }

    /// <summary>True for a form of a desk, which is kept for its person until it is sent.</summary>
    public bool Kept { get; set; }

    /// <summary>Whether the form came back with what was typed.</summary>
    public bool CameBack { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-saved");
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("data-saved", words[Reopens is null ? "Saved" : $"Saved.{Reopens}"].Value);
        output.Attributes.SetAttribute("data-failed", words["Saved.Failed"].Value);
        output.Attributes.SetAttribute("data-refused", words[Kept ? "Saved.NotKept" : "Saved.Refused"].Value);
        output.Attributes.SetAttribute("data-conflict", words["Saved.Conflict"].Value);
        // A form that came back with what was typed has it nowhere else: it is kept before anybody types on.
        if (Kept && CameBack)
            output.Attributes.SetAttribute("data-unsent", "");
    }
}

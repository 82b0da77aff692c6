using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>
/// What Enter in a text box does, in a form whose first button is another: <c>&lt;hd-default name="go" value="supply" /&gt;</c>, the first thing inside the
/// form. Browsers press the first button that sends the form, which must never be one that deletes or merely looks something up.
/// </summary>
[HtmlTargetElement("hd-default", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DefaultTagHelper : TagHelper
{
    /// <summary>Name of the main button; none where that has none.</summary>
    public string? Name { get; set; }

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // No button element: whoever looks for the buttons of a form finds those that are seen.
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute("class", "visually-hidden");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-hidden", "true");
        if (Name is null)
            return;
        output.Attributes.SetAttribute("name", Name);
        output.Attributes.SetAttribute("value", Value);
    }
}

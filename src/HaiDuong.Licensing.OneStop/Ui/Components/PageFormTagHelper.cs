using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>
/// A form that names no address is sent to its page. The framework would send it to the address that was asked for: on a page that shows a refused act of
/// another button that is the act of that button, which the main one would then repeat, and under whose name what is typed would be kept.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PageFormTagHelper : TagHelper
{
    /// <summary>After the framework's, which writes the address.</summary>
    public override int Order => 0;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.AllAttributes.Any(attribute => NamesAnAddress(attribute.Name)))
            output.Attributes.SetAttribute("action", PageAddress.Here(ViewContext.HttpContext.Request));
    }

    private static bool NamesAnAddress(string attribute) =>
        attribute == "action" || (attribute.StartsWith("asp-", StringComparison.OrdinalIgnoreCase) && attribute != "asp-antiforgery");
}

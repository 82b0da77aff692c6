using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>
/// Nút nhận việc of a row: <c>&lt;hd-claim to="@StepPaths.Claim(row.DossierId)" revision="row.Revision" code="@row.Code" /&gt;</c>; the page has the form <c>_ClaimForm</c>.
/// </summary>
[HtmlTargetElement("hd-claim", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClaimTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    /// <summary>The id of the form that the buttons belong to.</summary>
    public const string Form = "nhan-viec";

    /// <summary>Where the dossier is taken.</summary>
    public string To { get; set; } = "";

    /// <summary>The count of acts that is seen.</summary>
    public int Revision { get; set; }

    public string Code { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "btn btn-outline-primary btn-sm hd-no-print");
        output.Attributes.SetAttribute("form", Form);
        output.Attributes.SetAttribute("formaction", To);
        output.Attributes.SetAttribute("name", nameof(Revision));
        output.Attributes.SetAttribute("value", Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("aria-label", words["Claim.One", Code].Value);
        output.Content.SetContent(words["Claim"].Value);
    }
}

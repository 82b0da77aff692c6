using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using static HaiDuong.Licensing.OneStop.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>
/// The due badge, by colour and by words: <c>&lt;hd-due state="dossier.Due" now="Model.Now" /&gt;</c>. It prints what the clock decided of a dossier
/// or of a step; nothing is due without a state.
/// </summary>
[HtmlTargetElement("hd-due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    public DueState? State { get; set; }

    public Instant Now { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var said = DueWords.Of(State, OfficeClock.ToLocal(Now), words);
        if (said.Exact is { } exact)
            output.Attributes.SetAttribute("title", exact);
        output.Attributes.SetAttribute("class", "hd-badge hd-due hd-due-" + said.Tone);
        if (said.Moment is not { } at)
        {
            output.Content.SetContent(said.Text);
            return;
        }

        var time = Element("time");
        time.MergeAttribute("datetime", InstantPattern.General.Format(OfficeClock.ToInstant(at)));
        time.InnerHtml.Append(said.Text);
        output.Content.SetHtmlContent(time);
    }
}

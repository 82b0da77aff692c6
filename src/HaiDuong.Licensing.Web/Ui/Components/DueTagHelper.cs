using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using static HaiDuong.Licensing.Web.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.Web.Ui.Components;

/// <summary>
/// The due badge, by colour and by words: <c>&lt;hd-due at="item.DueAt" now="Model.Now" /&gt;</c>. <c>paused</c> says that the
/// clock stands still; <c>done</c> compares with the moment of completion; nothing is due without <c>at</c>.
/// </summary>
[HtmlTargetElement("hd-due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    public Instant? At { get; set; }

    public Instant Now { get; set; }

    public bool Paused { get; set; }

    /// <summary>When the work was finished.</summary>
    public Instant? Done { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (At is not { } due)
        {
            Badge(output, "none", words["Due.None"]);
            return;
        }

        var said = DueWords.Of(due, Now, OfficeClock.Zone);
        output.Attributes.SetAttribute("title", words["Due.Exact", said.Exact].Value);
        if (Done is { } done)
            Badge(output, done > due ? "late" : "done", words[done > due ? "Due.DoneLate" : "Due.DoneInTime"]);
        else if (Paused)
            Badge(output, "paused", words["Due.Paused"]);
        else
            Badge(output, NameOf(said.Level), said.In(words), due);
    }

    private static string NameOf(DueLevel level) => level switch
    {
        DueLevel.Calm => "calm",
        DueLevel.Soon => "soon",
        DueLevel.Today => "today",
        _ => "late",
    };

    private static void Badge(TagHelperOutput output, string tone, string text, Instant? moment = null)
    {
        output.Attributes.SetAttribute("class", "hd-badge hd-due hd-due-" + tone);
        if (moment is not { } at)
        {
            output.Content.SetContent(text);
            return;
        }

        var time = Element("time");
        time.MergeAttribute("datetime", InstantPattern.General.Format(at));
        time.InnerHtml.Append(text);
        output.Content.SetHtmlContent(time);
    }
}

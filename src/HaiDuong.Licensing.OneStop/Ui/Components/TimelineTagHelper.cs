using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;
using NodaTime.Text;
using static HaiDuong.Licensing.OneStop.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>One thing that happened. Tone: null, "good", "warn", "bad" or "now" for what is going on.</summary>
public sealed record TimelineEntry(Instant At, string What, string? Who = null, string? Note = null, string? Tone = null);

/// <summary>What happened, when and by whom: <c>&lt;hd-timeline entries="Model.History" /&gt;</c>, in the order given.</summary>
[HtmlTargetElement("hd-timeline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimelineTagHelper : TagHelper
{
    public IReadOnlyList<TimelineEntry> Entries { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-timeline");
        foreach (var entry in Entries)
            output.Content.AppendHtml(Item(entry));
    }

    /// <summary>The language in which people of an office write notes.</summary>
    private const string NoteLanguage = "vi";

    private static TagBuilder Item(TimelineEntry entry)
    {
        var item = Element("li", entry.Tone is null ? "hd-event" : "hd-event hd-event-" + entry.Tone);
        var time = Element("time", "hd-event-time");
        time.MergeAttribute("datetime", InstantPattern.General.Format(entry.At));
        time.InnerHtml.Append(VietnameseDate.Print(OfficeClock.ToLocal(entry.At)));
        var what = Element("div", "hd-event-what");
        what.InnerHtml.Append(entry.What);
        item.InnerHtml.AppendHtml(time).AppendHtml(what);
        foreach (var (text, css) in new[] { (entry.Who, "hd-event-who"), (entry.Note, "hd-event-note") })
        {
            if (string.IsNullOrEmpty(text))
                continue;
            var line = Element("div", css);
            line.InnerHtml.Append(text);
            if (text == entry.Note)
                line.MergeAttribute("lang", NoteLanguage);
            item.InnerHtml.AppendHtml(line);
        }

        return item;
    }
}

using System.Globalization;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static HaiDuong.Licensing.OneStop.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>One step of a journey; a finished step with an address can be gone back to.</summary>
public sealed record StepView(string Label, string? Href = null);

/// <summary>Where the person is in a journey: <c>&lt;hd-steps steps="Model.Steps" current="2" /&gt;</c>, counted from 1.</summary>
[HtmlTargetElement("hd-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    public IReadOnlyList<StepView> Steps { get; set; } = [];

    public int Current { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-steps");
        output.Attributes.SetAttribute("aria-label", words["Steps.Label"].Value);
        var here = Element("p", "hd-steps-here");
        here.InnerHtml.Append(words["Steps.Here", Current, Steps.Count]);
        output.Content.AppendHtml(here);

        var list = Element("ol");
        for (var number = 1; number <= Steps.Count; number++)
            list.InnerHtml.AppendHtml(Step(Steps[number - 1], number));
        output.Content.AppendHtml(list);
    }

    private TagBuilder Step(StepView step, int number)
    {
        var item = Element(
            "li",
            number < Current ? "hd-step hd-step-done"
                : number == Current ? "hd-step hd-step-current"
                : "hd-step"
        );
        if (number == Current)
            item.MergeAttribute("aria-current", "step");
        var mark = Element("span", "hd-step-mark");
        mark.MergeAttribute("aria-hidden", "true");
        mark.InnerHtml.Append(number < Current ? "✓" : number.ToString(CultureInfo.InvariantCulture));
        var label = Element(number < Current && step.Href is not null ? "a" : "span", "hd-step-label");
        if (number < Current && step.Href is not null)
            label.MergeAttribute("href", step.Href);
        label.InnerHtml.Append(step.Label);
        item.InnerHtml.AppendHtml(mark).AppendHtml(label);
        if (number < Current)
        {
            var done = Element("span", "visually-hidden");
            done.InnerHtml.Append(" ").Append(words["Steps.Done"]);
            item.InnerHtml.AppendHtml(done);
        }

        return item;
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static HaiDuong.Licensing.OneStop.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>
/// What has to be corrected, above a form: a heading and a link to each field; takes focus when the page opens.
/// Writes nothing when nothing is wrong.
/// </summary>
[HtmlTargetElement("hd-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    /// <summary>Refusals of an act that are not in the model state.</summary>
    public IReadOnlyList<Refusal>? Refusals { get; set; }

    /// <summary>Ready-made fields, e.g. of a generated form; told first and in their order.</summary>
    public IEnumerable<FormFieldView>? Fields { get; set; }

    /// <summary>In place of how many places are wrong. A view that has none gives an empty one: null does not pass through an attribute of text.</summary>
    public string? Heading { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = Collect().DistinctBy(item => (item.Field, item.Sentence)).ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("data-takes-focus", "");

        var heading = Element("h2", "hd-error-summary-title");
        heading.InnerHtml.Append(Heading is { Length: > 0 } own ? own : words["Summary.Heading", wrong.Count].Value);
        output.Content.AppendHtml(heading);
        var list = Element("ul");
        foreach (var (field, sentence) in wrong)
            list.InnerHtml.AppendHtml(Item(field, sentence));
        output.Content.AppendHtml(list);
    }

    private IEnumerable<(string? Field, string Sentence)> Collect()
    {
        foreach (var field in Fields ?? [])
        foreach (var error in field.Errors)
            yield return (field.Name, error);
        foreach (var (name, entry) in ViewContext?.ViewData.ModelState ?? new())
        foreach (var error in entry.Errors)
            yield return (name.Length == 0 ? null : name, error.ErrorMessage);
        foreach (var refusal in Refusals ?? [])
            yield return (refusal.Field, refusal.Sentence);
    }

    private static TagBuilder Item(string? field, string sentence)
    {
        var item = Element("li");
        if (field is null)
        {
            item.InnerHtml.Append(sentence);
            return item;
        }

        var link = Element("a");
        link.MergeAttribute("href", "#" + FieldId.Of(field));
        link.InnerHtml.Append(sentence);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}

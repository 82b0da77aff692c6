using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>The HTML of one question: label, hint, error and control, tied together for assistive technology.</summary>
public sealed class FieldHtml(IStringLocalizer<UiText> words)
{
    private readonly ControlHtml _controls = new(words);

    public IHtmlContent Write(FormFieldView field)
    {
        var box = Element(field.IsGroup ? "fieldset" : "div", "hd-field");
        if (field.Errors.Count > 0)
            box.AddCssClass("hd-field-wrong");
        if (field.ShowWhen is { } condition)
            box.MergeAttribute("data-show-when", condition.ToJson());
        if (field.IsGroup)
            DescribeGroup(box, field);

        box.InnerHtml.AppendHtml(Label(field));
        if (HintOf(field) is { } hint)
            box.InnerHtml.AppendHtml(Hint(field, hint));
        foreach (var (error, index) in field.Errors.Select((error, index) => (error, index)))
            box.InnerHtml.AppendHtml(Error(field, error, index));
        box.InnerHtml.AppendHtml(_controls.Write(field, DescribedBy(field)));
        return box;
    }

    private void DescribeGroup(TagBuilder box, FormFieldView field)
    {
        if (field.IsRadios)
        {
            box.MergeAttribute("role", "radiogroup");
            if (field.Required)
                box.MergeAttribute("aria-required", "true");
            if (field.Errors.Count > 0)
                box.MergeAttribute("aria-invalid", "true");
        }

        if (DescribedBy(field) is { } ids)
            box.MergeAttribute("aria-describedby", ids);
    }

    private TagBuilder Label(FormFieldView field)
    {
        var label = Element(field.IsGroup ? "legend" : "label", "hd-label");
        if (field.HideLabel)
            label.AddCssClass("visually-hidden");
        if (!field.IsGroup)
            label.MergeAttribute("for", field.Id);
        label.InnerHtml.Append(field.Label);
        if (field.Required)
        {
            var star = Element("span", "hd-required");
            star.MergeAttribute("title", words["Field.Required"]);
            star.MergeAttribute("aria-hidden", "true");
            star.InnerHtml.Append("*");
            label.InnerHtml.Append(" ").AppendHtml(star);
        }

        return label;
    }

    private static TagBuilder Hint(FormFieldView field, string text)
    {
        var hint = Element("div", "hd-hint");
        hint.MergeAttribute("id", field.Id + "-hint");
        hint.InnerHtml.Append(text);
        return hint;
    }

    private TagBuilder Error(FormFieldView field, string text, int index)
    {
        var error = Element("p", "hd-error");
        error.MergeAttribute("id", ErrorId(field, index));
        var prefix = Element("span", "visually-hidden");
        prefix.InnerHtml.Append(words["Field.ErrorPrefix"]).Append(" ");
        error.InnerHtml.AppendHtml(prefix).Append(text);
        return error;
    }

    private string? DescribedBy(FormFieldView field)
    {
        string[] ids = [.. HintOf(field) is null ? Array.Empty<string>() : [field.Id + "-hint"], .. field.Errors.Select((_, index) => ErrorId(field, index))];
        return ids.Length == 0 ? null : string.Join(' ', ids);
    }

    private string? HintOf(FormFieldView field)
    {
        var own = field.Hint
            ?? (
                field.HideLabel
                    ? null
                    : field.Control switch
                    {
                        FieldControl.Date => words[field.IsAhead ? "Field.Hint.Date.Ahead" : "Field.Hint.Date"].Value,
                        FieldControl.Time => words["Field.Hint.Time"].Value,
                        FieldControl.DateTime => words[field.IsAhead ? "Field.Hint.DateTime.Ahead" : "Field.Hint.DateTime"].Value,
                        FieldControl.Identity => words["Field.Hint.Identity"].Value,
                        _ => null,
                    }
            );
        var limit = field is { Control: FieldControl.Multiline, Max: { } max } ? words["Field.Hint.Max", max].Value : null;
        return own is null ? limit
            : limit is null ? own
            : own + " " + limit;
    }

    private static string ErrorId(FormFieldView field, int index) => index == 0 ? field.Id + "-error" : $"{field.Id}-error-{index + 1}";

    internal static TagBuilder Element(string name, string? css = null)
    {
        var element = new TagBuilder(name);
        if (css is not null)
            element.AddCssClass(css);
        return element;
    }
}

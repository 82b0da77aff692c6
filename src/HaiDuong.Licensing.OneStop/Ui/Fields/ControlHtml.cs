using System.Globalization;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using static HaiDuong.Licensing.OneStop.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>The control of a question. No native validation: the server's sentences are in the person's language, the browser's are not.</summary>
internal sealed class ControlHtml(IStringLocalizer<UiText> words)
{
    /// <summary>Two answers of at most so many letters stand in one line, on a phone too.</summary>
    private const int ShortLabel = 14;

    public IHtmlContent Write(FormFieldView field, string? describedBy) =>
        field switch
        {
            { Control: FieldControl.YesNo } => Options(field with { Options = YesNo() }, "radio"),
            { IsRadios: true } => Options(field, "radio"),
            { Control: FieldControl.Checkboxes } => Options(field, "checkbox"),
            { Control: FieldControl.Choice or FieldControl.List } => Select(field, describedBy),
            { Control: FieldControl.Multiline } => Multiline(field, describedBy),
            { Control: FieldControl.File } => File(field, describedBy),
            _ => WithSuffix(field, Input(field, describedBy)),
        };

    private FieldChoice[] YesNo() => [new("true", words["Field.Yes"]), new("false", words["Field.No"])];

    private static TagBuilder Input(FormFieldView field, string? describedBy)
    {
        var input = Named("input", "form-control", field, describedBy);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var (type, mode, autocomplete) = field.Control switch
        {
            FieldControl.Phone => ("tel", "tel", "tel"),
            FieldControl.Email => ("text", "email", "email"),
            FieldControl.Identity => ("text", "numeric", "off"),
            FieldControl.Money => ("text", "numeric", "off"),
            FieldControl.Number => ("text", "decimal", "off"),
            // The number pad of many phones has neither slash nor colon.
            FieldControl.Date or FieldControl.Time or FieldControl.DateTime => ("text", null, "off"),
            FieldControl.Password => ("password", null, "current-password"),
            _ => ("text", null, null),
        };
        input.MergeAttribute("type", type);
        MergeIfAny(input, "inputmode", mode);
        MergeIfAny(input, "list", field.Suggestions);
        MergeIfAny(input, "autocomplete", field.Autocomplete ?? autocomplete);
        if (field.Control is FieldControl.Email or FieldControl.Identity)
            input.MergeAttribute("spellcheck", "false");
        if (field.Control != FieldControl.Password)
            input.MergeAttribute("value", field.Value);
        if (WidthOf(field) is { } width)
            input.AddCssClass("hd-width-" + width);
        if (field.Control is FieldControl.Number or FieldControl.Money)
            input.AddCssClass("hd-figures");
        return input;
    }

    private static string? WidthOf(FormFieldView field) =>
        field.Width
        ?? field.Control switch
        {
            FieldControl.Date or FieldControl.Time => "short",
            FieldControl.Number or FieldControl.Money or FieldControl.Identity or FieldControl.Phone or FieldControl.DateTime => "medium",
            _ => null,
        };

    private TagBuilder WithSuffix(FormFieldView field, TagBuilder input)
    {
        var unit = field.Suffix ?? (field.Control == FieldControl.Money ? words["Field.Dong"].Value : null);
        if (unit is null)
            return input;

        var row = Element("div", "hd-with-suffix");
        var suffix = Element("span", "hd-suffix");
        suffix.InnerHtml.Append(unit);
        row.InnerHtml.AppendHtml(input).AppendHtml(suffix);
        return row;
    }

    private static TagBuilder Multiline(FormFieldView field, string? describedBy)
    {
        var area = Named("textarea", "form-control", field, describedBy);
        area.MergeAttribute("rows", field.Rows.ToString(CultureInfo.InvariantCulture));
        if (field.Max is { } max)
            area.MergeAttribute("data-max", max.ToString(CultureInfo.InvariantCulture));
        // HTML drops the first line break of a textarea, so one is given to drop.
        area.InnerHtml.AppendHtml("\n").Append(field.Value);
        return area;
    }

    private TagBuilder Select(FormFieldView field, string? describedBy)
    {
        var select = Named("select", "form-select", field, describedBy);
        // A list of what may be looked for names itself what no choice means.
        if (field.Options.All(option => option.Value.Length > 0))
            select.InnerHtml.AppendHtml(Choice(new FieldChoice("", words["Field.Choose"]), field.Value.Length == 0));
        foreach (var option in field.Options)
            select.InnerHtml.AppendHtml(Choice(option, option.Value == field.Value));
        return select;
    }

    private static TagBuilder Choice(FieldChoice option, bool selected)
    {
        var item = Element("option");
        item.MergeAttribute("value", option.Value);
        if (selected)
            item.MergeAttribute("selected", "selected");
        item.InnerHtml.Append(option.Label);
        return item;
    }

    private static TagBuilder Options(FormFieldView field, string type)
    {
        var list = Element("div", "hd-options");
        if (
            field.Control == FieldControl.YesNo
            || field.Options.Count == 2 && field.Options.All(option => option.Label.Length <= ShortLabel && option.Hint is null)
        )
            list.AddCssClass("hd-options-inline");
        foreach (var (option, index) in field.Options.Select((option, index) => (option, index)))
            list.InnerHtml.AppendHtml(Option(field, option, type, index == 0 ? field.Id : $"{field.Id}-{index + 1}", begins: field.AutoFocus && index == 0));
        return list;
    }

    private static TagBuilder Option(FormFieldView field, FieldChoice option, string type, string id, bool begins)
    {
        var input = Element("input", "form-check-input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        foreach (var (name, value) in new[] { ("type", type), ("name", field.Name), ("id", id), ("value", option.Value) })
            input.MergeAttribute(name, value);
        MergeIfAny(input, "autofocus", begins ? "autofocus" : null);
        if (field.Values.Contains(option.Value, StringComparer.OrdinalIgnoreCase))
            input.MergeAttribute("checked", "checked");
        if (field.ReadOnly)
            input.MergeAttribute("disabled", "disabled");
        if (type == "checkbox" && field.Errors.Count > 0)
            input.MergeAttribute("aria-invalid", "true");

        var label = Element("label", "form-check-label");
        label.MergeAttribute("for", id);
        label.InnerHtml.Append(option.Label);
        var row = Element("div", "hd-option form-check");
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (option.Hint is not null)
        {
            input.MergeAttribute("aria-describedby", id + "-hint");
            var hint = Element("div", "hd-hint");
            hint.MergeAttribute("id", id + "-hint");
            hint.InnerHtml.Append(option.Hint);
            row.InnerHtml.AppendHtml(hint);
        }

        return row;
    }

    private TagBuilder File(FormFieldView field, string? describedBy)
    {
        var input = Named("input", "form-control", field, describedBy);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.MergeAttribute("type", "file");
        MergeIfAny(input, "accept", field.Accept);
        if (field.Multiple)
            input.MergeAttribute("multiple", "multiple");

        // The browser's own button speaks the browser's language; the script shows this one instead.
        var button = Element("label", "btn btn-outline-primary hd-file-button");
        button.MergeAttribute("for", field.Id);
        button.MergeAttribute("aria-hidden", "true");
        button.InnerHtml.Append(words[field.Multiple ? "Field.ChooseFiles" : "Field.ChooseFile"]);
        var chosen = Element("span", "hd-file-names");
        chosen.MergeAttribute("aria-hidden", "true");
        chosen.InnerHtml.Append(field.Value.Length > 0 ? field.Value : words["Field.NoFile"].Value);
        var box = Element("div", "hd-file");
        box.InnerHtml.AppendHtml(input).AppendHtml(button).AppendHtml(chosen);
        return box;
    }

    private static TagBuilder Named(string tag, string css, FormFieldView field, string? describedBy)
    {
        var control = Element(tag, css);
        control.MergeAttribute("id", field.Id);
        control.MergeAttribute("name", field.Name);
        MergeIfAny(control, "aria-describedby", describedBy);
        MergeIfAny(control, "autofocus", field.AutoFocus ? "autofocus" : null);
        if (field.Required)
            control.MergeAttribute("aria-required", "true");
        if (field.ReadOnly)
            control.MergeAttribute(tag == "select" ? "disabled" : "readonly", tag == "select" ? "disabled" : "readonly");
        if (field.Errors.Count > 0)
        {
            control.MergeAttribute("aria-invalid", "true");
            control.AddCssClass("is-invalid");
        }

        return control;
    }

    private static void MergeIfAny(TagBuilder element, string name, string? value)
    {
        if (value is not null)
            element.MergeAttribute(name, value);
    }
}

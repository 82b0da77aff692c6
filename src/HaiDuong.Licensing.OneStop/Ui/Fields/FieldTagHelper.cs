using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>
/// One question: <c>&lt;hd-field for="Input.IssuedOn" label="@T["IssuedOn"]" required /&gt;</c>. Takes the value typed before,
/// else the model's; takes errors from the model state. <c>view</c> writes a ready-made field instead.
/// </summary>
[HtmlTargetElement("hd-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    public ModelExpression? For { get; set; }

    /// <summary>A field made elsewhere, e.g. from a procedure file; every other attribute is left aside.</summary>
    public FormFieldView? View { get; set; }

    public string? Name { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>An error to show besides those of the model state.</summary>
    public string? Error { get; set; }

    public string? Type { get; set; }

    public string? Value { get; set; }

    public IEnumerable<string>? Values { get; set; }

    public IReadOnlyList<FieldChoice>? Options { get; set; }

    public bool Required { get; set; }

    public int? Max { get; set; }

    public int Rows { get; set; } = 4;

    public string? Suffix { get; set; }

    public string? Width { get; set; }

    public string? Autocomplete { get; set; }

    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    public bool Readonly { get; set; }

    public bool Autofocus { get; set; }

    public string? Suggestions { get; set; }

    public bool HideLabel { get; set; }

    public FormCondition? ShowWhen { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new FieldHtml(words).Write(View ?? Build()));
    }

    private FormFieldView Build()
    {
        var name = NameOf() ?? throw new InvalidOperationException("An hd-field needs for, name or view.");
        var entry = ViewContext?.ViewData.ModelState.TryGetValue(name, out var found) == true ? found : null;
        return new FormFieldView
        {
            Name = name,
            Label = Label ?? throw new InvalidOperationException($"The field {name} needs a label."),
            Control = Type is null ? ControlOf(For?.Metadata.UnderlyingOrModelType) : FieldControls.Of(Type),
            Hint = Hint,
            Required = Required,
            Max = Max,
            Rows = Rows,
            Suffix = Suffix,
            Width = Width,
            Autocomplete = Autocomplete,
            Accept = Accept,
            Multiple = Multiple,
            ReadOnly = Readonly,
            Suggestions = Suggestions,
            AutoFocus = Autofocus,
            HideLabel = HideLabel,
            ShowWhen = ShowWhen,
            IsAhead = AheadAttribute.IsOn(For?.Metadata),
            Options = Options ?? [],
            Values = ValuesOf(entry),
            Errors = [.. ErrorsOf(entry).Distinct()],
        };
    }

    private string? NameOf() => For is null ? Name : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string[] ValuesOf(ModelStateEntry? entry) =>
        entry?.RawValue switch
        {
            string typed => [typed],
            string[] typed => typed,
            _ when Values is not null => [.. Values],
            _ when Value is not null => [Value],
            _ => TypedValue.Print(For?.Model),
        };

    private IEnumerable<string> ErrorsOf(ModelStateEntry? entry)
    {
        if (!string.IsNullOrEmpty(Error))
            yield return Error;
        foreach (var error in entry?.Errors ?? [])
            yield return error.ErrorMessage;
    }

    private static FieldControl ControlOf(Type? type) =>
        type switch
        {
            _ when type == typeof(LocalDate) => FieldControl.Date,
            _ when type == typeof(LocalTime) => FieldControl.Time,
            _ when type == typeof(bool) => FieldControl.YesNo,
            _ when type == typeof(decimal) || type == typeof(long) || type == typeof(int) => FieldControl.Number,
            _ when typeof(IFormFile).IsAssignableFrom(type) => FieldControl.File,
            _ => FieldControl.Text,
        };
}

/// <summary>Model values as a person would type them.</summary>
public static class TypedValue
{
    public static string[] Print(object? model) =>
        model switch
        {
            null => [],
            string text => [text],
            bool yes => [yes ? "true" : "false"],
            LocalDate date => [VietnameseDate.Print(date)],
            LocalTime time => [VietnameseTime.Print(time)],
            decimal number => [VietnameseNumber.Typed(number)],
            long number => [VietnameseNumber.Print(number)],
            int number => [VietnameseNumber.Print((long)number)],
            IFormFile file => [file.FileName],
            IEnumerable<string> several => [.. several],
            _ => [model.ToString() ?? ""],
        };
}

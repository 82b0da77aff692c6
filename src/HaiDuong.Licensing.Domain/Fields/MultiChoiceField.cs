namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Chọn một hoặc nhiều.</summary>
internal sealed class MultiChoiceField : OptionsField
{
    public override FieldControl Control => FieldControl.Checkboxes;

    internal override string Read(FormField field, IReadOnlyList<string> typed) =>
        string.Join('\n', typed.Select(VietnameseText.Clean).Where(text => text.Length > 0));

    protected override bool AreOptions(FormField field, string value)
    {
        var choices = FieldValue.Choices(value);
        return choices.All(Answers(field).Contains) && choices.Distinct().Count() == choices.Count;
    }

    internal override IReadOnlyList<string> Write(FormField field, string value) => FieldValue.Choices(value);

    public override string Sample(FormField field, FieldSample sample) => field.Options[0].Value;

    internal override int LengthLimit(FormField field) => field.Options.Sum(option => option.Value.Length + 1);
}

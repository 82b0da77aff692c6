namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Lựa chọn: answers that the form lists.</summary>
internal abstract class OptionsField : FieldKind
{
    public override bool HasOptions => true;

    public override IReadOnlyList<string> Answers(FormField field) => [.. field.Options.Select(option => option.Value)];

    internal override Refusal? Check(AskedField asked, string value) =>
        AreOptions(asked.Field, value) ? null : asked.Refuse(nameof(RefusalCode.FieldNotChoice));

    protected abstract bool AreOptions(FormField field, string value);

    internal override string Show(FormField field, string value) => string.Join("; ", FieldValue.Choices(value).Select(choice => Label(field, choice)));

    private static string Label(FormField field, string choice) => field.Options.FirstOrDefault(option => option.Value == choice)?.Label ?? choice;
}

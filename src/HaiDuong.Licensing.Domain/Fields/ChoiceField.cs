namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Chọn một.</summary>
internal sealed class ChoiceField : OptionsField
{
    public override FieldControl Control => FieldControl.Choice;

    protected override bool AreOptions(FormField field, string value) => Answers(field).Contains(value);

    public override string Sample(FormField field, FieldSample sample) =>
        Answers(field).Contains(sample.ApplicantOption) ? sample.ApplicantOption : field.Options[0].Value;
}

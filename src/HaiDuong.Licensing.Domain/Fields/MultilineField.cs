namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Nhiều dòng chữ.</summary>
internal sealed class MultilineField : WordsField
{
    public override FieldControl Control => FieldControl.Multiline;

    internal override int LengthLimit(FormField field) => 5000;
}

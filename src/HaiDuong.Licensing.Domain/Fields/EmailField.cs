using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Thư điện tử.</summary>
internal sealed class EmailField : FieldKind
{
    public override FieldControl Control => FieldControl.Email;

    protected override string Read(FormField field, string text) => TypedEmail.Read(text);

    internal override Refusal? Check(AskedField asked, string value) => IdentityRules.IsEmail(value) ? null : asked.Refuse(nameof(RefusalCode.FieldNotEmail));

    public override string Sample(FormField field, FieldSample sample) => sample.Email;
}

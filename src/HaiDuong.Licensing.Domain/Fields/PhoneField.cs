using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Số điện thoại.</summary>
internal sealed class PhoneField : FieldKind
{
    public override FieldControl Control => FieldControl.Phone;

    protected override string Read(FormField field, string text) => TypedPhone.Read(text);

    internal override Refusal? Check(AskedField asked, string value) => IdentityRules.IsPhone(value) ? null : asked.Refuse(nameof(RefusalCode.FieldNotPhone));

    public override string Sample(FormField field, FieldSample sample) => sample.Phone;
}

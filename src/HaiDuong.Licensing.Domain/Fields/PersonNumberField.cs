using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Số căn cước công dân, of foreigners the number of the passport.</summary>
internal sealed class PersonNumberField : FieldKind
{
    protected override string Read(FormField field, string text) => TypedIdentity.Read(text);

    internal override Refusal? Check(AskedField asked, string value) =>
        IdentityRules.IsPersonNumber(value) ? null : asked.Refuse(nameof(RefusalCode.FieldNotPersonNumber));

    public override string Sample(FormField field, FieldSample sample) => sample.PersonNumber;
}

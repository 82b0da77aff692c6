using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Mã số thuế.</summary>
internal sealed class TaxCodeField : FieldKind
{
    protected override string Read(FormField field, string text) => TypedIdentity.Read(text, ApplicantKind.Organisation);

    internal override Refusal? Check(AskedField asked, string value) =>
        IdentityRules.IsTaxCode(value) ? null : asked.Refuse(nameof(RefusalCode.FieldNotTaxCode));

    public override string Sample(FormField field, FieldSample sample) => sample.TaxCode;
}

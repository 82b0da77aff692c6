using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Số định danh cá nhân, căn cước hoặc chứng minh nhân dân.</summary>
internal sealed class IdentityNumberField : FieldKind
{
    public override FieldControl Control => FieldControl.Identity;

    protected override string Read(FormField field, string text) => TypedIdentity.Read(text, ApplicantKind.Individual);

    internal override Refusal? Check(AskedField asked, string value) =>
        IdentityRules.IsIdentityNumber(value) ? null : asked.Refuse(nameof(RefusalCode.FieldNotIdentityNumber));

    public override string Sample(FormField field, FieldSample sample) => sample.IdentityNumber;
}

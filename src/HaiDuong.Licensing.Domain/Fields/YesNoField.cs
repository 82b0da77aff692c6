namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Có hoặc không.</summary>
internal sealed class YesNoField : FieldKind
{
    private static readonly string[] Both = ["true", "false"];

    public override FieldControl Control => FieldControl.YesNo;

    public override ValueKind Value => ValueKind.Truth;

    public override IReadOnlyList<string> Answers(FormField field) => Both;

    protected override string Read(FormField field, string text) => text == "on" ? "true" : text;

    internal override Refusal? Check(AskedField asked, string value) => Both.Contains(value) ? null : asked.Refuse(nameof(RefusalCode.FieldNotYesNo));

    internal override string Show(FormField field, string value) => FieldTexts.Of(value == "true" ? "Yes" : "No");

    public override string Sample(FormField field, FieldSample sample) => "true";
}

using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Giờ và phút.</summary>
internal sealed class TimeField : FieldKind
{
    public override bool IsVietnamese => true;

    public override FieldControl Control => FieldControl.Time;

    public override ValueKind Value => ValueKind.Time;

    internal override TypedKind? Typed => TypedKind.Time;

    protected override string Read(FormField field, string text) => TypedTime.TryRead(text, out var time, out _) ? FieldValue.Text(time) : text;

    internal override Refusal? Check(AskedField asked, string value) => FieldValue.Time(value) is null ? asked.Refuse(nameof(RefusalCode.FieldNotTime)) : null;

    internal override string Show(FormField field, string value) => FieldValue.Time(value) is { } time ? FieldTexts.Of("Time", time.Hour, time.Minute) : value;

    internal override string Example(FormField field, LocalDate today) => "08:30";

    public override string Sample(FormField field, FieldSample sample) => sample.IsLater ? "21:30" : "08:00";
}

using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Ngày và giờ.</summary>
internal sealed class DateTimeField : DayField
{
    public override bool IsVietnamese => true;

    private const int DaysToAnEvent = 8;

    public override FieldControl Control => FieldControl.DateTime;

    public override ValueKind Value => ValueKind.Moment;

    internal override TypedKind? Typed => TypedKind.DateTime;

    protected override string Read(FormField field, string text) => TypedMoment.TryRead(text, out var moment) ? FieldValue.Text(moment) : text;

    internal override Refusal? Check(AskedField asked, string value) =>
        FieldValue.Moment(value) is { } moment
            ? Side(asked, moment.CompareTo(asked.Now))
            : Unread(asked, nameof(RefusalCode.FieldNotDateTime), TypedMoment.OfShortYear(value), TypedMoment.ImpossibleDay(value));

    internal override string Show(FormField field, string value) =>
        FieldValue.Moment(value) is { } moment ? FieldTexts.Of("Moment", moment.Hour, moment.Minute, VietnameseDate.Print(moment.Date)) : value;

    internal override IReadOnlyList<string> Write(FormField field, string value) =>
        [FieldValue.Moment(value) is { } moment ? $"{VietnameseDate.Print(moment.Date)} {VietnameseTime.Print(moment.TimeOfDay)}" : value];

    internal override string Example(FormField field, LocalDate today) => $"{ExampleDay(field, today)} 08:30";

    public override string Sample(FormField field, FieldSample sample) =>
        FieldValue.Text(
            field.Moment == FieldMoment.Past ? sample.Now.PlusHours(-2) : sample.Now.Date.PlusDays(DaysToAnEvent).At(new LocalTime(sample.IsLater ? 11 : 9, 0))
        );
}

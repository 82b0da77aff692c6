using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Ngày.</summary>
internal sealed class DateField : DayField
{
    private const int DaysToABuild = 60;

    public override FieldControl Control => FieldControl.Date;

    public override ValueKind Value => ValueKind.Date;

    internal override TypedKind? Typed => TypedKind.Date;

    protected override string Read(FormField field, string text) => TypedDate.TryRead(text, out var date, out _) ? FieldValue.Text(date) : text;

    internal override Refusal? Check(AskedField asked, string value) =>
        FieldValue.Date(value) is { } date
            ? Side(asked, date.CompareTo(asked.Now.Date))
            : Unread(asked, nameof(RefusalCode.FieldNotDate), TypedDate.OfShortYear(value), TypedDate.IsImpossible(value) ? value : null);

    internal override string Show(FormField field, string value) => FieldValue.Date(value) is { } date ? VietnameseDate.Print(date) : value;

    internal override IReadOnlyList<string> Write(FormField field, string value) => [Show(field, value)];

    internal override string Example(FormField field, LocalDate today) => ExampleDay(field, today);

    public override string Sample(FormField field, FieldSample sample) =>
        FieldValue.Text(
            field.Moment == FieldMoment.Past
                ? sample.Now.Date.PlusDays(-400 - (sample.Number * 13))
                : sample.Now.Date.PlusDays(sample.IsLater ? 2 * DaysToABuild : DaysToABuild)
        );
}

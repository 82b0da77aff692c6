using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Ngày, có hoặc không có giờ: what lies on a side of the present.</summary>
internal abstract class DayField : FieldKind
{
    private const int YearsAhead = 1;
    private static readonly LocalDate Past = new(2019, 9, 5);

    /// <summary>A day as it is typed, on the side of the present where the field wants it.</summary>
    protected static string ExampleDay(FormField field, LocalDate today) =>
        TypedDate.Written([field.Moment == FieldMoment.Future ? today.PlusYears(YearsAhead) : Past]);

    protected static Refusal? Side(AskedField asked, int comparedWithNow) =>
        asked.Field.Moment switch
        {
            FieldMoment.Past when comparedWithNow > 0 => asked.Refuse(nameof(RefusalCode.FieldInFuture)),
            FieldMoment.Future when comparedWithNow < 0 => asked.Refuse(nameof(RefusalCode.FieldInPast)),
            _ => null,
        };

    /// <summary>Why a text is no day: the year is short, the calendar does not have it, or it is none at all.</summary>
    protected static Refusal Unread(AskedField asked, string code, IReadOnlyList<LocalDate> meant, string? impossible) =>
        meant.Count > 0 ? asked.Refuse(nameof(RefusalCode.FieldShortYear), TypedDate.Written(meant))
        : impossible is not null ? asked.Refuse(nameof(RefusalCode.FieldNoSuchDay), impossible)
        : asked.Refuse(code, asked.Example);
}

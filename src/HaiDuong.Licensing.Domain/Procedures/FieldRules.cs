using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Checks one value against its field (kiểm tra từng mục khai); the first thing wrong with it is told.</summary>
internal static class FieldRules
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);

    public static Refusal? Check(FormField field, string? value, string path, LocalDateTime now)
    {
        if (value is null)
            return field.Required ? new Refusal("FieldRequired", path, field.Label) : null;

        var refusal = ByType(field, value, path, now);
        return refusal?.Code.StartsWith("FieldNot", StringComparison.Ordinal) == true ? OtherKind(field, value, path, now) ?? refusal : refusal;
    }

    /// <summary>A value of another kind is called what it is.</summary>
    private static Refusal? OtherKind(FormField field, string value, string path, LocalDateTime now)
    {
        if (KindOf(field.Type) is not { } asked || TypedKinds.Of(value) is not { } typed || typed == asked)
            return null;
        var meant =
            TypedKinds.Part(value, asked) is { } part && ByType(field, FormReader.Canonical(field, [part]), path, now) is null
                ? part
                : FieldExample.Of(field, now.Date)!;
        return new Refusal("FieldOtherKind", path, field.Label, TypedKinds.Name(asked), value, TypedKinds.Name(typed), meant);
    }

    private static TypedKind? KindOf(FieldType type) =>
        type switch
        {
            FieldType.Integer => TypedKind.Integer,
            FieldType.Year => TypedKind.Year,
            FieldType.Money => TypedKind.Money,
            FieldType.Decimal => TypedKind.Number,
            FieldType.Latitude or FieldType.Longitude => TypedKind.Degrees,
            FieldType.Date => TypedKind.Date,
            FieldType.Time => TypedKind.Time,
            FieldType.DateTime => TypedKind.DateTime,
            _ => null,
        };

    private static Refusal? ByType(FormField field, string value, string path, LocalDateTime now)
    {
        var example = FieldExample.Of(field, now.Date) ?? "";
        return field.Type switch
        {
            FieldType.Integer => Whole(field, value, path, "FieldNotInteger", example),
            FieldType.Year => Year(field, value, path),
            FieldType.Money => Whole(field, value, path, "FieldNotMoney", example),
            FieldType.Decimal => Fraction(field, FieldValue.Measure(value), path, field.Min, field.Max, example),
            FieldType.Latitude => Angle(field, value, path, 90, "FieldIsLongitude", example),
            FieldType.Longitude => Angle(field, value, path, 180, "FieldIsLatitude", example),
            FieldType.Date => Date(field, value, path, now.Date, example),
            FieldType.Time => Test(FieldValue.Time(value) is not null, "FieldNotTime", field, path),
            FieldType.DateTime => Moment(field, value, path, now, example),
            FieldType.Choice => Test(IsOption(field, value), "FieldNotChoice", field, path),
            FieldType.MultiChoice => Test(AreOptions(field, value), "FieldNotChoice", field, path),
            FieldType.YesNo => Test(value is "true" or "false", "FieldNotYesNo", field, path),
            FieldType.IdentityNumber => Test(IdentityRules.IsIdentityNumber(value), "FieldNotIdentityNumber", field, path),
            FieldType.PersonNumber => Test(IdentityRules.IsPersonNumber(value), "FieldNotPersonNumber", field, path),
            FieldType.TaxCode => Test(IdentityRules.IsTaxCode(value), "FieldNotTaxCode", field, path),
            FieldType.Phone => Test(IdentityRules.IsPhone(value), "FieldNotPhone", field, path),
            FieldType.Email => Test(IdentityRules.IsEmail(value), "FieldNotEmail", field, path),
            _ => Text(field, value, path),
        };
    }

    private static Refusal? Test(bool holds, string code, FormField field, string path) => holds ? null : new Refusal(code, path, field.Label);

    private static Refusal? Whole(FormField field, string value, string path, string code, string example) =>
        FieldValue.Integer(value) is { } number
            ? Range(field, number, path, field.Min ?? (field.Type == FieldType.Money ? 0 : null), field.Max)
            : new Refusal(code, path, field.Label, example);

    private static Refusal? Year(FormField field, string value, string path)
    {
        var (first, last) = (field.Min ?? 1000, field.Max ?? 9999);
        return FieldValue.Integer(value) is { } year && year >= first && year <= last ? null : new Refusal("FieldNotYear", path, field.Label, first, last);
    }

    private static Refusal? Fraction(FormField field, decimal? value, string path, decimal? min, decimal? max, string example)
    {
        if (value is not { } number)
            return new Refusal(field.Type == FieldType.Decimal ? "FieldNotNumber" : "FieldNotDegrees", path, field.Label, example);

        return field.Decimals is { } decimals && decimal.Round(number, decimals) != number
            ? new Refusal("FieldTooPrecise", path, field.Label, decimals)
            : Range(field, number, path, min, max);
    }

    /// <summary>
    /// In Viet Nam a latitude lies between 8 and 24 and a longitude between 102 and 118 degrees, so the one in the place of the other is known.
    /// </summary>
    private static Refusal? Angle(FormField field, string value, string path, decimal most, string swapped, string example)
    {
        var angle = FieldValue.Number(value);
        var other = angle is { } number && (field.Type == FieldType.Latitude ? number is >= 102 and <= 118 : number is >= 8 and <= 24);
        return other ? new Refusal(swapped, path, field.Label, value) : Fraction(field, angle, path, field.Min ?? -most, field.Max ?? most, example);
    }

    private static Refusal? Range(FormField field, decimal number, string path, decimal? min, decimal? max)
    {
        if (number < min)
            return new Refusal("FieldTooSmall", path, field.Label, min);

        return number > max ? new Refusal("FieldTooLarge", path, field.Label, max) : null;
    }

    private static Refusal? Date(FormField field, string value, string path, LocalDate today, string example) =>
        FieldValue.Date(value) is { } date
            ? Side(field, path, date.CompareTo(today))
            : Unread(field, path, "FieldNotDate", example, TypedDate.OfShortYear(value), TypedDate.IsImpossible(value) ? value : null);

    private static Refusal? Moment(FormField field, string value, string path, LocalDateTime now, string example) =>
        FieldValue.Moment(value) is { } moment
            ? Side(field, path, moment.CompareTo(now))
            : Unread(field, path, "FieldNotDateTime", example, TypedMoment.OfShortYear(value), TypedMoment.ImpossibleDay(value));

    private static Refusal Unread(FormField field, string path, string code, string example, IReadOnlyList<LocalDate> meant, string? impossible) =>
        meant.Count > 0 ? new Refusal("FieldShortYear", path, field.Label, TypedDate.Written(meant))
        : impossible is not null ? new Refusal("FieldNoSuchDay", path, field.Label, impossible)
        : new Refusal(code, path, field.Label, example);

    private static Refusal? Side(FormField field, string path, int comparedWithNow) =>
        field.Moment switch
        {
            FieldMoment.Past when comparedWithNow > 0 => new Refusal("FieldInFuture", path, field.Label),
            FieldMoment.Future when comparedWithNow < 0 => new Refusal("FieldInPast", path, field.Label),
            _ => null,
        };

    private static bool IsOption(FormField field, string value) => field.Options.Any(option => option.Value == value);

    private static bool AreOptions(FormField field, string value)
    {
        var choices = FieldValue.Choices(value);
        return choices.All(choice => IsOption(field, choice)) && choices.Distinct().Count() == choices.Count;
    }

    private static Refusal? Text(FormField field, string value, string path)
    {
        if (field.Type == FieldType.Text && value.Contains('\n', StringComparison.Ordinal))
            return new Refusal("FieldSeveralLines", path, field.Label);

        if (value.Length > field.LengthLimit)
            return new Refusal("FieldTooLong", path, field.Label, field.LengthLimit);

        return HasItsPattern(field, value) ? null : new Refusal("FieldPattern", path, field.Label, field.Hint ?? field.Pattern!);
    }

    /// <summary>Whether the text is written as the field wants it; any text is when the field wants nothing.</summary>
    public static bool HasItsPattern(FormField field, string text) =>
        field.Pattern is not { } pattern || Regex.IsMatch(text, $"^(?:{pattern})\\z", RegexOptions.CultureInvariant, PatternTimeout);
}

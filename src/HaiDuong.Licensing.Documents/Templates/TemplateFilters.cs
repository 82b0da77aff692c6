using System.Globalization;
using Fluid;
using Fluid.Values;
using HaiDuong.Licensing.Documents.Content;

namespace HaiDuong.Licensing.Documents.Templates;

/// <summary>How Vietnamese papers write dates, money and numbers.</summary>
internal static class TemplateFilters
{
    public static void AddTo(TemplateOptions options)
    {
        options.Filters.AddFilter("short_date", (input, _, _) => OnDay(input, day => day.ToString("dd'/'MM'/'yyyy", Wording.Vietnamese)));
        options.Filters.AddFilter("long_date", (input, _, _) => OnDay(input, Wording.LongDate));
        options.Filters.AddFilter("date_time", (input, _, _) => OnInstant(input));
        options.Filters.AddFilter("money", (input, _, _) => OnNumber(input, number => Wording.Money(number)));
        options.Filters.AddFilter("number", (input, _, _) => OnNumber(input, number => number.ToString("#,##0.##########", Wording.Vietnamese)));
        options.Filters.AddFilter("upcase", (input, _, _) => Text(input.ToStringValue().ToUpper(Wording.Vietnamese)));
        options.Filters.AddFilter("clause", (input, _, _) => Text(input.ToStringValue().TrimEnd(' ', '.', ';', ',')));
        options.Filters.AddFilter("downcase", (input, _, _) => Text(input.ToStringValue().ToLower(Wording.Vietnamese)));
        // A value stays literal whatever the template's author writes.
        options.Filters.AddFilter("raw", (input, _, _) => input);
    }

    private static ValueTask<FluidValue> Text(string text) => new(new StringValue(text));

    private static ValueTask<FluidValue> OnNumber(FluidValue input, Func<decimal, string> write) =>
        input.IsNil() ? Text("") : Text(write(input.ToNumberValue()));

    private static ValueTask<FluidValue> OnDay(FluidValue input, Func<DateOnly, string> write)
    {
        if (input.IsNil() || input.ToStringValue() is { Length: 0 })
            return Text("");
        var text = input.ToStringValue();
        if (text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Text(write(day));
        throw new DocumentTemplateException($"'{text}' is not a date (yyyy-MM-dd).");
    }

    private static ValueTask<FluidValue> OnInstant(FluidValue input)
    {
        if (input.IsNil() || input.ToStringValue() is { Length: 0 })
            return Text("");
        var text = input.ToStringValue();
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return Text(Wording.DateTime(at));
        throw new DocumentTemplateException($"'{text}' is not a time (ISO 8601).");
    }
}

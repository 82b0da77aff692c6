using System.Globalization;
using System.Runtime.InteropServices;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>What an expression gives (giá trị): a text, or the name of the fact that is missing for it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RouteValue(string? Text, string? MissingFact)
{
    public static readonly RouteValue True = Of("true");
    public static readonly RouteValue False = Of("false");

    public bool IsMissing => MissingFact is not null;

    /// <summary>True only for the text "true", whatever its case.</summary>
    public bool IsTrue => string.Equals(Text, "true", StringComparison.OrdinalIgnoreCase);

    public static RouteValue Of(string text) => new(text, null);

    public static RouteValue Of(bool truth) => truth ? True : False;

    public static RouteValue Missing(string fact) => new(null, fact);

    /// <summary>Order of two present values: as numbers if both are numbers, otherwise character by character (which orders ISO dates).</summary>
    public static int Compare(RouteValue left, RouteValue right) =>
        Number(left) is { } one && Number(right) is { } other ? one.CompareTo(other) : string.CompareOrdinal(left.Text, right.Text);

    private static decimal? Number(RouteValue value) =>
        decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

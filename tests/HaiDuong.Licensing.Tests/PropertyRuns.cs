using System.Globalization;

namespace HaiDuong.Licensing.Tests;

/// <summary>
/// How many random cases a property is tried with. A mutation run, which repeats every test for every mutant, divides them by <c>PROPERTY_RUNS_DIVISOR</c>.
/// </summary>
internal static class PropertyRuns
{
    private static readonly int Divisor = int.TryParse(
        Environment.GetEnvironmentVariable("PROPERTY_RUNS_DIVISOR"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var divisor
    )
        ? Math.Max(1, divisor)
        : 1;

    public static int Of(int whole) => Math.Max(1, whole / Divisor);
}

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>A part of very many cases: the same each time, spread over all of them. With <c>ATTACK=whole</c> it is the whole.</summary>
internal static class StablePart
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("ATTACK") == "whole";

    /// <summary>Whether this case is tried: one of so many is.</summary>
    public static bool Takes(int oneOf, string what)
    {
        if (Whole)
            return true;
        var hash = 2166136261u;
        foreach (var letter in what)
            hash = unchecked((hash ^ letter) * 16777619u);
        return (hash >> 8) % oneOf == 0;
    }
}

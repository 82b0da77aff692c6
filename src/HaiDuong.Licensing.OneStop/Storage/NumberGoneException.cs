namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Another act took the number that this one had expected; the act is done again.</summary>
public sealed class NumberGoneException(string series) : Exception($"The expected number of {series} was taken by another act.");

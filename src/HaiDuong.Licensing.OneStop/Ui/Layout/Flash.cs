using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>A sentence shown once on the next page ("Đã tiếp nhận hồ sơ …").</summary>
public static class Flash
{
    private const string Prefix = "flash.";

    public static IReadOnlyList<string> Tones { get; } = ["good", "info", "warn"];

    public static void Good(ITempDataDictionary tempData, string sentence) => tempData[Prefix + "good"] = sentence;

    public static void Info(ITempDataDictionary tempData, string sentence) => tempData[Prefix + "info"] = sentence;

    public static void Warn(ITempDataDictionary tempData, string sentence) => tempData[Prefix + "warn"] = sentence;

    /// <summary>Takes the sentences out: each is shown once.</summary>
    public static IReadOnlyList<(string Tone, string Sentence)> Take(ITempDataDictionary tempData) =>
        [.. from tone in Tones let sentence = tempData[Prefix + tone] as string where !string.IsNullOrEmpty(sentence) select (tone, sentence)];
}

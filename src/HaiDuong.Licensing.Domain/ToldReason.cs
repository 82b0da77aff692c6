using System.Globalization;

namespace HaiDuong.Licensing.Domain;

/// <summary>Lý do đã ghi: the sentence of a refusal as it is kept, in both languages, for whoever reads it later.</summary>
/// <param name="Vietnamese">What was said before there was English stands here alone.</param>
/// <param name="English">Null where there is none.</param>
public sealed record ToldReason(string Vietnamese, string? English = null)
{
    private static bool IsInEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>For the reader of the current request.</summary>
    public string Sentence => IsInEnglish ? English ?? Vietnamese : Vietnamese;

    /// <summary>The language of <see cref="Sentence"/> where that is not the reader's; null where it is.</summary>
    public string? Language => IsInEnglish && English is null ? "vi" : null;

    /// <summary>As it is read, wherever it is printed.</summary>
    public override string ToString() => Sentence;

    public static ToldReason Of(Refusal refusal) =>
        new(refusal.SentenceIn(CultureInfo.GetCultureInfo("vi-VN")), refusal.SentenceIn(CultureInfo.GetCultureInfo("en")));
}

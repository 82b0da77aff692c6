using System.Globalization;
using System.Resources;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Domain;

/// <summary>
/// Why a request was not granted (lý do từ chối): a reason code, the field it concerns and the values of its sentence.
/// A refusal is a value and never an exception; all refusals of one request are returned together.
/// </summary>
/// <remarks>
/// Two refusals are equal when code, field, arguments and legal basis are equal. The sentence of a code stands in
/// <c>Refusals.resx</c>; its placeholders may format dates and numbers, e.g. <c>{0:dd/MM/yyyy}</c> or <c>{0:N0}</c>.
/// </remarks>
public sealed record Refusal
{
    private static readonly ResourceManager Sentences = new("HaiDuong.Licensing.Domain.Refusals", typeof(Refusal).Assembly);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public Refusal(string code, string? field = null, params object[] args)
    {
        Code = code;
        Field = field;
        Args = [.. args];
    }

    /// <summary>The stable reason code, which is also the key of the sentence.</summary>
    public string Code { get; }

    /// <summary>The path of the field concerned, e.g. <c>sites[3].latitude</c>; null when it concerns the whole request.</summary>
    public string? Field { get; }

    /// <summary>The values of the sentence's placeholders, in order.</summary>
    public IReadOnlyList<object> Args { get; private init; }

    /// <summary>The legal provision behind the refusal (căn cứ pháp lý), where there is one.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>
    /// Câu hỏi lại: what was typed is unusual rather than wrong; sent again with the question seen it is meant. False for everything that cannot be.
    /// </summary>
    public bool IsQuestion => Question is not null;

    /// <summary>What a question is known by when it comes back (<see cref="QuestionOf"/>); null for everything that is none.</summary>
    public string? Question { get; init; }

    /// <summary>Asks once: null when the question was seen and the same was sent all the same.</summary>
    /// <param name="seen">The questions that were on the page when it was sent again.</param>
    /// <param name="typed">Everything that it asks about; whoever changes any of it is asked anew.</param>
    public Refusal? Ask(IReadOnlyList<string> seen, params IEnumerable<object> typed) =>
        QuestionOf(Code, typed) is var known && seen.Contains(known) ? null : this with { Question = known };

    /// <summary>What a question is known by: what it asks, and everything that was typed of it. Typed otherwise, it is another question.</summary>
    public static string QuestionOf(string code, params IEnumerable<object> typed) =>
        string.Join(
            ':',
            typed.Select(value => value is LocalDate day ? LocalDatePattern.Iso.Format(day) : FormattableString.Invariant($"{value}")).Prepend(code)
        );

    /// <summary>The sentence for the person, in the language of the current request: Vietnamese unless it is English.</summary>
    public string Sentence => SentenceIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? CultureInfo.CurrentUICulture : Vietnamese);

    /// <summary>Something was done in the meantime, by somebody else or by the same form; what was typed is kept and may be sent again.</summary>
    public bool IsLostRace =>
        Code.StartsWith(nameof(RefusalCode.DossierChanged), StringComparison.Ordinal)
        || Code
            is nameof(RefusalCode.ChangedBySameForm)
                or nameof(RefusalCode.ProcedureDraftChanged)
                or nameof(RefusalCode.ProcedureDraftGone)
                or nameof(RefusalCode.ProcedureBaseNew);

    /// <summary>The same refusal, each text among its values as somebody calls it.</summary>
    public Refusal Naming(Func<string, string> call) => this with { Args = [.. Args.Select(value => value is string text ? call(text) : value)] };

    /// <summary>Says whether a code has a sentence.</summary>
    public static bool HasSentence(string code) => Sentences.GetString(code, Vietnamese) is not null;

    /// <summary>The sentence in a given language, numbers and days the Vietnamese way; the bare code when no sentence is written for it.</summary>
    public string SentenceIn(CultureInfo culture)
    {
        var format = Sentences.GetString(Code, culture);
        return format is null ? Code : string.Format(Vietnamese, format, [.. Args]);
    }

    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Field == other.Field && LegalBasis == other.LegalBasis && Args.SequenceEqual(other.Args);

    public override int GetHashCode() => Args.Aggregate(HashCode.Combine(Code, Field, LegalBasis), HashCode.Combine);

    public override string ToString() => Field is null ? Code : $"{Code} ({Field})";
}

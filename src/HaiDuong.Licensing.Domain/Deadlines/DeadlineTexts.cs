using System.Globalization;
using System.Resources;
using System.Text;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// Sentences and stable codes for the reasons of this folder (lời giải thích về thời hạn): on pages in the language of the request, in mails in that of
/// whoever gets them, on papers and in the history always in Vietnamese.
/// </summary>
public static class DeadlineTexts
{
    private static readonly ResourceManager Resources = new(typeof(DeadlineTexts));

    /// <summary>The language of papers and of the history.</summary>
    public static CultureInfo Official { get; } = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The sentence of a reason, state or class; in the language of the request where none is given.</summary>
    public static string Of<T>(T value, CultureInfo? language = null)
        where T : struct, Enum => Get($"{typeof(T).Name}.{value}", language);

    /// <summary>The rule or article behind a refusal.</summary>
    public static string BasisOf(ClockRefusalReason reason) => Get($"{nameof(ClockRefusalReason)}.{reason}.Basis", null);

    /// <summary>The kebab-case code of an enum value, as used in JSON.</summary>
    public static string CodeOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var code = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }

    /// <summary>The history's sentence about dates that a change of the calendar moved.</summary>
    public static string Moved(LocalDateTime oldStatutory, LocalDateTime newStatutory, LocalDateTime oldPromised, LocalDateTime newPromised, string change) =>
        Fill("DueDateMoved", Official, Say(oldStatutory), Say(newStatutory), Say(oldPromised), Say(newPromised), change);

    /// <summary>A moment as people read it.</summary>
    internal static string Say(LocalDateTime at) => VietnameseDate.Print(at);

    /// <summary>Why a date moved, as a letter says it: the calendar changed.</summary>
    internal static string CalendarChanged(string change, CultureInfo language) => Fill("CalendarChanged", language, change);

    /// <summary>Why a date moved, as a letter says it: the matter was taken up.</summary>
    internal static string TakenUp(CultureInfo language) => Get("TakenUp", language);

    /// <summary>Why a date moved, as a letter says it: a supplement came, after which the rule counts anew or leaves the waiting out.</summary>
    internal static string Supplied(SupplementRule rule, CultureInfo language) => Get($"Supplied.{rule}", language);

    /// <summary>Why a date moved, as a letter says it: the fee was paid.</summary>
    internal static string Paid(CultureInfo language) => Get("Paid", language);

    /// <summary>What a change of office hours is called.</summary>
    public static string NewHours(string source) => Fill("NewHours", Official, source);

    /// <summary>Why a promised date does not stand, and when it will be counted anew.</summary>
    internal static string Rests(DateRest why, string day, CultureInfo? language) => Fill($"{nameof(DateRest)}.{why}", language, day);

    /// <summary>What a rule of counting says, by its short name (C1, S-2 …); null for anything else.</summary>
    public static string? Rule(string name, CultureInfo? language = null) => Resources.GetString($"Rule.{name}", language ?? CultureInfo.CurrentUICulture);

    private static string Fill(string key, CultureInfo? language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Get(key, language), values);

    private static string Get(string key, CultureInfo? language) =>
        Resources.GetString(key, language ?? CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No sentence for {key}.");
}

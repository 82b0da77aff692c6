using System.Globalization;
using System.Resources;
using System.Text;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Vietnamese sentences and stable codes for the reasons of this folder (lời giải thích về thời hạn).</summary>
public static class DeadlineTexts
{
    private static readonly ResourceManager Resources = new(typeof(DeadlineTexts));

    /// <summary>The Vietnamese sentence of a reason, state or class.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Get($"{typeof(T).Name}.{value}");

    /// <summary>The rule or article behind a refusal.</summary>
    public static string BasisOf(ClockRefusalReason reason) => Get($"{nameof(ClockRefusalReason)}.{reason}.Basis");

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
    public static string Moved(LocalDateTime oldStatutory, LocalDateTime newStatutory, LocalDateTime oldPromised, LocalDateTime newPromised, string change)
    {
        static string Say(LocalDateTime at) => at.ToString("HH:mm dd/MM/uuuu", CultureInfo.InvariantCulture);
        return Fill("DueDateMoved", Say(oldStatutory), Say(newStatutory), Say(oldPromised), Say(newPromised), change);
    }

    /// <summary>Why a date moved, as a letter says it: the calendar changed.</summary>
    internal static string CalendarChanged(string change) => Fill("CalendarChanged", change);

    /// <summary>Why a date moved, as a letter says it: the matter was taken up.</summary>
    internal static string TakenUp => Get("TakenUp");

    /// <summary>What a change of office hours is called.</summary>
    public static string NewHours(string source) => Fill("NewHours", source);

    /// <summary>Why a promised date does not stand, and when it will be counted anew.</summary>
    internal static string Rests(DateRest why, string day) => Fill($"{nameof(DateRest)}.{why}", day);

    /// <summary>What a rule of counting says, by its short name (C1, S-2 …); null for anything else.</summary>
    public static string? Rule(string name) => Resources.GetString($"Rule.{name}", CultureInfo.CurrentUICulture);

    private static string Fill(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, Get(key), values);

    private static string Get(string key) =>
        Resources.GetString(key, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException($"No sentence for {key}.");
}

namespace HaiDuong.Licensing.OneStop.Ui.Entry;

/// <summary>What somebody typed into a form that was not taken, to be shown, copied and sent again.</summary>
public static class TypedAgain
{
    /// <summary>The field with the token against forged forms, which is none of the person's.</summary>
    public const string Token = "xsrf";

    private static readonly string[] Ours = ["Revision", "StepId", "seenRevision", "draftKey", "page", "sent", "OpinionId", "ActKey", "go"];
    private static readonly string[] Secret = ["password", "matkhau", "secret", "otp", "pin", "proof", "old"];

    /// <summary>Every field with its values; none of a form that asks for something secret.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(IFormCollection form) =>
        form.Keys.Any(IsSecret)
            ? []
            : [.. form.Where(pair => pair.Key != Token).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""))];

    /// <summary>What a person wrote; the answers that were chosen have codes that say nothing to them.</summary>
    public static IEnumerable<string> Texts(IEnumerable<KeyValuePair<string, string>> fields) =>
        fields
            .Where(field =>
                !Ours.Contains(field.Key)
                && field.Value.Any(letter => letter is ' ' or > '~' || char.IsAsciiDigit(letter))
                && !Guid.TryParse(field.Value, out _)
            )
            .Select(field => field.Value);

    private static bool IsSecret(string name) => Secret.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Thư điện tử: full-width signs and stray blanks do not matter where the rest is an address.</summary>
public static class TypedEmail
{
    /// <summary>The address as it is kept; what is none stays as it was typed, for a rule to refuse.</summary>
    public static string Read(string? text) =>
        TypedText.Plain(text).Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } compact && IdentityRules.IsEmail(compact)
            ? compact
            : VietnameseText.Clean(text ?? "");
}

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>A document has characters that no face of this machine can draw (ký tự không in được): it would be signed with boxes in their place.</summary>
public sealed class UnprintableTextException(IReadOnlyList<string> characters) : Exception($"No font has a glyph for {string.Join(' ', characters)}.")
{
    /// <summary>Each once, as a reader sees it: a letter with its marks is one.</summary>
    public IReadOnlyList<string> Characters { get; } = characters;
}

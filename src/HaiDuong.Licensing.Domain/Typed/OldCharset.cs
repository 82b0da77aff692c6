namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>
/// Bảng mã cũ: letters of a time before Unicode, or spoilt by a program, that stand in a file as other letters. A text is known as such by its words: they
/// are no Vietnamese as they stand, and are when converted.
/// </summary>
/// <param name="Name">As offices call it.</param>
/// <param name="Convert">The text in Unicode; null when it holds what this charset does not have.</param>
public sealed record OldCharset(string Name, Func<string, string?> Convert)
{
    private const int Sample = 200_000;

    public static OldCharset Tcvn3 { get; } = new("TCVN3 (ABC)", OldLetters.OfTcvn3);

    public static OldCharset Vni { get; } = new("VNI", OldLetters.OfVni);

    public static OldCharset TwiceEncoded { get; } = new("UTF-8", TwiceEncodedText.Once);

    public static IReadOnlyList<OldCharset> All { get; } = [Tcvn3, Vni, TwiceEncoded];

    /// <summary>The charset that the text is surely written in; null when it may be Unicode, or when two fit as well.</summary>
    public static OldCharset? Of(string text)
    {
        if (VietnameseWords.AreAscii(text) || VietnameseWords.HaveOwnLetters(text))
            return null;
        var before = VietnameseWords.In(text);
        if (before.Broken == 0)
            return null;
        var fitting = All.Select(charset =>
                (
                    Charset: charset,
                    After: charset.Convert(text) is { } converted && converted != text ? VietnameseWords.In(converted) : (Sound: 0, Broken: int.MaxValue)
                )
            )
            .Where(one => one.After.Sound > 0 && one.After.Broken < before.Broken && one.After.Broken <= one.After.Sound / 3)
            .OrderByDescending(one => one.After.Sound - (long)one.After.Broken)
            .ToList();
        return fitting.Count switch
        {
            0 => null,
            1 => fitting[0].Charset,
            _ => fitting[0].After.Sound - fitting[0].After.Broken > fitting[1].After.Sound - fitting[1].After.Broken ? fitting[0].Charset : null,
        };
    }

    /// <summary>TCVN3 or VNI, whichever makes most words of a whole file sound, if it makes more so than the other reading has; null else.</summary>
    /// <param name="latin">The bytes of the file as Latin-1.</param>
    /// <param name="otherwise">The file under the encoding that is taken if none of these is it.</param>
    public static OldCharset? BestOf(string latin, string otherwise)
    {
        var (best, sound) = ((OldCharset?)null, Worth(otherwise));
        foreach (var charset in new[] { Tcvn3, Vni })
        {
            if (Worth(charset.ConvertAll(latin)) is var worth && worth > sound)
                (best, sound) = (charset, worth);
        }

        return best;
    }

    /// <summary>The text line by line; a line that holds a sign of another charset stays as it is.</summary>
    public string ConvertAll(string text) => string.Join('\n', text.Split('\n').Select(line => Convert(line) ?? line));

    private static int Worth(string text) => VietnameseWords.In(text.Length > Sample ? text[..Sample] : text) is var (sound, broken) ? sound - broken : 0;

    /// <summary>Whether the text has letters that only Vietnamese in Unicode has.</summary>
    public static bool IsUnicode(string text) => VietnameseWords.HaveOwnLetters(text);

    /// <summary>Whether the text could be written in this charset: it would be as good Vietnamese as it is now.</summary>
    public bool MayBe(string text) =>
        !VietnameseWords.AreAscii(text)
        && !VietnameseWords.HaveOwnLetters(text)
        && Convert(text) is { } converted
        && converted != text
        && VietnameseWords.In(converted) is { Broken: 0, Sound: > 0 };
}

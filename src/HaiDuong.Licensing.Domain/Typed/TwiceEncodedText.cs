using System.Text;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Chữ mã hoá hai lần: UTF-8 that a program took for Windows-1252 and wrote as UTF-8 again ("Háº£i DÆ°Æ¡ng").</summary>
internal static class TwiceEncodedText
{
    /// <summary>What Windows-1252 has in the place of the controls 0x80 to 0x9F.</summary>
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text as it was before the second time; null when it was encoded only once.</summary>
    public static string? Once(string text)
    {
        var bytes = new byte[text.Length];
        for (var at = 0; at < text.Length; at++)
        {
            // The second byte of à is a no-break space, which many programs make a plain one.
            var sign = text[at] == ' ' && at > 0 && text[at - 1] == 'Ã' ? '\u00A0' : text[at];
            var place = High.IndexOf(sign, StringComparison.Ordinal);
            if (sign > '\u00FF' && place < 0)
                return null;
            bytes[at] = (byte)(place >= 0 ? 0x80 + place : sign);
        }

        try
        {
            return Strict.GetString(bytes).Normalize(NormalizationForm.FormC);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

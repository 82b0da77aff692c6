using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.Domain.Fees;

/// <summary>Tài khoản thu phí, lệ phí: the account into which what is owed may be transferred.</summary>
/// <param name="Bin">The bank's six digits at NAPAS.</param>
/// <param name="Bank">The bank, as people know it.</param>
/// <param name="Number">Số tài khoản, at most 19 letters and digits.</param>
/// <param name="Holder">Chủ tài khoản.</param>
public sealed record FeeAccount(string Bin, string Bank, string Number, string Holder)
{
    private const int LongestNumber = 19;

    /// <summary>Whether a code can be made of it.</summary>
    public bool IsPayable =>
        Bin.Length == 6
        && Bin.All(char.IsAsciiDigit)
        && Number.Length is > 0 and <= LongestNumber
        && Number.All(char.IsAsciiLetterOrDigit)
        && Bank.Length > 0
        && Holder.Length > 0;
}

/// <summary>
/// VietQR: what a banking app reads from a code, so that nobody types an account, a sum and a purpose (EMVCo QR Code Specification for Payment Systems,
/// merchant-presented, with NAPAS's transfer to an account, QRIBFTTA).
/// </summary>
public static class VietQr
{
    /// <summary>Bank apps cut a longer purpose or number of a bill.</summary>
    public const int LongestText = 25;

    /// <summary>A transfer of a sum, or of one that the payer types.</summary>
    /// <param name="account">Where it goes.</param>
    /// <param name="amount">Đồng; null where the payer types it.</param>
    /// <param name="purpose">Nội dung chuyển khoản: ASCII, at most <see cref="LongestText"/>; empty for none.</param>
    /// <param name="bill">Số hóa đơn, alike.</param>
    /// <exception cref="ArgumentException">The account or a text does not fit into a code.</exception>
    public static string Transfer(FeeAccount account, decimal? amount, string purpose, string bill = "")
    {
        if (!account.IsPayable)
            throw new ArgumentException("No code can be made of the account.", nameof(account));
        if (!Fits(purpose) || !Fits(bill))
            throw new ArgumentException("A text of a code is short and printable ASCII.", nameof(purpose));
        var way = amount is null ? "11" : "12";
        var money = amount?.ToString("0", CultureInfo.InvariantCulture) ?? "";
        var said = Field("01", bill) + Field("08", purpose);
        var payload =
            Field("00", "01")
            + Field("01", way)
            + Field("38", Field("00", "A000000727") + Field("01", Field("00", account.Bin) + Field("01", account.Number)) + Field("02", "QRIBFTTA"))
            + Field("53", "704")
            + Field("54", money)
            + Field("58", "VN")
            + Field("62", said)
            + "6304";
        return payload + Checksum(payload).ToString("X4", CultureInfo.InvariantCulture);
    }

    private static bool Fits(string text) => text.Length <= LongestText && text.All(letter => letter is >= ' ' and <= '~');

    private static string Field(string tag, string value) =>
        value.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{tag}{value.Length:00}{value}");

    /// <summary>CRC-16/CCITT-FALSE (polynomial 1021, begun with FFFF) over everything before it, its own tag and length among it.</summary>
    private static int Checksum(string payload)
    {
        var sum = 0xFFFF;
        foreach (var one in Encoding.ASCII.GetBytes(payload))
        {
            sum ^= one << 8;
            for (var bit = 0; bit < 8; bit++)
                sum = ((sum << 1) ^ ((sum & 0x8000) == 0 ? 0 : 0x1021)) & 0xFFFF;
        }

        return sum;
    }
}

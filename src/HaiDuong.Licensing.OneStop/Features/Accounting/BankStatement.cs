using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Imports;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>
/// Sao kê ngân hàng as banks give it: a day, the money that came in, and a text. Lines without money that came in are left out; those whose amount cannot be
/// read are told by their number.
/// </summary>
public sealed partial record BankStatement(IReadOnlyList<BankLine> Lines, IReadOnlyList<int> Unread)
{
    private const string Day = "day";
    private const string Amount = "amount";
    private const string Text = "text";
    private const string Reference = "reference";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Day, true, "Ngày giao dịch", "Ngày", "Ngày GD", "Ngày hiệu lực", "Ngày hạch toán", "Thời gian", "Transaction date", "Date"),
        new(Amount, true, "Ghi có", "Số tiền ghi có", "Phát sinh có", "Có", "Số tiền", "Số tiền GD", "Credit", "Amount"),
        new(Text, true, "Nội dung", "Diễn giải", "Nội dung giao dịch", "Nội dung chi tiết", "Mô tả", "Chi tiết giao dịch", "Description", "Details"),
        new(Reference, false, "Số tham chiếu", "Mã giao dịch", "Số bút toán", "Số GD", "Số chứng từ", "Reference"),
    ];

    public LocalDate? First => Lines.Min(line => line.Day);

    public LocalDate? Last => Lines.Max(line => line.Day);

    public static BankStatement Of(ImportTable table)
    {
        var (lines, unread) = (new List<BankLine>(), new List<int>());
        foreach (var row in table.Rows.Where(row => row[Amount].Length > 0))
        {
            if (Read(row[Amount]) is not { } amount)
                unread.Add(row.Line);
            else if (amount > 0)
                lines.Add(new BankLine(row.Line, DayOf(row[Day]), amount, $"{row[Text]} {row[Reference]}".Trim()));
        }

        return new BankStatement(lines, unread);
    }

    /// <summary>Banks write 1,500,000.00 as well as 1.500.000; a minus is money that went out.</summary>
    private static long? Read(string text)
    {
        var plain = Cents().Replace(text.Trim().TrimStart('+'), "");
        if (Thousands().IsMatch(plain))
            plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return plain.StartsWith('-') ? 0
            : TypedMoney.TryRead(plain, out var dong, out _) ? dong
            : null;
    }

    /// <summary>A time of day may stand behind the day.</summary>
    private static LocalDate? DayOf(string text) => TypedDate.TryRead(text.Split(' ', 'T')[0], out var day, out _) ? day : null;

    [GeneratedRegex(@"[.,]00?\z", RegexOptions.None, 1000)]
    private static partial Regex Cents();

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3})+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();
}

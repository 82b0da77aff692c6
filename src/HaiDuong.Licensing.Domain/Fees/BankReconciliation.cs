using NodaTime;

namespace HaiDuong.Licensing.Domain.Fees;

/// <summary>Dòng sao kê: money that came into the account.</summary>
public sealed record BankLine(int Line, LocalDate? Day, decimal Amount, string Text);

/// <summary>Khoản thu chuyển khoản in the book: by what the text of a statement names it.</summary>
public sealed record BookedTransfer(Guid DossierId, string Code, string Reference, string Number, decimal Amount, LocalDate Day);

/// <summary>
/// Đối soát sao kê ngân hàng: a line and a payment are one where the amounts are the same and the text names the dossier by its code or reference, or the
/// receipt. Each is matched once, the nearest day first; what is left of both sides is shown.
/// </summary>
public sealed record BankReconciliation(
    IReadOnlyList<(BankLine Line, BookedTransfer Transfer)> Matched,
    IReadOnlyList<BankLine> OnlyInBank,
    IReadOnlyList<BookedTransfer> OnlyInBook
)
{
    /// <summary>Shorter names stand in texts by chance.</summary>
    private const int ShortestName = 6;

    public static BankReconciliation Of(IEnumerable<BankLine> statement, IEnumerable<BookedTransfer> book)
    {
        var left = book.ToList();
        var (matched, alone) = (new List<(BankLine, BookedTransfer)>(), new List<BankLine>());
        foreach (var line in statement)
        {
            var text = VietnameseText.Bare(line.Text);
            var found = left.Where(transfer => transfer.Amount == line.Amount && Names(transfer).Any(name => text.Contains(name, StringComparison.Ordinal)))
                .MinBy(transfer => line.Day is { } day ? Math.Abs(Period.DaysBetween(day, transfer.Day)) : 0);
            if (found is null)
            {
                alone.Add(line);
                continue;
            }

            left.Remove(found);
            matched.Add((line, found));
        }

        return new BankReconciliation(matched, alone, left);
    }

    private static IEnumerable<string> Names(BookedTransfer transfer) =>
        new[] { transfer.Code, transfer.Reference, transfer.Number }.Select(VietnameseText.Bare).Where(name => name.Length >= ShortestName);
}

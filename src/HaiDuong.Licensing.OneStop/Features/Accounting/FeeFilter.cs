using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>What of the money a list shows; each is of the day on which it was done.</summary>
public enum FeeGroup
{
    /// <summary>Đã thu, what was cancelled later among it.</summary>
    Taken,

    /// <summary>Đã hủy.</summary>
    Cancelled,

    /// <summary>Đã hoàn.</summary>
    Refunded,
}

/// <summary>By what the money of a period is added up.</summary>
public enum FeePart
{
    Procedure,
    Method,
    Series,
    Cashier,
}

/// <summary>Bộ lọc sổ thu: a period and what of it; it is the address of the list, and each part is null where it does not matter.</summary>
public sealed record FeeFilter(LocalDate From, LocalDate To, FeeGroup Group = FeeGroup.Taken)
{
    /// <summary>Receipts that no series of the office gave.</summary>
    public const string Elsewhere = "khac";

    public string? Procedure { get; init; }

    public string? Method { get; init; }

    /// <summary>The series by its id, or <see cref="Elsewhere"/>.</summary>
    public string? Series { get; init; }

    /// <summary>The account of who took or gave it; of what was taken before accounts were kept, the name.</summary>
    public string? Cashier { get; init; }

    /// <summary>The list of it.</summary>
    public string Href => BookModel.Address + Query();

    public string Query(params IEnumerable<(string Name, string? Value)> further) =>
        PageAddress.Of(
            "",
            [
                ("tu", VietnameseDate.Print(From)),
                ("den", VietnameseDate.Print(To)),
                ("loai", Group == FeeGroup.Taken ? null : Group.ToString()),
                ("thu-tuc", Procedure),
                ("cach", Method),
                ("quyen", Series),
                ("nguoi-thu", Cashier),
                .. further,
            ]
        );

    /// <summary>The same narrowed to one part.</summary>
    public FeeFilter With(FeePart part, string key) =>
        part switch
        {
            FeePart.Procedure => this with { Procedure = key },
            FeePart.Method => this with { Method = key },
            FeePart.Series => this with { Series = key },
            _ => this with { Cashier = key },
        };

    /// <summary>The lines of the filter among others.</summary>
    public IQueryable<FeeEntry> Of(IQueryable<FeeEntry> entries)
    {
        var (start, end) = (From.AtMidnight(), To.PlusDays(1).AtMidnight());
        var found = Group switch
        {
            FeeGroup.Cancelled => entries.Where(entry => entry.CancelledAt >= start && entry.CancelledAt < end),
            FeeGroup.Refunded => entries.Where(entry => entry.Kind == FeeEntryKind.Refund && entry.At >= start && entry.At < end),
            _ => entries.Where(entry => entry.Kind == FeeEntryKind.Payment && entry.At >= start && entry.At < end),
        };
        if (Procedure is not null)
            found = found.Where(entry => entry.ProcedureSlug == Procedure);
        if (Method is not null)
            found = found.Where(entry => entry.Method == Method);
        if (Series is not null)
            found = Guid.TryParse(Series, out var series) ? found.Where(entry => entry.SeriesId == series) : found.Where(entry => entry.SeriesId == null);
        if (Cashier is not null)
            found = Guid.TryParse(Cashier, out var cashier)
                ? found.Where(entry => entry.CashierId == cashier)
                : found.Where(entry => entry.CashierId == null && entry.Cashier == Cashier);
        return found;
    }

    /// <summary>Whether a sum is one of those that the filter shows.</summary>
    public bool Has(FeeSum sum) =>
        sum.Group == Group
        && (Procedure ?? sum.Procedure) == sum.Procedure
        && (Method ?? sum.Method) == sum.Method
        && (Series ?? sum.SeriesKey) == sum.SeriesKey
        && (Cashier ?? sum.CashierKey) == sum.CashierKey;
}

/// <summary>Money of one procedure, way, series and person in a period.</summary>
public sealed record FeeSum(FeeGroup Group, string Procedure, string Method, Guid? Series, Guid? CashierId, string Cashier, int Count, decimal Amount)
{
    public string SeriesKey => Series?.ToString() ?? FeeFilter.Elsewhere;

    public string CashierKey => CashierId?.ToString() ?? Cashier;

    public string KeyOf(FeePart part) =>
        part switch
        {
            FeePart.Procedure => Procedure,
            FeePart.Method => Method,
            FeePart.Series => SeriesKey,
            _ => CashierKey,
        };
}

using NodaTime;

namespace HaiDuong.Licensing.Domain.Reports;

/// <summary>Quy định về báo cáo as data, of one set of rules between two dates: forms, reporting days and indicators.</summary>
public sealed record ReportLaw
{
    public required string Key { get; init; }

    public required ReportValidity InForce { get; init; }

    /// <summary>Ngày chốt số liệu; null where the rules say nothing of it.</summary>
    public ReportingDay? ReportingDay { get; init; }

    public IReadOnlyList<ReportForm> Forms { get; init; } = [];

    public IReadOnlyList<ReportIndicator> Indicators { get; init; } = [];

    /// <summary>Every fact that has to be confirmed.</summary>
    public IReadOnlyList<Fact> Facts =>
        [
            InForce.FactAt($"{Key}.inForce"),
            .. ReportingDay is { } day ? [day.FactAt($"{Key}.reportingDay")] : Array.Empty<Fact>(),
            .. Forms.Select(form => form.FactAt($"{Key}.forms.{form.Key}")),
            .. Indicators.Select(indicator => indicator.FactAt($"{Key}.indicators.{indicator.Key}")),
        ];

    public bool IsInForceOn(LocalDate day) => day >= InForce.From && (InForce.To is null || day <= InForce.To);
}

/// <summary>Hiệu lực: between which days the rules hold, and which they are.</summary>
public sealed record ReportValidity : Sourced
{
    public required LocalDate From { get; init; }

    public LocalDate? To { get; init; }

    public required string Text { get; init; }

    internal override string Statement => Text;
}

/// <summary>Ngày chốt số liệu: the day of the last month on which a regular period ends (Nghị định 09/2019/NĐ-CP).</summary>
public sealed record ReportingDay : Sourced
{
    /// <summary>Every month has it.</summary>
    public const int Latest = 28;

    public required int Day { get; init; }

    public required string Text { get; init; }

    internal override string Statement => Text;
}

/// <summary>What a form has a row for.</summary>
public enum ReportRows
{
    /// <summary>Each field, and each of its procedures under it.</summary>
    Procedures,

    /// <summary>Each field.</summary>
    Fields,

    /// <summary>Each field, and each reason of what is late in it.</summary>
    LateReasons,

    /// <summary>Each procedure of which something is late, and each reason.</summary>
    LateProcedures,
}

/// <summary>Biểu mẫu báo cáo: its rows and its columns, as they are printed.</summary>
public sealed record ReportForm : Sourced
{
    public required string Key { get; init; }

    /// <summary>Số biểu, e.g. II.06a/VPCP/KSTT.</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Đơn vị tính.</summary>
    public required string Unit { get; init; }

    public required ReportRows Rows { get; init; }

    /// <summary>Always about the whole province, never about one unit.</summary>
    public bool IsWhole { get; init; }

    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    internal override string Statement => $"{Number}: {Title}";
}

/// <summary>What a cell of a column says.</summary>
public enum ReportCellKind
{
    /// <summary>Số thứ tự.</summary>
    Position,

    /// <summary>What the row is about.</summary>
    Name,

    Figure,

    /// <summary>Nguyên nhân.</summary>
    Reason,

    /// <summary>Quy định về thời hạn: the term and its legal basis.</summary>
    Term,

    /// <summary>Ghi chú: left blank for whoever signs.</summary>
    Note,
}

/// <summary>Cột của biểu: its number, the words of its heading from the top down, and what is in it.</summary>
public sealed record ReportColumn
{
    public required string Number { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    public required ReportCellKind Cell { get; init; }

    /// <summary>What it counts; only where the cell is a figure.</summary>
    public DossierFigure? Figure { get; init; }
}

/// <summary>How an indicator is worked out.</summary>
public enum ReportMeasure
{
    /// <summary>Tỷ lệ: numerator of denominator, in per cent.</summary>
    Share,

    /// <summary>Thời gian trung bình, in days, of the denominator.</summary>
    MeanDays,

    /// <summary>Chưa có dữ liệu.</summary>
    None,
}

/// <summary>Chỉ số đánh giá (Quyết định 766/QĐ-TTg), with its definition.</summary>
public sealed record ReportIndicator : Sourced
{
    public required string Key { get; init; }

    public required string Group { get; init; }

    public required string Name { get; init; }

    /// <summary>Định nghĩa; of what cannot be worked out, what there is no data of.</summary>
    public required string Text { get; init; }

    public required ReportMeasure Measure { get; init; }

    public DossierFigure? Numerator { get; init; }

    public DossierFigure? Denominator { get; init; }

    /// <summary>True when it names what its measure needs.</summary>
    public bool IsWhole =>
        Measure switch
        {
            ReportMeasure.Share => Numerator is not null && Denominator is not null,
            ReportMeasure.MeanDays => Denominator is not null,
            _ => true,
        };

    internal override string Statement => $"{Key} {Name}: {Text}";
}

/// <summary>Mọi quy định về báo cáo in their time.</summary>
public sealed record ReportLaws(IReadOnlyList<ReportLaw> All)
{
    /// <summary>The forms of a period that ends on a day; of one key the rules that began last hold.</summary>
    public IReadOnlyList<ReportForm> Forms(LocalDate day) =>
        [.. On(day).SelectMany(law => law.Forms).GroupBy(form => form.Key, StringComparer.Ordinal).Select(forms => forms.Last())];

    public IReadOnlyList<ReportIndicator> Indicators(LocalDate day) =>
        [.. On(day).SelectMany(law => law.Indicators).GroupBy(indicator => indicator.Key, StringComparer.Ordinal).Select(same => same.Last())];

    /// <summary>The reporting day of a month; null where a month is reported whole.</summary>
    public int? ReportingDay(LocalDate day) => On(day).LastOrDefault(law => law.ReportingDay is not null)?.ReportingDay?.Day;

    private IEnumerable<ReportLaw> On(LocalDate day) => All.Where(law => law.IsInForceOn(day)).OrderBy(law => law.InForce.From);
}

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>A cell of a printed report; strong in a row that sums others.</summary>
public sealed record ReportSheetCell(string Text, bool IsStrong);

/// <summary>Một biểu để in: everything that its paper says.</summary>
public sealed record ReportSheet
{
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Kỳ báo cáo, as a sentence.</summary>
    public required string Period { get; init; }

    /// <summary>Đơn vị báo cáo.</summary>
    public required string Unit { get; init; }

    /// <summary>Đơn vị tính.</summary>
    public required string Measure { get; init; }

    /// <summary>The words of each heading from the top down, and whether text stands below it.</summary>
    public required IReadOnlyList<(IReadOnlyList<string> Words, bool IsText)> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<ReportSheetCell>> Rows { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>A part of a form under one heading (phần của tờ khai): single fields, a table of rows, or both.</summary>
public sealed record FormSection
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Hint { get; init; }

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    public FormRows? Rows { get; init; }

    public FormCondition? ShownWhen { get; init; }
}

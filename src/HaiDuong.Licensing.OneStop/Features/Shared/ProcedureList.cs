using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>Procedures to choose from, by field, with a box that finds one by some words.</summary>
/// <param name="Page">Where the box sends its words.</param>
/// <param name="Target">The address of a procedure, before its slug.</param>
/// <param name="Text">What was looked for.</param>
/// <param name="Found">The procedures in force that fit, by field.</param>
public sealed record ProcedureList(string Page, string Target, string? Text, IReadOnlyList<Procedure> Found)
{
    /// <summary>The name of the box's field in the address.</summary>
    public const string Field = "tu-khoa";

    public IEnumerable<IGrouping<string, Procedure>> Fields => Found.GroupBy(procedure => procedure.Field);

    /// <summary>True when everything is shown, so that the fields are worth a list of their own.</summary>
    public bool IsWhole => string.IsNullOrWhiteSpace(Text);

    /// <summary>The address of the one procedure that was meant.</summary>
    public string? Only => !IsWhole && Found.Count == 1 ? $"{Target}/{Found[0].Slug}" : null;
}

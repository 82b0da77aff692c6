using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>Procedures to choose from, by field, with a box that finds one by some words.</summary>
/// <param name="Page">Where the box sends its words.</param>
/// <param name="Target">The address of a procedure, before its slug.</param>
/// <param name="Text">What was looked for.</param>
/// <param name="Hits">The procedures in force that fit, the best first.</param>
public sealed record ProcedureList(string Page, string Target, string? Text, ProcedureHits Hits)
{
    /// <summary>The name of the box's field in the address.</summary>
    public const string Field = "tu-khoa";

    /// <summary>What has all the words; where nothing has, what comes nearest.</summary>
    public IEnumerable<IGrouping<string, Procedure>> Fields => Hits.Found.Concat(Hits.Near).GroupBy(procedure => procedure.Field);

    /// <summary>True when everything is shown, so that the fields are worth a list of their own.</summary>
    public bool IsWhole => string.IsNullOrWhiteSpace(Text);

    /// <summary>The address of the one procedure that was meant.</summary>
    public string? Only => !IsWhole && Hits.Found.Count == 1 ? $"{Target}/{Hits.Found[0].Slug}" : null;
}

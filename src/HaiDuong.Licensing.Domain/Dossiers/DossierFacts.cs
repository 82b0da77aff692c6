using System.Globalization;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// What a route's conditions may ask about a dossier: <c>form.&lt;field&gt;</c>, <c>fees.due</c>, <c>fees.total</c>, <c>procedure.slug</c>, <c>result.kind</c>.
/// </summary>
public sealed class DossierFacts(Dossier dossier) : IRouteFacts
{
    /// <summary>Before the key of a field of the form.</summary>
    public const string FormPrefix = "form.";

    /// <summary>The paths that every dossier has, whatever its procedure.</summary>
    public static IReadOnlyList<string> Paths { get; } = ["fees.due", "fees.total", "procedure.slug", "result.kind"];

    /// <summary>The kind of the values at one of <see cref="Paths"/>, or of a field of a procedure's form; null when neither is there.</summary>
    public static ValueKind? KindOf(string path, Procedure? procedure) =>
        path switch
        {
            "fees.due" or "fees.total" => ValueKind.Number,
            _ when Paths.Contains(path) => ValueKind.Text,
            _ when path.StartsWith(FormPrefix, StringComparison.Ordinal) && procedure?.Form.Find(path[FormPrefix.Length..]) is { } field => field.Kind.Value,
            _ => null,
        };

    public string? Value(string path) =>
        path switch
        {
            "fees.due" => dossier.FeesDue.ToString(CultureInfo.InvariantCulture),
            "fees.total" => dossier.Fees.Sum(charge => charge.Amount).ToString(CultureInfo.InvariantCulture),
            "procedure.slug" => dossier.ProcedureSlug,
            "result.kind" => dossier.ResultDraft?.Kind.ToString(),
            _ when path.StartsWith(FormPrefix, StringComparison.Ordinal) => dossier.Form.Values.GetValueOrDefault(path[FormPrefix.Length..]),
            _ => null,
        };
}

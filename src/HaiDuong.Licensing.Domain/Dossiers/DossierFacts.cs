using System.Globalization;
using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>What a route's conditions may ask about a dossier: <c>form.&lt;field&gt;</c>, <c>fees.due</c>, <c>fees.total</c>, <c>procedure.slug</c>, <c>result.kind</c>.</summary>
public sealed class DossierFacts(Dossier dossier) : IRouteFacts
{
    public string? Value(string path) => path switch
    {
        "fees.due" => dossier.FeesDue.ToString(CultureInfo.InvariantCulture),
        "fees.total" => dossier.Fees.Sum(charge => charge.Amount).ToString(CultureInfo.InvariantCulture),
        "procedure.slug" => dossier.ProcedureSlug,
        "result.kind" => dossier.ResultDraft?.Kind.ToString(),
        _ when path.StartsWith("form.", StringComparison.Ordinal) => dossier.Form.Values.GetValueOrDefault(path["form.".Length..]),
        _ => null,
    };
}

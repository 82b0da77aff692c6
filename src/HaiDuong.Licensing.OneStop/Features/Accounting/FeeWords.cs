using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>How the parts of the book are called: procedures, ways of payment, series, people.</summary>
public sealed class FeeWords(ProcedureCatalogue catalogue, IStringLocalizer<FeeWords> words)
{
    public string Procedure(string slug) => catalogue.KindName(slug);

    /// <summary>What was written before the ways had names of their own stands as it was written.</summary>
    public string Method(string method) =>
        method.Length == 0 ? words["Method.Refund"].Value
        : words[$"Method.{method}"] is { ResourceNotFound: false } known ? known.Value
        : method;

    public string Of(FeePart part, FeeSum sum, IReadOnlyDictionary<Guid, string> symbols) =>
        part switch
        {
            FeePart.Procedure => Procedure(sum.Procedure),
            FeePart.Method => Method(sum.Method),
            FeePart.Series => sum.Series is { } series ? symbols.GetValueOrDefault(series, "") : words["Elsewhere"].Value,
            _ => sum.Cashier,
        };
}

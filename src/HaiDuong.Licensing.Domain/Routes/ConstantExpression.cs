using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A value written in a condition (hằng): a number, true or false, or a text in quotes, which is how a day or a time is written too.</summary>
internal sealed record ConstantExpression(string Text, bool IsQuoted) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts) => RouteValue.Of(Text);

    public override IReadOnlyList<RouteValueKind> Kinds(Func<string, RouteValueKind?> kindOf) =>
        !IsQuoted ? [Text is "true" or "false" ? RouteValueKind.Truth : RouteValueKind.Number]
        : FieldValue.Date(Text) is not null ? [RouteValueKind.Date, RouteValueKind.Text]
        : FieldValue.Moment(Text) is not null ? [RouteValueKind.Moment, RouteValueKind.Text]
        : FieldValue.Time(Text) is not null ? [RouteValueKind.Time, RouteValueKind.Text]
        : [RouteValueKind.Text];

    public override string ToString() => IsQuoted ? $"\"{Text}\"" : Text;
}

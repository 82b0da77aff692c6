using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A value written in a condition (hằng): a number, true or false, or a text in quotes, which is how a day or a time is written too.</summary>
internal sealed record ConstantExpression(string Text, bool IsQuoted) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts) => RouteValue.Of(Text);

    public override IReadOnlyList<ValueKind> Kinds(Func<string, ValueKind?> kindOf) =>
        !IsQuoted ? [Text is "true" or "false" ? ValueKind.Truth : ValueKind.Number]
        : FieldValue.Date(Text) is not null ? [ValueKind.Date, ValueKind.Text]
        : FieldValue.Moment(Text) is not null ? [ValueKind.Moment, ValueKind.Text]
        : FieldValue.Time(Text) is not null ? [ValueKind.Time, ValueKind.Text]
        : [ValueKind.Text];

    public override string ToString() => IsQuoted ? $"\"{Text}\"" : Text;
}

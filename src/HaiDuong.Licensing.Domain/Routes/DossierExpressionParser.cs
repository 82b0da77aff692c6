using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>
/// Parses the safe expressions of type <c>Dossier</c>: comparisons, <c>and</c>, <c>or</c>, <c>not</c>, <c>in [..]</c> and <c>has</c>
/// over <c>form.*</c>, <c>fees.*</c>, <c>procedure.*</c>, texts in quotes, numbers, <c>true</c> and <c>false</c>.
/// </summary>
internal sealed partial class DossierExpressionParser
{
    private const int MaximumLength = 1_000;
    private const int MaximumDepth = 30;

    private readonly Queue<string> tokens;
    private int depth;

    private DossierExpressionParser(IEnumerable<string> tokens) => this.tokens = new Queue<string>(tokens);

    /// <summary>Throws <see cref="FormatException"/> with what was not understood.</summary>
    public static RouteExpression Parse(string text)
    {
        if (text.Length > MaximumLength)
            throw new FormatException($"> {MaximumLength}");

        var parser = new DossierExpressionParser(Tokens(text));
        var expression = parser.Either();
        return parser.tokens.TryPeek(out var left) ? throw new FormatException(left) : expression;
    }

    private static IEnumerable<string> Tokens(string text)
    {
        var position = 0;
        foreach (Match match in Token().Matches(text))
        {
            if (match.Index != position)
                break;
            position = match.Index + match.Length;
            if (!string.IsNullOrWhiteSpace(match.Value))
                yield return match.Value.Trim();
        }

        if (position != text.Length)
            throw new FormatException(text[position..]);
    }

    private RouteExpression Either()
    {
        if (++depth > MaximumDepth)
            throw new FormatException("((…");
        var left = Both();
        while (Take("or"))
            left = new LogicExpression(left, IsAnd: false, Both());
        depth--;
        return left;
    }

    private RouteExpression Both()
    {
        var left = Negation();
        while (Take("and"))
            left = new LogicExpression(left, IsAnd: true, Negation());
        return left;
    }

    private RouteExpression Negation()
    {
        var isNegated = false;
        while (Take("not"))
            isNegated = !isNegated;
        var inner = Comparison();
        return isNegated ? new NotExpression(inner) : inner;
    }

    private RouteExpression Comparison()
    {
        if (Take("("))
        {
            var inner = Either();
            Expect(")");
            return inner;
        }

        if (Take("has"))
            return Next() is var path && Fact().IsMatch(path) ? new HasExpression(path) : throw new FormatException(path);

        var left = Operand();
        if (Take("in"))
            return new InExpression(left, List());
        return tokens.TryPeek(out var sign) && sign is "==" or "!=" or "<" or "<=" or ">" or ">="
            ? new ComparisonExpression(left, tokens.Dequeue(), Operand())
            : left;
    }

    private List<ConstantExpression> List()
    {
        List<ConstantExpression> items = [];
        Expect("[");
        do
        {
            var token = Next();
            items.Add(Constant(token) ?? throw new FormatException(token));
        } while (Take(","));
        Expect("]");
        return items;
    }

    private RouteExpression Operand()
    {
        var token = Next();
        if (Constant(token) is { } value)
            return value;
        return Fact().IsMatch(token) ? new FactExpression(token) : throw new FormatException(token);
    }

    private static ConstantExpression? Constant(string token)
    {
        if (token[0] is '"' or '\'')
            return new ConstantExpression(token[1..^1], IsQuoted: true);
        return token is "true" or "false" || char.IsDigit(token[0]) || token[0] == '-' ? new ConstantExpression(token, IsQuoted: false) : null;
    }

    private bool Take(string token)
    {
        if (!tokens.TryPeek(out var next) || next != token)
            return false;
        tokens.Dequeue();
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
            throw new FormatException(tokens.TryPeek(out var next) ? next : token);
    }

    private string Next() => tokens.TryDequeue(out var token) ? token : throw new FormatException("…");

    [GeneratedRegex(
        """\G(?:\s+|"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*|==|!=|<=|>=|<|>|\(|\)|\[|\]|,)""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Token();

    [GeneratedRegex("""^(?:form|fees|procedure)(?:\.[A-Za-z0-9_]+)+$""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Fact();
}

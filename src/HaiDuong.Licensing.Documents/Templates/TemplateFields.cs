using Fluid.Ast;

namespace HaiDuong.Licensing.Documents.Templates;

/// <summary>Collects the member paths that a template reads; items of a list are written "list[]".</summary>
internal sealed class TemplateFields : AstVisitor
{
    private readonly Dictionary<string, string?> _locals = new(StringComparer.Ordinal) { ["forloop"] = null };

    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>The paths; the size of a list that the template loops over is no field.</summary>
    public IReadOnlyCollection<string> Paths =>
        [.. _paths.Where(path => !path.EndsWith(".size", StringComparison.Ordinal) || !_lists.Contains(path[..^".size".Length]))];

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        if (Path(memberExpression) is { } path)
            _paths.Add(path);
        return base.VisitMemberExpression(memberExpression);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        var hidden = _locals.TryGetValue(forStatement.Identifier, out var outer);
        Visit(forStatement.Source);
        if (forStatement.Source is MemberExpression source && Path(source) is { } looped)
            _lists.Add(looped);
        _locals[forStatement.Identifier] = forStatement.Source is MemberExpression list && Path(list) is { } path ? path + "[]" : null;
        base.VisitForStatement(forStatement);
        if (hidden)
            _locals[forStatement.Identifier] = outer;
        else
            _locals.Remove(forStatement.Identifier);
        return forStatement;
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        base.VisitAssignStatement(assignStatement);
        _locals[assignStatement.Identifier] = assignStatement.Value is MemberExpression member ? Path(member) : null;
        return assignStatement;
    }

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        base.VisitCaptureStatement(captureStatement);
        _locals[captureStatement.Identifier] = null;
        return captureStatement;
    }

    private string? Path(MemberExpression member)
    {
        string? path = null;
        foreach (var segment in member.Segments)
        {
            var name = (segment as IdentifierSegment)?.Identifier;
            if (path is null)
            {
                if (name is null || (_locals.TryGetValue(name, out var alias) && alias is null))
                    return null;
                path = _locals.GetValueOrDefault(name) ?? name;
            }
            else
            {
                path = name is null or "first" or "last" ? path + "[]" : $"{path}.{name}";
            }
        }

        return path;
    }
}

using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>What is wrong in a file under <c>workflows/</c>, where, and in Vietnamese.</summary>
/// <param name="File">The file, from <c>workflows/</c> on.</param>
/// <param name="Line">The line from 1; 1 also when the whole file is meant.</param>
/// <param name="Code">The reason code.</param>
/// <param name="Message">The sentence for the administrator.</param>
/// <param name="English">The same in English.</param>
public sealed record WorkflowProblem(string File, int Line, string Code, string Message, string English)
{
    private static readonly ResourceManager Messages = new("HaiDuong.Licensing.OneStop.Workflows.WorkflowMessages", typeof(WorkflowProblem).Assembly);

    /// <summary>The step or node of a route that is meant.</summary>
    public string? Step { get; init; }

    /// <summary>How a dossier gets into the trouble, as <c>step:Outcome</c>.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>Good to know; the file may be used all the same.</summary>
    public bool IsAdvice { get; init; }

    public static WorkflowProblem At(string file, int line, string code, params object[] args) =>
        new(file, line, code, Sentence(code, "vi", args), Sentence(code, "en", args));

    /// <summary>What the checker of routes found in a file.</summary>
    public static WorkflowProblem Of(RouteFinding finding, string file) =>
        new(file, 1, finding.Code.ToString(), finding.Vietnamese, finding.English)
        {
            Step = finding.NodeId,
            Path = finding.Path,
            IsAdvice = finding.Severity == RouteFindingSeverity.Advice,
        };

    /// <summary>The sentence in Vietnamese, or in English when that is the language of the moment.</summary>
    public string Sentence() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Message;

    public override string ToString() => $"{File}:{Line}: {Message}";

    private static string Sentence(string code, string language, object[] args)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        object?[] said = [.. args.Select(arg => arg is ValueKind kind ? Messages.GetString($"Kind.{kind}", culture) : arg)];
        return string.Format(CultureInfo.GetCultureInfo("vi-VN"), Messages.GetString(code, culture) ?? code, said);
    }
}

/// <summary>Files under <c>workflows/</c> that must not be used as they are.</summary>
public sealed class WorkflowFilesException : Exception
{
    public WorkflowFilesException() { }

    public WorkflowFilesException(string message)
        : base(message) { }

    public WorkflowFilesException(string message, Exception innerException)
        : base(message, innerException) { }

    public WorkflowFilesException(IReadOnlyList<WorkflowProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public IReadOnlyList<WorkflowProblem> Problems { get; } = [];
}

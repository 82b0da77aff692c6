using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>What is wrong in a file under <c>workflows/</c>, where, and in Vietnamese.</summary>
/// <param name="File">The file, from <c>workflows/</c> on.</param>
/// <param name="Line">The line from 1; 1 also when the whole file is meant.</param>
/// <param name="Code">The reason code.</param>
/// <param name="Message">The sentence for the administrator.</param>
public sealed record WorkflowProblem(string File, int Line, string Code, string Message)
{
    private static readonly ResourceManager Messages = new("HaiDuong.Licensing.Web.Workflows.WorkflowMessages", typeof(WorkflowProblem).Assembly);

    public static WorkflowProblem At(string file, int line, string code, params object[] args) => new(
        file, line, code,
        string.Format(CultureInfo.GetCultureInfo("vi-VN"), Messages.GetString(code, CultureInfo.CurrentUICulture) ?? code, args));

    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>Files under <c>workflows/</c> that must not be used as they are.</summary>
public sealed class WorkflowFilesException : Exception
{
    public WorkflowFilesException()
    {
    }

    public WorkflowFilesException(string message)
        : base(message)
    {
    }

    public WorkflowFilesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public WorkflowFilesException(IReadOnlyList<WorkflowProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public IReadOnlyList<WorkflowProblem> Problems { get; } = [];
}

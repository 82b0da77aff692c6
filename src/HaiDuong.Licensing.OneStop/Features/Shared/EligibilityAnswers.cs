using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>Trả lời câu hỏi điều kiện: what was answered to the questions of a procedure before its form, online and at the counter alike.</summary>
/// <param name="Questions">The questions of the procedure.</param>
/// <param name="AnswerTo">The answer by key: <c>yes</c>, <c>no</c> or null.</param>
public sealed record EligibilityAnswers(IReadOnlyList<EligibilityQuestion> Questions, Func<string, string?> AnswerTo)
{
    /// <summary>The questions that were not answered.</summary>
    public IReadOnlySet<string> Unanswered { get; } =
        Questions.Where(question => AnswerTo(question.Key) is not ("yes" or "no")).Select(question => question.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The questions answered so that the dossier would be refused.</summary>
    public IReadOnlyList<EligibilityQuestion> Against { get; } = [.. Questions.Where(question => AnswerTo(question.Key) == (question.Answer ? "no" : "yes"))];

    /// <summary>Whether the form may be begun.</summary>
    public bool MayGoOn => Unanswered.Count == 0 && Against.Count == 0;
}

/// <summary>What speaks against filing by the answers, each with the procedure to file instead and where that begins.</summary>
public sealed record EligibilityNote(IReadOnlyList<EligibilityQuestion> Against, Func<EligibilityQuestion, Procedure?> Instead, string Folder);

/// <summary>The questions on a page, and of which by key a missing answer is told: only of those that whoever sent the page could see.</summary>
public sealed record EligibilityQuestions(EligibilityAnswers Answers, Func<string, bool> TellsMissing)
{
    /// <summary>The question where a person goes on; null when that is elsewhere.</summary>
    public string? First { get; init; }
}

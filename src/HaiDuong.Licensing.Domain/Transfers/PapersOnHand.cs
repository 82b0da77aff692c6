using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Transfers;

/// <summary>Giấy tờ trên giấy của hồ sơ: what goes along when a dossier is handed over, by name with originals and copies.</summary>
public static class PapersOnHand
{
    /// <summary>Before any round was handed over.</summary>
    public const int None = -1;

    /// <summary>
    /// What was brought to the counter, or came by post, after a round that was handed over before. The form is there also when nobody counted it.
    /// </summary>
    public static IReadOnlyList<TransferredPaper> Of(Dossier dossier, Procedure procedure, int after)
    {
        IEnumerable<TransferredPaper> Row(PaperRequirement required)
        {
            var counted = dossier.Papers.Where(paper => paper.Key == required.Key && paper.Round > after && CameOnPaper(dossier, paper)).ToList();
            if (counted.Count > 0)
                yield return new(required.Name, counted.Sum(paper => paper.Originals), counted.Sum(paper => paper.Copies));
            else if (required.IsForm && after < 0 && dossier.Channel != SubmissionChannel.Online)
                yield return new(required.Name, required.Originals, 0);
        }

        return [.. procedure.Papers.SelectMany(Row)];
    }

    /// <summary>What the counter gives out: the result, else all that the applicant takes back.</summary>
    public static IReadOnlyList<TransferredPaper> ToGiveOut(Dossier dossier, Procedure procedure) =>
        dossier.Decision is { Number: { } number } decision
            ? [new($"{decision.TitleIn(procedure)} ({number})", Originals: 1, Copies: 0)]
            : Of(dossier, procedure, None);

    private static bool CameOnPaper(Dossier dossier, Paper paper) =>
        paper.Originals + paper.Copies > 0
        && (paper.Round == 0 ? dossier.Channel : dossier.Supplements.FirstOrDefault(request => request.Round == paper.Round)?.AnsweredBy)
            is SubmissionChannel.Counter
                or SubmissionChannel.Post;
}

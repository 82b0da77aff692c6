using HaiDuong.Licensing.OneStop.Workflows.Editing;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>A letter whose text is another one.</summary>
public sealed record ChangedLetter(string File, string Before, string After);

/// <summary>So sánh bản nháp với phiên bản mới nhất: what a draft would change. The day is none of it: it is said when the draft is published.</summary>
public sealed class DraftComparison
{
    public DraftComparison(OpenProcedure open)
    {
        // As a draft begins: what the version says of its own days is no change of anybody's.
        Before = ProcedureDocument.Parse(DraftFiles.Begin(open.BaseFiles, open.Base.InForceFrom)[DraftFiles.Document]);
        After = ProcedureDocument.Parse(open.Files[DraftFiles.Document]);
        Changes = [.. ProcedureChanges.Of(Before, After).Where(change => !ProcedureParts.Elsewhere.Contains(change.Path))];
        Letters =
        [
            .. open
                .Files.Where(file => file.Key != DraftFiles.Document)
                .Select(file => new ChangedLetter(file.Key, open.BaseFiles.GetValueOrDefault(file.Key) ?? "", file.Value))
                .Where(letter => letter.Before.ReplaceLineEndings("\n") != letter.After.ReplaceLineEndings("\n")),
        ];
    }

    public ProcedureDocument Before { get; }

    public ProcedureDocument After { get; }

    public IReadOnlyList<ProcedureChange> Changes { get; }

    public IReadOnlyList<ChangedLetter> Letters { get; }

    public int Count => Changes.Count + Letters.Count;
}

using HaiDuong.Licensing.OneStop.Workflows.Editing;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>A button that changes the rows of a draft: <c>add:papers</c>, <c>up:papers[2]</c>. What is typed goes with it; nothing is saved.</summary>
public static class EditCommand
{
    public const string Field = "lenh";

    /// <summary>Does it; the path of the row that the page then opens, null when nothing is left to open.</summary>
    public static string? Do(ProcedureDocument document, string command)
    {
        var (verb, path) = command.Split(':', 2) is [var first, var second] ? (first, second) : ("", "");
        switch (verb)
        {
            case "add":
                return document.Add(path);
            case "up":
                return document.Move(path, -1);
            case "down":
                return document.Move(path, 1);
            case "remove":
                document.Remove(path);
                return null;
            default:
                return null;
        }
    }
}

using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads how people call what procedures are about, <c>workflows/languages/search.json</c>.</summary>
internal static class PublicWordFiles
{
    /// <summary>None where there is no file, or where problems were added.</summary>
    public static PublicWords Read(WorkflowsFolder folder, List<WorkflowProblem> problems)
    {
        var file = Path.Combine(folder.Languages, "search.json");
        return File.Exists(file) ? StrictJson.Read<PublicWords>(File.ReadAllBytes(file), folder.Shown(file), problems) ?? PublicWords.None : PublicWords.None;
    }
}

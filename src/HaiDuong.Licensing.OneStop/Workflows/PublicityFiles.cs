using HaiDuong.Licensing.Domain.Licences;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads what everybody may look up in the licence register in <c>workflows/publicity/</c>.</summary>
public static class PublicityFiles
{
    private const string Licences = "licences";

    /// <exception cref="WorkflowFilesException">The file is wrong; it lists every problem with file and line.</exception>
    public static LicencePublicity Load(WorkflowsFolder folder)
    {
        var problems = new List<WorkflowProblem>();
        var publicity = Read(folder, problems);
        return problems.Count == 0 ? publicity! : throw new WorkflowFilesException(problems);
    }

    /// <summary>What is public of licences; null, with what is wrong added to the problems.</summary>
    public static LicencePublicity? Read(WorkflowsFolder folder, List<WorkflowProblem> problems)
    {
        var found = problems.Count;
        var files = Directory.Exists(folder.Publicity) ? StrictJson.ReadFolder<LicencePublicity>(folder, folder.Publicity, Check, problems) : [];
        if (problems.Count == found && files.Count != 1)
            problems.Add(
                WorkflowProblem.At(folder.Shown(folder.Publicity), 1, "FileMissing", folder.Shown(Path.Combine(folder.Publicity, Licences + ".json")))
            );
        return files.Count == 1 ? files[0].File : null;
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Check(LicencePublicity publicity, string name)
    {
        if (publicity.Key != name)
            yield return ("key", "NameNotFile", [publicity.Key, name]);
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads the map of the province in <c>workflows/maps/</c>: bounds, units, distance limits and what is public.</summary>
public static class MapFiles
{
    /// <exception cref="WorkflowFilesException">The file is wrong; it lists every problem with file and line.</exception>
    public static ProvinceMap Load(WorkflowsFolder folder)
    {
        var problems = new List<WorkflowProblem>();
        var map = Read(folder, problems);
        return problems.Count == 0 ? map! : throw new WorkflowFilesException(problems);
    }

    /// <summary>The one map; null, with what is wrong added to the problems.</summary>
    public static ProvinceMap? Read(WorkflowsFolder folder, List<WorkflowProblem> problems)
    {
        var found = problems.Count;
        var maps = Directory.Exists(folder.Maps) ? StrictJson.ReadFolder<ProvinceMap>(folder, folder.Maps, Check, problems) : [];
        if (problems.Count == found && maps.Count != 1)
            problems.Add(WorkflowProblem.At(folder.Shown(folder.Maps), 1, "FileMissing", folder.Shown(Path.Combine(folder.Maps, "*.json"))));
        return maps.Count == 1 ? maps[0].File : null;
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Check(ProvinceMap map, string name)
    {
        if (map.Key != name)
            yield return ("key", "NameNotFile", [map.Key, name]);
        if (map.Bounds.South >= map.Bounds.North || map.Bounds.West >= map.Bounds.East)
            yield return ("bounds", "LimitsWrong", ["bounds"]);
        foreach (var problem in ProcedureFileRules.Repeated(map.Limits.Select(limit => limit.Key), "limits"))
            yield return problem;
        for (var index = 0; index < map.Limits.Count; index++)
        {
            if (map.Limits[index].Metres < 1)
                yield return ($"limits[{index}].metres", "NumberTooSmall", ["metres", 1]);
        }

        for (var index = 0; index < map.Units.Count; index++)
        {
            if (!map.Bounds.Box.Holds(new GeoPosition(map.Units[index].Latitude, map.Units[index].Longitude)))
                yield return ($"units[{index}]", "LimitsWrong", [map.Units[index].Name]);
        }

        foreach (var kind in Enum.GetValues<PlaceKind>().Where(kind => map.Kinds.Count(entry => entry.Kind == kind) != 1))
            yield return ("kinds", "LimitsWrong", [kind.ToString()]);
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>
/// Bản nháp đọc được tạm: a draft in which whatever cannot be read stands mended, so that everything else that is wrong with it is found at once and not
/// wave by wave. Nobody keeps it.
/// </summary>
internal sealed class MendedDraft
{
    /// <summary>Each reading tells at least one fault more; nobody makes so many on one page.</summary>
    private const int MostReadings = 200;

    private readonly JsonNode root;
    private readonly List<string> mended = [];

    private MendedDraft(JsonNode root) => this.root = root;

    /// <summary>Reads again and again, each time with what was wrong mended; adds every fault of shape to the problems.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="read">Reads it and adds what is wrong; null while it has no right shape.</param>
    /// <param name="problems">What is found.</param>
    /// <returns>What was read, if it ever was, and what in it is not what somebody wrote.</returns>
    public static (T? Read, MendedDraft Draft) Read<T>(byte[] utf8, Func<byte[], List<WorkflowProblem>, T?> read, List<WorkflowProblem> problems)
        where T : class
    {
        var draft = new MendedDraft(JsonNode.Parse(utf8)!);
        for (var reading = 0; reading < MostReadings; reading++)
        {
            List<WorkflowProblem> found = [];
            if (read(reading == 0 ? utf8 : Encoding.UTF8.GetBytes(draft.root.ToJsonString()), found) is { } whole)
            {
                problems.AddRange(found.Where(problem => !draft.Mended(problem.File)));
                return (whole, draft);
            }

            var young = found.Where(problem => !draft.mended.Contains(problem.File)).ToList();
            problems.AddRange(young);
            if (young.Count == 0 || !young.TrueForAll(problem => draft.Mend(problem.File)))
                break;
        }

        return (null, draft);
    }

    /// <summary>Whether something there, below or in it was mended: what the checker says of it is not said of what somebody wrote.</summary>
    public bool Mended(string path) =>
        mended.Exists(one =>
            one.StartsWith(path, StringComparison.Ordinal) || (path.StartsWith(one, StringComparison.Ordinal) && path[one.Length] is '.' or '[')
        );

    private bool Mend(string path)
    {
        if (path.Length == 0)
            return false;
        mended.Add(path);
        var around = EditedPath.Find(root, EditedPath.Around(path));
        if (EditedPath.OfItem(path) is var (list, index))
            return EditedPath.Find(root, list) is JsonArray items && index < items.Count && Set(items, index, EditedPath.ShapeAt(path));
        if (around is not JsonObject record)
            return false;
        var member = path[(path.LastIndexOf('.') + 1)..];
        record.Remove(member);
        if (EditedPath.ShapeAt(path) is { Required: true } shape)
            record[member] = Something(shape);
        return true;
    }

    private bool Set(JsonArray items, int index, EditedShape? shape)
    {
        items[index] = shape is null ? Word() : Something(shape);
        return true;
    }

    private JsonNode Something(EditedShape shape) =>
        shape.Kind switch
        {
            EditedKind.Whole or EditedKind.Number => 1,
            EditedKind.Day => "2000-01-01",
            EditedKind.YesNo => false,
            EditedKind.Choice => shape.Options[0],
            EditedKind.Choices or EditedKind.Lines or EditedKind.Rows => new JsonArray(),
            EditedKind.Pairs => new JsonObject(),
            EditedKind.Group => new JsonObject(
                EditedShape.Of(shape.Type).Where(member => member.Required).Select(member => KeyValuePair.Create(member.Member, (JsonNode?)Something(member)))
            ),
            _ => Word(),
        };

    /// <summary>No word stands twice: two rows without a key are not two with the same.</summary>
    private JsonNode Word() => $"chua-doc-duoc-{mended.Count}";
}

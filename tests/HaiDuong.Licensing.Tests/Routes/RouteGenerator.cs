using CsCheck;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>Makes flowcharts: blocks that obey the authoring rules, and then random changes that mostly break them.</summary>
internal static class RouteGenerator
{
    /// <summary>Lines of a route that obeys every rule.</summary>
    public static readonly Gen<List<string>> Sound = Gen.Int.Positive.Select(seed => new Builder(new Random(seed)).Build());

    /// <summary>The same with one to three connections moved, added or removed, or a join made a plain node.</summary>
    public static readonly Gen<List<string>> Changed = Gen.Select(Sound, Gen.Int.Positive, (lines, seed) => Change([.. lines], new Random(seed)));

    private static List<string> Change(List<string> lines, Random random)
    {
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var connections = lines.Where(line => line.Contains("->") && !line.StartsWith("start", StringComparison.Ordinal)).ToList();
            var one = connections[random.Next(connections.Count)].Split(" -> ");
            var other = connections[random.Next(connections.Count)].Split(" -> ");
            var index = lines.IndexOf(string.Join(" -> ", one));
            switch (random.Next(5))
            {
                case 0 when connections.Count > 2:
                    lines.RemoveAt(index);
                    break;
                case 1:
                    lines[index] = $"{one[0]} -> {other[0].Split(':')[0]}";
                    break;
                case 2:
                    lines.Add($"{one[0]} -> {other[1]}");
                    break;
                case 3 when lines.FindIndex(line => line.EndsWith("= FlowJoin", StringComparison.Ordinal)) is >= 0 and var join:
                    lines[join] = lines[join].Replace("FlowJoin", "FlowFork", StringComparison.Ordinal);
                    break;
                default:
                    lines[index] = $"{one[0]} -> {other[1]}";
                    break;
            }
        }

        return lines;
    }

    private sealed class Builder(Random random)
    {
        private readonly List<string> lines = [];
        private int number;

        public List<string> Build()
        {
            Connect(Block(["start"], depth: 3), "end");
            return lines;
        }

        // Every block takes open outcomes and gives open outcomes.
        private List<string> Block(List<string> open, int depth)
        {
            for (var length = random.Next(1, 3); length > 0; length--)
            {
                open = (depth == 0 ? 0 : random.Next(6)) switch
                {
                    1 => Choice(open, depth),
                    2 => Decision(open, depth),
                    3 => Parallel(open, depth),
                    4 => Loop(open, depth),
                    _ => [Step(open)],
                };
            }

            return open;
        }

        private List<string> Choice(List<string> open, int depth)
        {
            var step = Step(open);
            lines.Add($"{step} = AppraiseDossier A B");
            return [.. Block([$"{step}:A"], depth - 1), .. random.Next(3) == 0 ? Refusal($"{step}:B") : Block([$"{step}:B"], depth - 1)];
        }

        private List<string> Refusal(string open)
        {
            Connect([open], $"end{++number}");
            return [];
        }

        private List<string> Decision(List<string> open, int depth)
        {
            var id = Node("d", open);
            lines.Add($"{id} = FlowDecision form.{id}");
            return [.. Block([$"{id}:True"], depth - 1), .. random.Next(2) == 0 ? [$"{id}:False"] : Block([$"{id}:False"], depth - 1)];
        }

        private List<string> Parallel(List<string> open, int depth)
        {
            var fork = Node("f", open);
            lines.Add($"{fork} = FlowFork A B");
            var ends = new[] { "A", "B" }.Select(branch => Merged(Block([$"{fork}:{branch}"], depth - 1))).ToList();
            var join = Node("j", ends);
            lines.Add($"{join} = FlowJoin");
            return [join];
        }

        private List<string> Loop(List<string> open, int depth)
        {
            var head = Merged(open);
            var step = Step(Block([head], depth - 1));
            lines.Add($"{step} = ReviewDraft Approved SendBack");
            Connect([$"{step}:SendBack"], head);
            return [$"{step}:Approved"];
        }

        private string Merged(List<string> open)
        {
            var pass = Node("p", open);
            lines.Add($"{pass} = FlowFork");
            return pass;
        }

        private string Step(List<string> open) => Node("s", open);

        private string Node(string prefix, IEnumerable<string> open)
        {
            var id = $"{prefix}{++number}";
            Connect(open, id);
            return id;
        }

        private void Connect(IEnumerable<string> open, string target) => lines.AddRange(open.Select(source => $"{source} -> {target}"));
    }
}

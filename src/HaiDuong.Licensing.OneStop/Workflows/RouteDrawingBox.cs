using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>A node with its place on the drawing, or (without a node) a bend of a long connection.</summary>
internal sealed class RouteDrawingBox(RouteNode? node, int layer, IReadOnlyList<string> title, IReadOnlyList<string> notes)
{
    public const double LineHeight = 17;

    public RouteNode? Node => node;

    public int Layer { get; set; } = layer;

    public IReadOnlyList<string> Title => title;

    public IReadOnlyList<string> Notes => notes;

    /// <summary>Middle of the box.</summary>
    public double X { get; set; }

    /// <summary>Upper edge of the box.</summary>
    public double Y { get; set; }

    public double Bottom => Y + Height;

    public double Width =>
        node switch
        {
            null => 12,
            StepNode => 208,
            ForkNode { Branches.Count: > 0 } or JoinNode => 120,
            DecisionNode or SwitchNode => 150,
            _ => 24,
        };

    /// <summary>A bend runs straight down beside the boxes of its layer.</summary>
    public double BendHeight { get; set; }

    public double Height =>
        node switch
        {
            null => BendHeight,
            StepNode => 16 + (LineHeight * (title.Count + notes.Count)),
            ForkNode { Branches.Count: 0 } => 10,
            ForkNode or JoinNode => 8,
            DecisionNode or SwitchNode => 44,
            _ => 24,
        };

    /// <summary>Breaks a text into lines of at most <paramref name="width"/> characters, at spaces.</summary>
    public static List<string> Wrap(string text, int width = 27)
    {
        List<string> lines = [string.Empty];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= width)
                lines.Add(word);
            else
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return lines;
    }
}

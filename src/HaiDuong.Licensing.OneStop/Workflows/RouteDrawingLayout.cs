using HaiDuong.Licensing.Domain.Routes;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// Puts a route into layers from top to bottom. Every connection into an End gets an End of its own, so that no line crosses the whole sheet.
/// </summary>
internal sealed class RouteDrawingLayout
{
    private const double Between = 28;
    private const double Gap = 30;
    private const double LabelRow = 15;
    private const int Sweeps = 40;

    private readonly Dictionary<string, RouteDrawingBox> boxes = new(StringComparer.Ordinal);
    private readonly List<List<RouteDrawingBox>> layers = [];
    private ILookup<RouteDrawingBox, RouteDrawingBox> above = null!;
    private ILookup<RouteDrawingBox, RouteDrawingBox> below = null!;

    public RouteDrawingLayout(Route route, RouteDrawingText text)
    {
        foreach (var node in route.Nodes.Where(node => node is not EndNode))
            boxes[node.Id] = Box(node, text);
        var connections = route.Connections.Distinct().Where(connection => boxes.ContainsKey(connection.Source)).ToList();
        Rank(route, connections);
        Lines = [.. connections.Select(connection => Line(route, connection, text))];
        Fill();
        Order();
        Place();
    }

    public IReadOnlyList<RouteDrawingLine> Lines { get; }

    public IEnumerable<RouteDrawingBox> Boxes => layers.SelectMany(layer => layer).Where(box => box.Node is not null);

    public double Width { get; private set; }

    public double Height { get; private set; }

    private static RouteDrawingBox Box(RouteNode node, RouteDrawingText text) =>
        new(
            node,
            0,
            RouteDrawingBox.Wrap(text.Shown(node.Title)),
            node is StepNode step ? [.. text.Notes(step.Step).SelectMany(note => RouteDrawingBox.Wrap(note, 31))] : []
        );

    // Longest way from the start; a node lies below everything that leads forward to it.
    private void Rank(Route route, List<RouteConnection> connections)
    {
        var forward = connections.Where(connection => !route.LeadsBack(connection) && boxes.ContainsKey(connection.Target)).ToList();
        for (var round = 0; round < boxes.Count; round++)
        {
            var moved = false;
            foreach (var connection in forward)
            {
                var (source, target) = (boxes[connection.Source], boxes[connection.Target]);
                if (target.Layer <= source.Layer)
                {
                    target.Layer = source.Layer + 1;
                    moved = true;
                }
            }

            if (!moved)
                return;
        }
    }

    private RouteDrawingLine Line(Route route, RouteConnection connection, RouteDrawingText text)
    {
        var source = boxes[connection.Source];
        if (!boxes.TryGetValue(connection.Target, out var target))
        {
            target = new RouteDrawingBox(route.Nodes.First(node => node.Id == connection.Target), source.Layer + 1, [], []);
            boxes[$"{connection.Key} "] = target;
        }

        if (route.LeadsBack(connection))
            return new RouteDrawingLine([source, target], LeadsBack: true, text.Outcome(connection));
        var bends = Enumerable.Range(source.Layer + 1, Math.Max(0, target.Layer - source.Layer - 1)).Select(layer => new RouteDrawingBox(null, layer, [], []));
        return new RouteDrawingLine([source, .. bends, target], LeadsBack: false, text.Outcome(connection));
    }

    private void Fill()
    {
        var bends = Lines.SelectMany(line => line.Through).Where(box => box.Node is null);
        var all = boxes.Values.Concat(bends).ToList();
        for (var layer = 0; layer <= all.Max(box => box.Layer); layer++)
            layers.Add([.. all.Where(box => box.Layer == layer)]);
        var pairs = Lines.Where(line => !line.LeadsBack).SelectMany(line => line.Through.Zip(line.Through.Skip(1))).ToList();
        above = pairs.ToLookup(pair => pair.Second, pair => pair.First);
        below = pairs.ToLookup(pair => pair.First, pair => pair.Second);
    }

    private void Order()
    {
        foreach (var layer in layers)
            Number(layer);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            foreach (var layer in down ? layers : Enumerable.Reverse(layers))
            {
                var sorted = layer.OrderBy(box => Mean(down ? above[box] : below[box], box.X)).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                Number(layer);
            }
        }
    }

    private static void Number(List<RouteDrawingBox> layer)
    {
        foreach (var (index, box) in layer.Index())
            box.X = index - (layer.Count / 2.0);
    }

    private void Place()
    {
        var spine = Spine();
        foreach (var layer in layers)
            Spread(layer, box => 0, spine);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var layer in sweep % 2 == 0 ? layers : Enumerable.Reverse(layers))
                Spread(layer, box => Mean(above[box].Concat(below[box]), box.X), spine);
        }

        var left = layers.SelectMany(layer => layer).Min(box => box.X - (box.Width / 2));
        var y = 10.0;
        foreach (var layer in layers)
        {
            var tallest = layer.Max(box => box.Height);
            foreach (var box in layer)
                (box.X, box.Y, box.BendHeight) = (box.X - left + 10, y, tallest);
            var labels = layer.Max(box => Lines.Count(line => line.Source == box && line.Label.Length > 0));
            y += tallest + Gap + (LabelRow * labels) + (3 * Lines.Count(line => line.LeadsBack && line.Source.Layer == layers.IndexOf(layer)));
        }

        Width = layers.SelectMany(layer => layer).Max(box => box.X + (box.Width / 2)) + 10;
        Height = y;
    }

    /// <summary>The longest way through: it goes straight down, everything else makes room.</summary>
    private HashSet<RouteDrawingBox> Spine()
    {
        HashSet<RouteDrawingBox> spine = [];
        for (var box = layers[^1][0]; spine.Add(box); )
        {
            var up = above[box].Distinct().OrderBy(one => one.X).ToList();
            if (up.Count > 0)
                box = up[up.Count / 2];
        }

        return spine;
    }

    // As near to the wished places as order and distances allow: away from the spine, or else the mean of packing from the left and from the right.
    private static void Spread(List<RouteDrawingBox> layer, Func<RouteDrawingBox, double> wished, HashSet<RouteDrawingBox> spine)
    {
        var wishes = layer.ConvertAll(box => wished(box));
        var middle = layer.FindIndex(spine.Contains);
        var fromLeft = wishes.ToArray();
        var fromRight = wishes.ToArray();
        if (middle >= 0)
            fromLeft[middle] = fromRight[middle] = 0;
        for (var index = Math.Max(1, middle + 1); index < layer.Count; index++)
            fromLeft[index] = Math.Max(wishes[index], fromLeft[index - 1] + Distance(layer, index));
        for (var index = middle >= 0 ? middle - 1 : layer.Count - 2; index >= 0; index--)
            fromRight[index] = Math.Min(wishes[index], fromRight[index + 1] - Distance(layer, index + 1));
        foreach (var (index, box) in layer.Index())
            box.X =
                middle < 0 ? (fromLeft[index] + fromRight[index]) / 2
                : index > middle ? fromLeft[index]
                : fromRight[index];
    }

    private static double Distance(List<RouteDrawingBox> layer, int index) => ((layer[index - 1].Width + layer[index].Width) / 2) + Between;

    private static double Mean(IEnumerable<RouteDrawingBox> neighbours, double otherwise) =>
        neighbours.Select(box => box.X).DefaultIfEmpty(otherwise).Average();
}

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>A connection on the drawing: through boxes and bends, or back around the outside.</summary>
internal sealed record RouteDrawingLine(IReadOnlyList<RouteDrawingBox> Through, bool LeadsBack, string Label)
{
    public RouteDrawingBox Source => Through[0];

    public RouteDrawingBox Target => Through[^1];
}

using HaiDuong.Licensing.Domain.Routes;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Draws a route as an SVG picture: no script, no style sheet, a text for those who cannot see it.</summary>
public static class RouteDrawing
{
    /// <summary>The drawing of a procedure's route or, with a state, of where a dossier is on it.</summary>
    public static string Render(
        Route route,
        RouteState? state = null,
        IReadOnlyList<RouteDrawingMark>? marks = null,
        Func<string, string>? roleName = null,
        Func<string, string>? shown = null
    )
    {
        var text = new RouteDrawingText(route, state, marks ?? [], roleName, shown);
        return new RouteDrawingPen(text, new RouteDrawingLayout(route, text)).Draw();
    }

    /// <summary>What people call an outcome.</summary>
    public static string OutcomeName(string outcome, Func<string, string>? shown = null) => RouteDrawingText.OutcomeName(outcome, shown);

    /// <summary>What the drawing shows, one sentence a step.</summary>
    public static IReadOnlyList<string> Describe(
        Route route,
        RouteState? state = null,
        IReadOnlyList<RouteDrawingMark>? marks = null,
        Func<string, string>? roleName = null,
        Func<string, string>? shown = null
    ) => new RouteDrawingText(route, state, marks ?? [], roleName, shown).Sentences();
}

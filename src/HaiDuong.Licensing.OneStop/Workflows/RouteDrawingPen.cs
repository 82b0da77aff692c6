using System.Globalization;
using System.Net;
using System.Text;
using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Writes the SVG. Colours are attributes, which a strict content security policy allows; states are also said in words.</summary>
internal sealed class RouteDrawingPen(RouteDrawingText text, RouteDrawingLayout layout)
{
    private const string Ink = "#1f2933";
    private const string Line = "#52606d";
    private const string BackLine = "#9a3412";
    private const double Lane = 15;

    private readonly StringBuilder svg = new();

    public string Draw()
    {
        var back = layout.Lines.Where(line => line.LeadsBack).OrderBy(line => line.Source.Y - line.Target.Y).ToList();
        var width = layout.Width + (Lane * (back.Count + 1)) + (back.Count == 0 ? 0 : 10);
        Write(
            $"""<svg xmlns="http://www.w3.org/2000/svg" class="route-drawing" role="img" aria-labelledby="route-title route-desc" viewBox="0 0 {width:0} {layout.Height:0}" width="{width:0}" height="{layout.Height:0}" preserveAspectRatio="xMidYMin meet" font-family="'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif" font-size="13" fill="{Ink}">"""
        );
        Write($"""<title id="route-title">{Escape(text.Title)}</title>""");
        Write($"""<desc id="route-desc">{Escape(string.Join(" ", text.Sentences()))}</desc>""");
        Write($"""<defs>{Arrow("route-arrow", Line)}{Arrow("route-arrow-back", BackLine)}</defs>""");
        foreach (var (index, line) in back.Index())
            DrawBack(line, index);
        foreach (var line in layout.Lines.Where(line => !line.LeadsBack))
            DrawForward(line);
        foreach (var box in layout.Boxes)
            DrawBox(box);
        foreach (var group in layout.Lines.GroupBy(line => line.Source))
            DrawLabels(group);
        Write($"</svg>");
        return svg.ToString();
    }

    private void DrawForward(RouteDrawingLine line)
    {
        var (x, y) = (Exit(line), line.Source.Bottom);
        var path = new StringBuilder(Invariant($"M{x:0.#} {y:0.#}"));
        foreach (var box in line.Through.Skip(1))
        {
            var end = box == line.Target ? Entry(line) : box.X;
            var half = (y + box.Y) / 2;
            path.Append(Invariant($" C{x:0.#} {half:0.#} {end:0.#} {half:0.#} {end:0.#} {box.Y:0.#}"));
            (x, y) = (end, box.Bottom);
            if (box != line.Target)
                path.Append(Invariant($" V{y:0.#}"));
        }

        Write($"""<path d="{path}" fill="none" stroke="{Line}" stroke-width="1.4" marker-end="url(#route-arrow)"/>""");
    }

    // Out below the source, up the lane at the right, in above the target.
    private void DrawBack(RouteDrawingLine line, int index)
    {
        var (from, to, lane) = (Exit(line), Entry(line), layout.Width + (Lane * (index + 1)));
        var labels = layout.Lines.Count(other => other.Source == line.Source && other.Label.Length > 0);
        var low = line.Source.Bottom + 10 + (15 * labels) + (3 * index % 12);
        var high = Math.Max(3, line.Target.Y - 9 - (3 * index % 9));
        Write(
            $"""<path d="M{from:0.#} {line.Source.Bottom:0.#} V{low:0.#} H{lane:0.#} V{high:0.#} H{to:0.#} V{line.Target.Y:0.#}" fill="none" stroke="{BackLine}" stroke-width="1.4" stroke-dasharray="5 3" stroke-linejoin="round" marker-end="url(#route-arrow-back)"/>"""
        );
    }

    private void DrawBox(RouteDrawingBox box)
    {
        var (left, middle) = (box.X - (box.Width / 2), box.Y + (box.Height / 2));
        switch (box.Node)
        {
            case StepNode step:
                DrawStep(box, step.Step, left);
                break;
            case StartNode:
                Write($"""<circle cx="{box.X:0.#}" cy="{middle:0.#}" r="11" fill="#ffffff" stroke="{Ink}" stroke-width="1.5"/>""");
                break;
            case EndNode:
                Write($"""<circle cx="{box.X:0.#}" cy="{middle:0.#}" r="10" fill="{Ink}" stroke="{Ink}" stroke-width="3"/>""");
                break;
            case DecisionNode or SwitchNode:
                Write(
                    $"""<path d="M{box.X:0.#} {box.Y:0.#} L{left + box.Width:0.#} {middle:0.#} L{box.X:0.#} {box.Bottom:0.#} L{left:0.#} {middle:0.#} Z" fill="#ffffff" stroke="{Ink}"/>"""
                );
                Write($"""<text x="{box.X:0.#}" y="{middle + 4:0.#}" text-anchor="middle" font-size="11">{Escape(box.Title[0])}</text>""");
                break;
            default:
                Write($"""<rect x="{left:0.#}" y="{box.Y:0.#}" width="{box.Width:0.#}" height="{box.Height:0.#}" rx="4" fill="{Ink}"/>""");
                break;
        }
    }

    private void DrawStep(RouteDrawingBox box, RouteStep step, double left)
    {
        var (fill, stroke, thickness) = (text.IsWaiting(step.Id), text.IsDone(step.Id)) switch
        {
            (true, _) => ("#fff3c4", "#8d2b0b", 3.0),
            (_, true) => ("#e3f9e5", "#0e5814", 1.2),
            _ => ("#ffffff", Ink, 1.2),
        };
        Write(
            $"""<rect x="{left:0.#}" y="{box.Y:0.#}" width="{box.Width:0.#}" height="{box.Height:0.#}" rx="6" fill="{fill}" stroke="{stroke}" stroke-width="{thickness:0.#}"/>"""
        );
        var y = box.Y + 7;
        foreach (var (line, weight, size) in box.Title.Select(line => (line, "600", 13)).Concat(box.Notes.Select(line => (line, "400", 12))))
        {
            y += RouteDrawingBox.LineHeight;
            Write($"""<text x="{box.X:0.#}" y="{y - 4:0.#}" text-anchor="middle" font-weight="{weight}" font-size="{size}">{Escape(line)}</text>""");
        }
    }

    // One row for each labelled connection below its source, so that labels never lie on one another.
    private void DrawLabels(IEnumerable<RouteDrawingLine> lines)
    {
        foreach (var (row, line) in lines.Where(line => line.Label.Length > 0).OrderByDescending(Exit).Index())
        {
            var isLeft = !line.LeadsBack && line.Through[1].X < Exit(line) - 20;
            Write(
                $"""<text x="{Exit(line) + (isLeft ? -6 : 6):0.#}" y="{line.Source.Bottom + 14 + (15 * row):0.#}" text-anchor="{(isLeft ? "end" : "start")}" font-size="12" fill="{(line.LeadsBack ? BackLine : Ink)}" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">{Escape(line.Label)}</text>"""
            );
        }
    }

    private double Exit(RouteDrawingLine line) =>
        line.Source.X
        + Offset(
            layout.Lines.Where(other => other.Source == line.Source),
            line,
            other => other.LeadsBack ? double.MaxValue : other.Through[1].X,
            line.Source.Width
        );

    private double Entry(RouteDrawingLine line) =>
        line.Target.X
        + Offset(
            layout.Lines.Where(other => other.Target == line.Target),
            line,
            other => other.LeadsBack ? double.MaxValue : other.Through[^2].X,
            line.Target.Width
        );

    private static double Offset(IEnumerable<RouteDrawingLine> lines, RouteDrawingLine line, Func<RouteDrawingLine, double> side, double width)
    {
        var sorted = lines.OrderBy(side).ToList();
        return width * 0.8 * (((sorted.IndexOf(line) + 0.5) / sorted.Count) - 0.5);
    }

    private static string Arrow(string id, string colour) =>
        $"""<marker id="{id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="{colour}"/></marker>""";

    private static string Escape(string value) => WebUtility.HtmlEncode(value);

    private static string Invariant(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);

    private void Write(FormattableString element) => svg.Append(Invariant(element)).Append('\n');
}

using System.Globalization;
using System.Xml.Linq;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

[SetUICulture("vi"), SetCulture("vi-VN")]
public sealed class RouteDrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Route Route = RouteSketch.Route(
        """
        receive = ReceiveDossier
        door = RequestSupplement
        sign = SignResult
        start -> receive
        receive:Accepted -> sign
        receive:Supplement -> door
        receive:Refused -> end
        door:Supplied -> receive
        door:Expired -> end
        sign:Signed -> end
        sign:SendBack -> receive
        """
    );

    [Test]
    public void Render_OfADossier_ShowsWhoHasItSinceWhenAndUntilWhen()
    {
        var state = RouteRunner.Complete(Route, RouteRunner.Start(Route, RouteFacts.None), "receive", "Accepted", RouteFacts.None).State;

        var drawing = XDocument.Parse(
            RouteDrawing.Render(Route, state, [new RouteDrawingMark("sign", "Lãnh đạo Sở", "08:15 ngày 23/11/2026", "17:00 ngày 27/11/2026")])
        );

        var texts = drawing.Descendants(Svg + "text").Select(text => text.Value).ToList();
        Assert.That(
            texts,
            Does.Contain("● Đang chờ xử lý").And.Contain("Lãnh đạo Sở").And.Contain("Từ 08:15 ngày 23/11/2026").And.Contain("Hạn 17:00 ngày 27/11/2026")
        );
        Assert.That(texts.Count(text => text == "✓ Đã thực hiện"), Is.EqualTo(1));
    }

    [Test]
    public void Render_HasATextAlternativeAndNothingAStrictPolicyForbids()
    {
        var drawing = XDocument.Parse(RouteDrawing.Render(Route));

        Assert.That(drawing.Root!.Element(Svg + "title")!.Value, Is.Not.Empty);
        Assert.That(drawing.Root.Element(Svg + "desc")!.Value, Does.Contain("Cần bổ sung → door"));
        Assert.That(drawing.Descendants().Select(element => element.Name.LocalName), Has.None.EqualTo("script").And.None.EqualTo("style"));
        Assert.That(drawing.Descendants().Attributes().Select(attribute => attribute.Name.LocalName), Has.None.EqualTo("style").And.None.StartsWith("on"));
    }

    [Test]
    public void Render_OfARoute_LaysNoBoxOnAnother()
    {
        var boxes = XDocument
            .Parse(RouteDrawing.Render(Route))
            .Descendants(Svg + "rect")
            .Select(box => (X: Number(box, "x"), Y: Number(box, "y"), Width: Number(box, "width"), Height: Number(box, "height")))
            .ToList();

        Assert.That(boxes, Has.Count.EqualTo(3));
        Assert.That(from one in boxes from other in boxes where one != other && Overlap(one, other) select one, Is.Empty);
    }

    [Test]
    public void Render_WithATitleOfMarkup_WritesItAsText()
    {
        var definition = RouteSketch.Definition("a = AssignDossier; start -> a; a -> end");
        definition["root"]!["activities"]![0]!["title"] = RouteSketch.Input("Literal", "<script>x</script>");

        var drawing = XDocument.Parse(RouteDrawing.Render(Domain.Routes.Route.Parse(definition.ToJsonString())));

        Assert.That(drawing.Descendants(Svg + "text").Select(text => text.Value), Does.Contain("<script>x</script>"));
    }

    private static bool Overlap((double X, double Y, double Width, double Height) one, (double X, double Y, double Width, double Height) other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}

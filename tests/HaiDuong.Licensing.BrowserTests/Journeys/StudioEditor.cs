using System.Text.Json;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>Elsa Studio in its frame, drawn in as a person does: by mouse on the canvas. Every step waits for what it changed, never for time.</summary>
internal sealed class StudioEditor(IPage page, IFrame frame)
{
    private const float Blank = 480;

    /// <summary>Milliseconds; a press is answered only when the editor has drawn, on a busy machine after seconds.</summary>
    private const float Patience = 10_000;
    private const string Boxes = ".x6-node";
    private const string Remove = ".x6-cell-tool-button";
    private const string Lines = ".x6-edge:not(:has([stroke-dasharray='5 5'])) path[cursor]";

    /// <summary>What Studio saved last, once it was answered.</summary>
    private string saved = "";

    public static async Task<StudioEditor> OpenAsync(IPage page, string route)
    {
        await page.GotoAsync($"/quan-tri/quy-trinh/{route}/sua");
        var frame = (await (await page.WaitForSelectorAsync("iframe.hd-studio"))!.ContentFrameAsync())!;
        await frame.Locator(Lines).First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 40_000 });
        var editor = new StudioEditor(page, frame);
        page.Response += (_, answer) =>
        {
            if (IsSave(answer))
                editor.saved = answer.Request.PostData ?? "";
        };
        return editor;
    }

    /// <summary>Moves the canvas until a box stands at its left.</summary>
    public async Task BringAsync(string box)
    {
        const float margin = 120,
            nearEnough = 60,
            arm = 700;
        for (var tries = 0; tries < 20; tries++)
        {
            var canvas = await CanvasAsync();
            var way = canvas.X + margin - (await MiddleAsync($"[data-cell-id='{box}'] .elsa-activity")).X;
            if (Math.Abs(way) < nearEnough)
                return;
            var step = Math.Clamp(way, -arm, arm);
            var middle = canvas.X + (canvas.Width / 2);
            await DragAsync((middle - (step / 2), canvas.Y + Blank), (middle + (step / 2), canvas.Y + Blank));
        }

        Assert.Fail($"The box '{box}' was not reached.");
    }

    /// <summary>Drags a step from the palette to the place above a box; returns its id.</summary>
    public async Task<string> AddAsync(string group, string kind, string above)
    {
        var known = await IdsAsync();
        var item = frame.Locator("[draggable=true]").Filter(new() { HasText = kind });
        await frame.GetByText(group).First.ClickAsync();
        await item.WaitForAsync();
        var (canvas, box) = (await CanvasAsync(), await MiddleAsync($"[data-cell-id='{above}'] .elsa-activity"));
        await DoneAsync(
            () =>
                item.DragToAsync(
                    frame.Locator(".x6-graph").First,
                    new()
                    {
                        Force = true,
                        TargetPosition = new() { X = box.X - canvas.X - 90, Y = box.Y - canvas.Y - 150 },
                    }
                ),
            async () => (await IdsAsync()).Count > known.Count
        );
        return (await IdsAsync()).Except(known, StringComparer.Ordinal).Single();
    }

    /// <summary>Takes away the line that leaves a box by an outcome: its button shows while the mouse is over it.</summary>
    public async Task DisconnectAsync(string box, string outcome)
    {
        var count = await LinesAsync();
        await DoneAsync(
            async () =>
            {
                var (x, y) = await MiddleOfLineAsync(box, outcome);
                await page.Mouse.MoveAsync(x, y);
                await frame.Locator(Remove).Last.ClickAsync(new() { Timeout = Patience });
            },
            async () => await LinesAsync() == count - 1
        );
    }

    public async Task ConnectAsync(string box, string outcome, string to)
    {
        var count = await LinesAsync();
        await SelectNothingAsync();
        await DoneAsync(
            async () => await DragAsync(await MiddleAsync(Port(box, outcome)), await MiddleAsync(Port(to, "In"))),
            async () => await LinesAsync() == count + 1
        );
    }

    public async Task SelectAsync(string box)
    {
        var (x, y) = await MiddleAsync($"[data-cell-id='{box}'] .elsa-activity");
        await page.Mouse.ClickAsync(x, y);
    }

    /// <summary>Fills an input of the box that is selected; the answer to an earlier save fills the panel anew, with what stood there before.</summary>
    public Task TypeAsync(string label, string value)
    {
        var input = frame.Locator(".mud-input-control").Filter(new() { HasText = label }).Locator("input").First;
        return DoneAsync(
            async () =>
            {
                await input.FillAsync("");
                await input.FillAsync(value);
                await input.PressAsync("Tab");
            },
            () =>
                Task.FromResult(saved.Contains(value, StringComparison.Ordinal) || saved.Contains($"{JsonEncodedText.Encode(value)}", StringComparison.Ordinal))
        );
    }

    public async Task ChooseAsync(string label, string value)
    {
        await frame.Locator(".mud-input-control").Filter(new() { HasText = label }).First.ClickAsync();
        await SavedAsync(() => frame.GetByText(value, new() { Exact = true }).Filter(new() { Visible = true }).Last.ClickAsync());
    }

    /// <summary>Does what makes Studio save by itself, and waits for the answer.</summary>
    public Task SavedAsync(Func<Task> act) => page.RunAndWaitForResponseAsync(act, IsSave);

    private static bool IsSave(IResponse answer) => answer.Request.Method == "POST" && answer.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal);

    public Task PublishAsync() => frame.Locator(".mud-toolbar button.mud-primary-text").ClickAsync();

    /// <summary>The handles of a selected box lie over its ports.</summary>
    private async Task SelectNothingAsync()
    {
        var canvas = await CanvasAsync();
        await page.Mouse.ClickAsync(canvas.X + (canvas.Width / 2), canvas.Y + Blank);
        await Assertions.Expect(frame.Locator(".x6-widget-transform")).ToHaveCountAsync(0);
    }

    private static string Port(string box, string name) => $"[data-cell-id='{box}'] g[port='{name}'] circle";

    private Task<int> LinesAsync() => frame.Locator(Lines).CountAsync();

    private async Task<IReadOnlyList<string>> IdsAsync() =>
        await frame.Locator(Boxes).EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.dataset.cellId)");

    private async Task<LocatorBoundingBoxResult> CanvasAsync() => (await frame.Locator(".x6-graph").First.BoundingBoxAsync())!;

    private async Task<(float X, float Y)> MiddleAsync(string selector)
    {
        var box = (await frame.Locator(selector).First.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private async Task<(float X, float Y)> MiddleOfLineAsync(string box, string outcome)
    {
        var from = await MiddleAsync(Port(box, outcome));
        var place = (await (await frame.FrameElementAsync()).BoundingBoxAsync())!;
        var middle = await frame
            .Locator(Lines)
            .EvaluateAllAsync<float[]>(
                """
                (lines, from) => lines.map(line => {
                  const on = line.getScreenCTM();
                  const at = length => { const point = line.getPointAtLength(length); return [point.x * on.a + on.e, point.y * on.d + on.f]; };
                  const [x, y] = at(0);
                  return { far: Math.hypot(x - from[0], y - from[1]), middle: at(line.getTotalLength() / 2) };
                }).sort((one, other) => one.far - other.far)[0].middle
                """,
                new double[] { from.X - place.X, from.Y - place.Y }
            );
        return (middle[0] + place.X, middle[1] + place.Y);
    }

    private async Task DragAsync((float X, float Y) from, (float X, float Y) to)
    {
        // Words that are selected would be dragged themselves.
        await frame.EvaluateAsync("getSelection().removeAllRanges()");
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 5 });
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }

    /// <summary>A gesture that the canvas did not take is made again; what it has done is never done twice.</summary>
    private async Task DoneAsync(Func<Task> gesture, Func<Task<bool>> isDone)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            try
            {
                await gesture();
            }
            catch (TimeoutException)
            {
                // The canvas was redrawn under the mouse: what counts is whether it took the gesture.
            }

            for (var looks = 0; looks < 30; looks++)
            {
                if (await isDone())
                    return;
                await page.WaitForTimeoutAsync(100);
            }
        }

        Assert.Fail("Elsa Studio did not take the gesture.");
    }
}

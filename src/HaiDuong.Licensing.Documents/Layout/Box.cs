using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>A strip of a page that is never cut: a line, a table row, a signature block.</summary>
internal sealed class Box(float height, Action<PageSurface, float> draw)
{
    public float Height => height;

    public float GapBefore { get; init; }

    /// <summary>Stays on the page of the box after it.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>Drawn above this box when it begins a page (table header).</summary>
    public Box? Repeated { get; init; }

    public void Draw(PageSurface page, float top) => draw(page, top);
}

/// <summary>The page being drawn and the form fields found on it.</summary>
internal sealed record PageSurface(SKCanvas Canvas, int Index, PageGeometry Geometry, List<FieldSpot> Fields);

/// <summary>Where a form or signature field goes; the rectangle has its origin at the top left of the page.</summary>
internal sealed record FieldSpot(string Name, int Page, SKRect Area, string? Text = null, float Size = 0, bool Italic = false);

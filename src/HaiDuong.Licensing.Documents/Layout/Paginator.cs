namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Spreads boxes over pages so that kept groups stay together whenever a page can hold them.</summary>
internal static class Paginator
{
    public static List<List<(Box Box, float Top)>> Paginate(IReadOnlyList<Box> boxes, float height, float firstHeight)
    {
        var pages = new List<List<(Box, float)>> { new() };
        float y = 0;
        var i = 0;
        while (i < boxes.Count)
        {
            var end = i;
            while (end < boxes.Count - 1 && boxes[end].KeepWithNext)
                end++;
            end++;
            var room = pages.Count == 1 ? firstHeight : height;
            if (y > 0 && y + Height(boxes, i, end, false) > room + 0.01f)
            {
                if (Height(boxes, i, end, true) > height && y + boxes[i].GapBefore + boxes[i].Height <= room)
                    end = i + 1;
                else
                    (y, room) = NewPage(pages, height);
            }

            if (y == 0 && Height(boxes, i, end, true) > room)
                end = i + 1;
            for (; i < end; i++)
                y = Place(pages[^1], boxes[i], y);
        }

        return pages;
    }

    private static (float Y, float Room) NewPage(List<List<(Box, float)>> pages, float height)
    {
        pages.Add([]);
        return (0, height);
    }

    private static float Place(List<(Box, float)> page, Box box, float y)
    {
        if (page.Count == 0 && box.Repeated is { } repeated)
        {
            page.Add((repeated, 0));
            y = repeated.Height;
        }

        var top = y + (page.Count == 0 ? 0 : box.GapBefore);
        page.Add((box, top));
        return top + box.Height;
    }

    private static float Height(IReadOnlyList<Box> boxes, int from, int to, bool beginsPage)
    {
        float height = beginsPage ? boxes[from].Repeated?.Height ?? 0 : boxes[from].GapBefore;
        for (var i = from; i < to; i++)
            height += boxes[i].Height + (i == from ? 0 : boxes[i].GapBefore);
        return height;
    }
}

namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>One place the left navigation leads to, with how many things wait there, and what they are for whoever hears the page.</summary>
public sealed record DeskLink(string Label, string Href, int? Waiting = null, string? WaitingFor = null);

/// <summary>A named group of desk links, e.g. "Một cửa".</summary>
public sealed record DeskGroup(string Label, IReadOnlyList<DeskLink> Links);

/// <summary>What the staff layout needs to know about the person at the desk.</summary>
public sealed record DeskFrame(string PersonName, string RoleLabel, IReadOnlyList<DeskGroup> Groups)
{
    /// <summary>The department the person works for, where it is not the one that heads the pages.</summary>
    public string? OfficeName { get; init; }

    public static DeskFrame Empty { get; } = new("", "", []);

    /// <summary>The link that the path lies under: the longest match wins.</summary>
    public DeskLink? Current(string path) =>
        Groups
            .SelectMany(group => group.Links)
            .Where(link =>
                path.Equals(link.Href, StringComparison.OrdinalIgnoreCase) || path.StartsWith(link.Href.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase)
            )
            .MaxBy(link => link.Href.Length);
}

/// <summary>Tells the staff layout who sits at the desk; registered once by whoever knows accounts and roles.</summary>
public delegate ValueTask<DeskFrame> DeskFrameSource(HttpContext context);

namespace HaiDuong.Licensing.OneStop.Composition;

/// <summary>Names the resource of the staff navigation's words.</summary>
public sealed class DeskLinks;

namespace HaiDuong.Licensing.Web.Composition;

/// <summary>Names the resource of the staff navigation's words.</summary>
public sealed class DeskLinks;

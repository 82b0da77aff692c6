namespace HaiDuong.Licensing.Web.Features.Shared;

/// <summary>Names the resource of the staff navigation's words.</summary>
public sealed class DeskLinks;

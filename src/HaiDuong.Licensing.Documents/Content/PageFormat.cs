namespace HaiDuong.Licensing.Documents.Content;

/// <summary>Paper size and direction (khổ giấy) of a document.</summary>
public enum PageFormat
{
    A4,
    A4Landscape,
    A5,
    A5Landscape,
}

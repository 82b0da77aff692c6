namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>A page whose forms bring scans and photos with their act.</summary>
public interface ITakesAttachments;

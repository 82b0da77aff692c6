namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>A time-stamp authority (dịch vụ cấp dấu thời gian), RFC 3161.</summary>
public interface ITimeStampAuthority
{
    /// <summary>Sends a DER time-stamp request and gives the DER of the response.</summary>
    Task<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken);
}

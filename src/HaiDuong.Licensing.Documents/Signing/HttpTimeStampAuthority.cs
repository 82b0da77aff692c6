using System.Net.Http.Headers;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>A time-stamp authority asked over HTTP (RFC 3161, 3.4).</summary>
public sealed class HttpTimeStampAuthority(HttpClient client, Uri address) : ITimeStampAuthority
{
    public async Task<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var response = await client.PostAsync(address, content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}

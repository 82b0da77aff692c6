using System.Globalization;
using System.Threading.RateLimiting;
using HaiDuong.Licensing.OneStop.Access.Security;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// How often one address may have the licence register asked by a form of the public (number of a licence and of its holder): what the register
/// answers tells whether both belong together. Only what asks it counts, so that saving and typing are never stopped.
/// </summary>
public sealed class RegisterLookups(IHttpContextAccessor http) : IDisposable
{
    /// <summary>More than an applicant ever needs, few for somebody who tries numbers.</summary>
    public const int AMinute = 20;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(origin =>
        RateLimitPartition.GetFixedWindowLimiter(origin, _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) })
    );

    /// <summary>False when this address has asked too often; the answer then says when it may again.</summary>
    public bool MayAsk()
    {
        if (http.HttpContext is not { } context)
            return true;
        using var lease = limiter.AttemptAcquire(VisitorAddress.Of(context));
        if (!lease.IsAcquired && lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}

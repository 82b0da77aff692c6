using System.Threading.RateLimiting;
using HaiDuong.Licensing.OneStop.Access.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Hạn mức theo địa chỉ: how much visitors of one address may leave in the office before anybody has looked at it. Of this process alone; a
/// second process gives its own.
/// </summary>
public sealed class VisitorBudget : IDisposable
{
    /// <summary>New drafts of one address an hour.</summary>
    public const int Drafts = 100;

    /// <summary>Megabytes of one address at once; as many come again in an hour.</summary>
    public const int Megabytes = 200;

    private const int Steps = 12;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> drafts = Limiter(Drafts);
    private readonly PartitionedRateLimiter<string> megabytes = Limiter(Megabytes);

    public bool MayBeginDraft(HttpContext context)
    {
        using var lease = drafts.AttemptAcquire(VisitorAddress.Of(context));
        return lease.IsAcquired;
    }

    public bool MayUpload(HttpContext context, long bytes)
    {
        using var lease = megabytes.AttemptAcquire(VisitorAddress.Of(context), (int)Math.Clamp(1 + (bytes >> 20), 1, Megabytes));
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        drafts.Dispose();
        megabytes.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int most) =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = most,
                TokensPerPeriod = Math.Max(1, most / Steps),
                ReplenishmentPeriod = Step,
                QueueLimit = 0,
            }));
}

/// <summary>
/// On a page that takes files from visitors: the announced size is counted before the first byte is read; whoever logged in has no such limit.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VisitorUploadAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the forgery check, which reads the form.</summary>
    public int Order => -1000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.User.Identity?.IsAuthenticated == true)
            return;
        if (http.Request.ContentLength is not { } length)
            context.Result = new StatusCodeResult(StatusCodes.Status411LengthRequired);
        else if (!http.RequestServices.GetRequiredService<VisitorBudget>().MayUpload(http, length))
            context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }
}

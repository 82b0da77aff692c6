using System.Globalization;
using System.Threading.RateLimiting;
using HaiDuong.Licensing.OneStop.Access.Security;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>How often one address may try codes: few posts, more pages. Against guessing, not against crowds.</summary>
public static class LookupLimits
{
    public const string Policy = "lookup";
    public const int PostsAMinute = 20;
    private const int PagesAMinute = 240;

    public static IServiceCollection AddLookupLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Policy, context =>
            {
                var posts = HttpMethods.IsPost(context.Request.Method);
                return RateLimitPartition.GetFixedWindowLimiter((VisitorAddress.Of(context), posts), key => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = key.posts ? PostsAMinute : PagesAMinute,
                    Window = TimeSpan.FromMinutes(1),
                });
            });
        });
}
